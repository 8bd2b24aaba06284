// SPDX-License-Identifier: Apache-2.0
// How the stage is cut into panes, which of them hands and keys are for, and what each shows at first. Pure.
import { isLayersOnly } from './layers';
import type { StudyDescriptor } from './study';

export const LAYOUTS = ['1x1', '1x2', '2x1', '2x2', '1+3'] as const;
/** Rows x columns; `1+3`: a large one beside three small ones. */
export type Layout = (typeof LAYOUTS)[number];

export const PANES: Readonly<Record<Layout, number>> = { '1x1': 1, '1x2': 2, '2x1': 2, '2x2': 4, '1+3': 4 };
export const MOST_PANES = 4;

export interface PaneView {
  readonly layout: Layout;
  readonly active: number;
  /** The pane that has the whole stage for now; the others stay as they are. */
  readonly maximised: number | null;
  /** Whether panes of one frame of reference scroll together. */
  readonly isLinked: boolean;
}

export const ONE_PANE: PaneView = { layout: '1x1', active: 0, maximised: null, isLinked: true };

export type PaneCommand =
  | { readonly do: 'layout'; readonly layout: Layout }
  | { readonly do: 'activate'; readonly pane: number }
  | { readonly do: 'next-pane' }
  | { readonly do: 'maximise'; readonly pane: number }
  | { readonly do: 'link' };

export function reducePanes(view: PaneView, command: PaneCommand): PaneView {
  const count = PANES[view.layout];
  switch (command.do) {
    case 'layout': {
      const active = Math.min(view.active, PANES[command.layout] - 1);
      return { ...view, layout: command.layout, active, maximised: null };
    }
    case 'activate':
      return command.pane === view.active || command.pane >= count ? view : { ...view, active: command.pane };
    case 'next-pane': {
      const active = (view.active + 1) % count;
      return { ...view, active, maximised: view.maximised === null ? null : active };
    }
    case 'maximise':
      if (count === 1) return view;
      return { ...view, active: command.pane, maximised: view.maximised === null ? command.pane : null };
    case 'link':
      return { ...view, isLinked: !view.isLinked };
  }
}

/** The panes that are on the screen. */
export function shownPanes({ layout, maximised }: PaneView): readonly number[] {
  return maximised === null ? Array.from({ length: PANES[layout] }, (_, pane) => pane) : [maximised];
}

export interface PaneStart {
  readonly series: number;
  /** null: where the series opens by itself. */
  readonly frame: number | null;
}

/** What pane `pane` shows when it appears first: the next series that is shown nowhere; of few single images the next image. */
export function startOf(study: StudyDescriptor, shown: readonly PaneStart[], pane: number): PaneStart {
  const [first] = shown;
  const from = first?.series ?? 0;
  const taken = new Set(shown.map(({ series }) => series));
  const pictures = study.series.map((_, index) => index).filter((index) => isShowable(study, index));
  const order = [...pictures.filter((index) => index > from), ...pictures.filter((index) => index < from)];
  const next = order.find((index) => !taken.has(index));
  if (next !== undefined) return { series: next, frame: null };
  const frames = study.series[from]?.frames ?? [];
  const isPair = frames.length > 1 && frames.every(({ position }) => position === null);
  return { series: from, frame: isPair ? ((first?.frame ?? 0) + pane) % frames.length : null };
}

const isShowable = (study: StudyDescriptor, index: number): boolean =>
  (study.series[index]?.frames.length ?? 0) > 0 && !isLayersOnly(study, index);
