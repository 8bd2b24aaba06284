// SPDX-License-Identifier: Apache-2.0
import type { Point, Size } from '../../model/view';
import type { Keeping } from '../desk';
import { placeLabels } from '../labelPlaces';
import type { Mark } from '../mark';
import type { Reading } from '../reading';
import { boundsOf } from '../shapes';
import { text } from '../text';

export interface OneLabel {
  readonly mark: Mark;
  readonly reading: Reading;
  readonly lines: readonly string[];
  readonly points: readonly Point[];
  readonly isChosen: boolean;
  readonly keeping: Keeping | undefined;
}

interface Props {
  readonly labels: readonly OneLabel[];
  readonly canvas: Size;
  readonly onChoose: (id: string) => void;
}

const LINE_PX = 18;
const SMALL_PX = 15;
const PAD = { x: 16, y: 8 };

/** The figures beside their marks. Each is a button, so that keys and screen readers reach it; a finger goes through to the picture. */
export function Labels({ labels, canvas, onChoose }: Props) {
  const shown = labels.filter(({ lines }) => lines.length > 0);
  const sizes = shown.map(sizeOf);
  const places = placeLabels(
    shown.map(({ mark, points }, index) => ({
      around: aroundOf(mark, points),
      mark: boundsOf(points),
      size: sizes[index] ?? ZERO,
    })),
    canvas,
  );
  return (
    <>
      {shown.map((label, index) => {
        const { mark, lines, reading, isChosen, keeping } = label;
        const { x = 0, y = 0 } = places[index] ?? {};
        return (
          <button
            type="button"
            key={mark.id}
            class={isChosen ? 'measure__label measure__label--chosen' : 'measure__label'}
            style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
            data-testid="mark-label"
            data-mark={mark.id}
            data-kind={mark.kind}
            data-keeping={keeping?.state ?? 'draft'}
            data-figures={JSON.stringify(reading.figures.map(({ name, value, unit }) => [name, value, unit]))}
            aria-label={[text.kinds[mark.kind], ...lines, reading.source, reading.note].filter(Boolean).join(', ')}
            aria-pressed={isChosen}
            onClick={() => onChoose(mark.id)}
          >
            {lines.map((line, at) => (
              <span key={at}>{line}</span>
            ))}
            {reading.source !== '' && <small>{reading.source}</small>}
            {keeping?.state === 'failed' && (
              <small class="measure__note">{text.keeping.failedFor(keeping.reason)}</small>
            )}
            {keeping?.state === 'draft' && <small class="measure__draft">{text.keeping.draft}</small>}
            {reading.note !== '' && <small class="measure__note">{reading.note}</small>}
          </button>
        );
      })}
    </>
  );
}

const ZERO: Size = { width: 0, height: 0 };

/** As it will be about: measuring what the browser made of it would draw everything twice. */
function sizeOf({ lines, reading }: OneLabel): Size {
  const small = [reading.source, reading.note].filter(Boolean);
  const wide = Math.max(0, ...lines.map((line) => line.length * 7.4), ...small.map((line) => line.length * 6));
  return { width: wide + PAD.x, height: lines.length * LINE_PX + small.length * SMALL_PX + PAD.y };
}

/** Words of an arrow stand at its end; figures beside the whole mark. */
const aroundOf = (mark: Mark, points: readonly Point[]) =>
  boundsOf(mark.kind === 'arrow' && points.length > 1 ? points.slice(1) : points);
