// SPDX-License-Identifier: Apache-2.0
import { handlesOf } from '../handles';
import type { Mark } from '../mark';
import { outlineOf, type Place } from '../shapes';

interface Props {
  readonly mark: Mark;
  readonly place: Place;
  readonly isChosen: boolean;
}

/** One mark: a light line on a dark one, so that it is seen on black and on white. The chosen one has handles. */
export function MarkShape({ mark, place, isChosen }: Props) {
  const { d, dashed } = outlineOf(mark, place);
  return (
    <g
      class={isChosen ? 'measure__mark measure__mark--chosen' : 'measure__mark'}
      data-testid="mark"
      data-mark={mark.id}
      data-kind={mark.kind}
    >
      {dashed !== '' && <path class="measure__dashed" d={dashed} />}
      <path class="measure__halo" d={d} />
      <path class="measure__line" d={d} />
      {isChosen &&
        mark.kind !== 'probe' &&
        handlesOf(mark).map((handle, index) => {
          const { x, y } = place(handle);
          return <circle key={index} class="measure__handle" cx={x} cy={y} r={7} />;
        })}
    </g>
  );
}
