// SPDX-License-Identifier: Apache-2.0
import { type Plane, planeOf, referenceLine } from '../model/planes';
import { looked, pictureOf } from '../model/state';
import { affineOf, toCanvas } from '../model/view';
import type { Snapshot } from './session';

interface Props {
  /** What the pane in use shows. */
  readonly plane: Plane;
  readonly snapshot: Snapshot;
}

/** Where the image of the pane in use cuts this one. */
export function ReferenceLine({ plane, snapshot }: Props) {
  const { state, drawn } = snapshot;
  const at = looked(state);
  const isDrawn = drawn?.scene.series === state.current && drawn.scene.frame === at?.own.frame;
  if (at === null || !isDrawn) return null;
  const own = planeOf(at.series, at.own.frame);
  const line = own === null ? null : referenceLine(plane, own);
  if (line === null) return null;
  const map = affineOf(at.own.view, pictureOf(at.kind), state.canvas);
  const [from, to] = line.map((point) => toCanvas(map, point));
  if (from === undefined || to === undefined) return null;
  const ratio = state.devicePixelRatio;
  return (
    <svg class="stage__marks" aria-hidden="true">
      <line
        class="reference-line"
        data-testid="reference-line"
        x1={from.x / ratio}
        y1={from.y / ratio}
        x2={to.x / ratio}
        y2={to.y / ratio}
      />
    </svg>
  );
}
