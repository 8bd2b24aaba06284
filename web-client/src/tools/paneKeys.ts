// SPDX-License-Identifier: Apache-2.0
import { LAYOUTS, type PaneCommand, type PaneView } from '../model/panes';

/** What a key means to the panes; null: nothing. `key` as KeyboardEvent.key. */
export function paneKey(key: string, view: PaneView): PaneCommand | null {
  switch (key.toLowerCase()) {
    case 'x': {
      const next = LAYOUTS[(LAYOUTS.indexOf(view.layout) + 1) % LAYOUTS.length];
      return next === undefined ? null : { do: 'layout', layout: next };
    }
    case 'o':
      return { do: 'next-pane' };
    case 'd':
      return { do: 'maximise', pane: view.active };
    case 'k':
      return { do: 'link' };
    default:
      return null;
  }
}
