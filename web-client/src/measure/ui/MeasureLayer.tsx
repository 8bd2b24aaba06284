// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { looked, type ViewerState } from '../../model/state';
import type { Size } from '../../model/view';
import type { Snapshot, ViewerSession } from '../../viewer/session';
import type { Desk, DeskView } from '../desk';
import { isAt, type Mark } from '../mark';
import { placedPoints } from '../placing';
import { readingOf } from '../reading';
import { outlineOf } from '../shapes';
import { type Ground, groundOf } from '../taker';
import { text } from '../text';
import { linesOf } from '../words';
import { Labels, type OneLabel } from './Labels';
import { Loupe } from './Loupe';
import { MarkShape } from './MarkShape';
import { useCounting } from './useCounting';
import { useDeskView } from './useDeskView';

export interface LayerProps {
  readonly desk: Desk;
  readonly session: ViewerSession;
  readonly snapshot: Snapshot;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/** The marks of the frame that is drawn, with their figures; never those of another frame. */
export function MeasureLayer({ desk, session, snapshot, canvas }: LayerProps) {
  const view = useDeskView(desk);
  const { state, drawn } = snapshot;
  const at = looked(state);
  const isDrawn = drawn?.scene.series === state.current && drawn.scene.frame === at?.own.frame;
  const ground = isDrawn && drawn.scene.state !== 'none' ? groundOf(state) : null;
  const marks = ground === null ? [] : marksAt(view, ground);
  const counting = useCounting(session, marks, state.current, ground === null ? null : at);
  const hand = view.hand?.pane === session ? view.hand : null;
  if (ground === null || at === null) return null;
  const pending = pendingAt(view, ground, session);
  const pane = cssSize(state);
  const isSmall = pane.width <= SMALL_PANE.width || pane.height <= SMALL_PANE.height;
  const labels = marks.map((mark): OneLabel => {
    const counted = counting.of(mark, state.current, at);
    const values = typeof counted === 'string' ? null : counted;
    const reading = readingOf(mark, at.series, at.kind, values);
    const told = counted === 'counting' ? { ...reading, note: text.counting } : reading;
    const points = outlinePoints(mark, ground);
    return {
      mark,
      reading: told,
      lines: linesOf(mark, told, isSmall),
      points,
      isChosen: mark.id === view.selected,
      keeping: view.keeping.get(mark.id),
    };
  });
  return (
    <>
      <svg class="measure__lines" aria-hidden="true" data-testid="measure-lines">
        {marks.map((mark) => (
          <MarkShape key={mark.id} mark={mark} place={ground.toPage} isChosen={mark.id === view.selected} />
        ))}
        {pending !== null && <MarkShape mark={pending} place={ground.toPage} isChosen />}
        {view.cursor !== null && <Cross {...ground.toPage(view.cursor)} />}
      </svg>
      <Labels
        labels={labels}
        canvas={roomFor(pane, at.series.frames.length > 1, isSmall)}
        onChoose={(id) => desk.set({ selected: id })}
      />
      {hand !== null && (hand.isTouch || hand.magnify) && <Loupe hand={hand} canvas={canvas} state={state} />}
    </>
  );
}

/** Up to here a pane says less, as in panes.css. */
const SMALL_PANE: Size = { width: 340, height: 300 };
const SCRUBBER_PX = 48;
/** What is written at the lower edge of a small pane: place, window, "not for primary diagnosis". */
const SMALL_FOOT_PX = 56;

const cssSize = ({ canvas, devicePixelRatio }: ViewerState): Size => ({
  width: canvas.width / devicePixelRatio,
  height: canvas.height / devicePixelRatio,
});

/** The scrubber of a stack stays free, and in a small pane its foot. */
const roomFor = ({ width, height }: Size, isStack: boolean, isSmall: boolean): Size => ({
  width: width - (isStack ? SCRUBBER_PX : 0),
  height: height - (isSmall ? SMALL_FOOT_PX : 0),
});

function marksAt({ marks, moving }: DeskView, ground: Ground): readonly Mark[] {
  const all = [...marks.all.values()].filter((mark) => isAt(mark, ground.place));
  return all.map((mark) => (moving?.id === mark.id ? moving : mark));
}

/** What is being set on this frame, as far as it is. */
function pendingAt({ placing }: DeskView, ground: Ground, pane: unknown): Mark | null {
  if (placing === null || placing.pane !== pane) return null;
  const { place } = placing;
  if (place.instance !== ground.place.instance || place.frame !== ground.place.frame) return null;
  const points = placedPoints(placing.placing);
  return points.length === 0 ? null : { id: '', kind: placing.placing.kind, place, points, text: '' };
}

const outlinePoints = (mark: Mark, ground: Ground) => mark.points.map(ground.toPage);

const Cross = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path class="measure__cursor" d={outlineOf(CROSS, () => ({ x, y })).d} data-testid="measure-cursor" />
);

const CROSS: Mark = { id: '', kind: 'probe', place: { instance: '', frame: 1 }, points: [{ x: 0, y: 0 }], text: '' };
