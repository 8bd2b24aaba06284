// SPDX-License-Identifier: Apache-2.0
import { LAYOUTS, type Layout, type PaneCommand, type PaneView } from '../model/panes';
import { text } from '../ui/text';

interface Props {
  readonly view: PaneView;
  readonly run: (command: PaneCommand) => void;
  readonly onClose: () => void;
}

const LINES: Readonly<Record<Layout, string>> = {
  '1x1': '',
  '1x2': 'M12 5v14',
  '2x1': 'M3 12h18',
  '2x2': 'M12 5v14M3 12h18',
  '1+3': 'M14 5v14M14 9.7h7M14 14.3h7',
};

/** How many panes, and whether they scroll together. */
export function LayoutChoice({ view, run, onClose }: Props) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div class="layout-choice" role="group" aria-label={text.layout.title}>
        {LAYOUTS.map((layout) => (
          <button
            key={layout}
            type="button"
            class="tool-button"
            data-testid={`layout-${layout}`}
            aria-label={text.layout.names[layout]}
            title={text.layout.names[layout]}
            aria-pressed={view.layout === layout}
            onClick={() => {
              run({ do: 'layout', layout });
              onClose();
            }}
          >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
              <rect x="3" y="5" width="18" height="14" rx="1" />
              <path d={LINES[layout]} />
            </svg>
          </button>
        ))}
      </div>
      {view.layout !== '1x1' && (
        <button
          type="button"
          class="menu-item"
          data-testid="link-panes"
          aria-pressed={view.isLinked}
          onClick={() => run({ do: 'link' })}
        >
          <span>{text.layout.link}</span>
          <small>{view.isLinked ? 'on' : 'off'}</small>
        </button>
      )}
    </>
  );
}
