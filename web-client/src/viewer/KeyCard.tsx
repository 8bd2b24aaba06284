// SPDX-License-Identifier: Apache-2.0
import { KEY_LINES, keyName } from '../tools/keyCard';
import { Dialog } from '../ui/Dialog';
import { text } from '../ui/text';

/** The keys and what they do. */
export function KeyCard({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text.keysTitle} testId="key-card" onClose={onClose}>
      <dl class="key-card">
        {KEY_LINES.map(({ keys, means }) => (
          <Line key={means} keys={keys.map(keyName)} means={means} />
        ))}
        <Line keys={['X']} means={text.keys.layout} />
        <Line keys={['O', 'D']} means={text.keys.pane} />
        <Line keys={['K']} means={text.keys.link} />
        <Line keys={['Enter']} means={text.keys.place} />
        <Line keys={['Arrows']} means={text.keys.nudge} />
        <Line keys={['U', 'Y']} means={text.keys.undo} />
        <Line keys={['Del']} means={text.keys.remove} />
        <Line keys={['?']} means={text.keys.help} />
        <Line keys={['Esc']} means={text.keys.close} />
      </dl>
    </Dialog>
  );
}

function Line({ keys, means }: { readonly keys: readonly string[]; readonly means: string }) {
  return (
    <div class="key-card__line">
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{means}</dd>
    </div>
  );
}
