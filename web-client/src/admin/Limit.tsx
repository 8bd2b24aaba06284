// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { User } from '../contract/accounts';
import { parseLists } from '../contract/lists';
import type { SessionClient } from '../session/client';
import { Dialog } from '../ui/Dialog';
import { adminText } from './text';
import { useAnswer } from './useAnswer';

const words = adminText.people;

export interface Reach {
  readonly limited: boolean;
  readonly lists: readonly string[];
}

interface LimitProps {
  readonly session: SessionClient;
  readonly user: User;
  readonly onSave: (reach: Reach) => void;
  readonly onClose: () => void;
}

/** Asks whom somebody may see. Lists that are gone are shown as long as they are chosen. */
export function Limit({ session, user, onSave, onClose }: LimitProps) {
  const { value: lists } = useAnswer(session, '/api/v1/lists', parseLists);
  const [limited, setLimited] = useState(user.limited);
  const [chosen, setChosen] = useState<readonly string[]>(user.lists);
  const names = [...new Set([...(lists ?? []).map(({ name }) => name), ...user.lists])];
  const toggle = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <Dialog title={words.limitTitle(user.displayName)} testId="limit-dialog" onClose={onClose}>
      <fieldset class="admin__options">
        <legend class="sr-only">{words.sees}</legend>
        <label class="admin__option">
          <input type="radio" name="limited" checked={!limited} onChange={() => setLimited(false)} />
          {words.all}
        </label>
        <label class="admin__option">
          <input type="radio" name="limited" checked={limited} onChange={() => setLimited(true)} />
          {words.onlyLists}
        </label>
        {limited &&
          names.map((name) => (
            <label key={name} class="admin__option admin__option--inner">
              <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
              {name}
            </label>
          ))}
        {limited && lists !== null && names.length === 0 && <p>{words.noLists}</p>}
      </fieldset>
      <p class="admin__command">{words.limitDetail}</p>
      <div class="admin__choices">
        <button
          type="button"
          class="button button--solid"
          data-testid="save-limit"
          onClick={() => {
            onClose();
            onSave({ limited, lists: limited ? chosen : [] });
          }}
        >
          {words.save}
        </button>
      </div>
    </Dialog>
  );
}
