// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';
import { keyFrames } from '../model/keyImages';
import { LayerLegend } from './LayerLegend';
import { MarksLayer } from './MarksLayer';
import { Overlay } from './Overlay';
import { PseudoColour, paletteOf, throughPalette } from './PseudoColour';
import { Scrubber } from './Scrubber';
import type { Snapshot, ViewerSession } from './session';
import { useArrivals } from './useArrivals';
import { useFit } from './useFit';
import type { Layers } from './useLayers';
import type { Marks } from './useMarks';
import type { Measuring } from './useMeasuring';
import { usePointers } from './usePointers';

interface Props {
  readonly session: ViewerSession;
  readonly snapshot: Snapshot;
  readonly marks: Marks;
  readonly layers: Layers;
  readonly measuring: Measuring | null;
}

/**
 * The picture. The canvas carries what is drawn on it: `data-state` (none, strip, preview, exact), `data-frame` (from 0),
 * `data-series` (from 0), `data-drawn` (counts up with each drawing) and `data-image-rect` (x,y,width,height of
 * the image in CSS pixels from the canvas' top left; it may reach beyond the canvas). The section says how many bytes
 * of decoded pixels are held, `data-held-bytes`.
 */
export function Stage({ session, snapshot, marks, layers, measuring }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isStack = (snapshot.state.study.series[snapshot.state.current]?.frames.length ?? 0) > 1;
  const arrivals = useArrivals();
  useFit(canvas, session);
  usePointers(canvas, session);
  return (
    <section class={isStack ? 'stage stage--stack' : 'stage'} aria-label="Image" data-held-bytes={snapshot.heldBytes}>
      <canvas
        ref={canvas}
        class="stage__canvas"
        data-testid="canvas"
        data-state="none"
        data-frame="-1"
        style={throughPalette(paletteOf(marks))}
      />
      <MarksLayer snapshot={snapshot} marks={marks} layers={layers} arrivals={arrivals} />
      {measuring !== null && (
        <measuring.MeasureLayer desk={measuring.desk} session={session} snapshot={snapshot} canvas={canvas} />
      )}
      <Overlay snapshot={snapshot} onRetry={() => session.retryNow()} />
      <LayerLegend state={snapshot.state} layers={layers} arrivals={arrivals} />
      <PseudoColour state={snapshot.state} marks={marks} />
      <Scrubber
        state={snapshot.state}
        ticks={snapshot.ticks}
        keys={keyFrames(snapshot.state.study, snapshot.state.current)}
        onFrame={(index) => session.dispatch({ do: 'frame', index })}
      />
    </section>
  );
}
