// SPDX-License-Identifier: Apache-2.0
import { type PaneCommand, shownPanes } from '../model/panes';
import { planeOf } from '../model/planes';
import { looked } from '../model/state';
import { text } from '../ui/text';
import { ReferenceLine } from './ReferenceLine';
import { SERIES_DRAG } from './SeriesList';
import { Stage } from './Stage';
import type { Layers } from './useLayers';
import type { Measuring } from './useMeasuring';
import type { Pane, Panes } from './usePanes';

interface Props {
  readonly panes: Panes;
  readonly layers: Layers;
  readonly measuring: Measuring | null;
}

/** The stage cut into panes, each with a series of its own. Touching one makes it the one that tools, keys and the list are for. */
export function PaneGrid({ panes, layers, measuring }: Props) {
  const { view, all, active } = panes;
  const shown = shownPanes(view);
  const at = looked(active.snapshot.state);
  const plane = at === null || shown.length < 2 ? null : planeOf(at.series, at.own.frame);
  const layout = view.maximised === null ? view.layout : '1x1';
  return (
    <div class={`panes panes--${layout.replace('+', 'and')}`} data-testid="panes" data-layout={layout}>
      {shown.map((index) => {
        const pane = all[index];
        if (pane === undefined) return null;
        const isActive = pane === active;
        return (
          <PaneFrame
            key={index}
            index={index}
            pane={pane}
            isActive={isActive}
            isOnly={shown.length === 1}
            run={panes.run}
          >
            <Stage
              session={pane.session}
              snapshot={pane.snapshot}
              marks={pane.marks}
              layers={layers}
              measuring={measuring}
            />
            {plane !== null && !isActive && <ReferenceLine plane={plane} snapshot={pane.snapshot} />}
          </PaneFrame>
        );
      })}
    </div>
  );
}

interface FrameProps {
  readonly index: number;
  readonly pane: Pane;
  readonly isActive: boolean;
  readonly isOnly: boolean;
  readonly run: (command: PaneCommand) => void;
  readonly children: preact.ComponentChildren;
}

function PaneFrame({ index, pane, isActive, isOnly, run, children }: FrameProps) {
  const names = ['pane', isActive && !isOnly && 'pane--active'].filter(Boolean).join(' ');
  return (
    <section
      class={names}
      data-testid="pane"
      data-pane={index}
      data-active={isActive}
      aria-label={isOnly ? undefined : text.layout.pane(index + 1, isActive)}
      onPointerDownCapture={() => run({ do: 'activate', pane: index })}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes(SERIES_DRAG)) event.preventDefault();
      }}
      onDrop={(event) => {
        const series = event.dataTransfer?.getData(SERIES_DRAG) ?? '';
        if (series === '') return;
        event.preventDefault();
        run({ do: 'activate', pane: index });
        pane.dispatch({ do: 'series', index: Number(series) });
      }}
    >
      {children}
    </section>
  );
}
