// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'preact/hooks';
import { channelsOf, gradientOf, rangeOf } from '../model/pseudoColour';
import { looked, type ViewerState, windowInForce } from '../model/state';
import { text } from '../ui/text';
import type { Marks } from './useMarks';

const FILTER = 'pseudo-colour';

/** The palette of the state that is chosen, when it is for the frame that is looked at. */
export const paletteOf = (marks: Marks): string | null =>
  marks.image === null ? null : (marks.document?.palette ?? null);

/** What the canvas is seen through: grey on it stays grey, so that windows and measures know nothing of colours. */
export const throughPalette = (palette: string | null): { filter: string } | undefined =>
  palette === null ? undefined : { filter: `url(#${FILTER})` };

/** The filter that the canvas is seen through, and the legend of its colours. */
export function PseudoColour({ state, marks }: { readonly state: ViewerState; readonly marks: Marks }) {
  const palette = paletteOf(marks);
  const channels = useMemo(() => (palette === null ? null : channelsOf(palette)), [palette]);
  const at = looked(state);
  if (palette === null || channels === null || at === null) return null;
  const range = rangeOf(at.kind, windowInForce(at.series, at.kind, at.own.window));
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" class="pseudo-colour__filter">
        <filter id={FILTER} x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
          <feComponentTransfer>
            <feFuncR type="table" tableValues={channels[0]} />
            <feFuncG type="table" tableValues={channels[1]} />
            <feFuncB type="table" tableValues={channels[2]} />
          </feComponentTransfer>
        </filter>
      </svg>
      <aside class="pseudo-colour" aria-label={text.pseudoColour} data-testid="pseudo-colour">
        <h3>{text.pseudoColour}</h3>
        <i style={{ background: gradientOf(palette) }} aria-hidden="true" />
        <p>
          <span>{range?.[0] ?? text.lowest}</span>
          <span>{range?.[1] ?? text.highest}</span>
        </p>
      </aside>
    </>
  );
}
