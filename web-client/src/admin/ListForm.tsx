// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import type { ListRule } from '../contract/lists';
import { Dialog } from '../ui/Dialog';
import { appended, LARGEST, textOf } from './listFile';
import { listText } from './listText';
import { RuleFields, ruleOf, typed } from './RuleFields';
import { adminText } from './text';

interface ListFormProps {
  /** Null for a new list: then its name is asked for. */
  readonly name: string | null;
  readonly lines: string;
  readonly rule: ListRule | null;
  /** Resolves to what went wrong, in words; empty when it was saved. */
  readonly onSave: (name: string, lines: string, rule: ListRule | null) => Promise<string>;
  readonly onClose: () => void;
}

/** Where a list is written or pasted. */
export function ListForm({ name, lines, rule, onSave, onClose }: ListFormProps) {
  const id = useId();
  const [called, setCalled] = useState(name ?? '');
  const [pasted, setPasted] = useState(lines);
  const [filling, setFilling] = useState(typed(rule));
  const [failure, setFailure] = useState('');
  const upload = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const read = file.size > LARGEST ? null : textOf(new Uint8Array(await file.arrayBuffer()));
    input.value = '';
    setFailure(read === null ? listText.notText : '');
    if (read !== null) setPasted(appended(pasted, read));
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = called.trim();
    setFailure(wanted === '' ? listText.nameMissing : await onSave(wanted, pasted, ruleOf(filling)));
  };
  return (
    <Dialog title={name === null ? listText.newTitle : listText.editTitle(name)} testId="list-dialog" onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        {name === null && (
          <p class="admin__field">
            <label for={`${id}-name`}>{listText.name}</label>
            <input
              id={`${id}-name`}
              class="admin__value"
              data-testid="list-name"
              autocomplete="off"
              maxLength={64}
              value={called}
              aria-describedby={`${id}-hint`}
              onInput={(event) => setCalled(event.currentTarget.value)}
            />
            <small id={`${id}-hint`}>{listText.nameHint}</small>
          </p>
        )}
        <p class="admin__field">
          <label for={`${id}-lines`}>{listText.lines}</label>
          <textarea
            id={`${id}-lines`}
            class="admin__value admin__value--tall"
            data-testid="list-lines"
            rows={10}
            spellcheck={false}
            value={pasted}
            aria-describedby={`${id}-lines-hint`}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
          <small id={`${id}-lines-hint`}>{listText.linesHint}</small>
        </p>
        <p class="admin__field">
          <label for={`${id}-file`}>{listText.file}</label>
          <input
            id={`${id}-file`}
            type="file"
            class="admin__value"
            data-testid="list-file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(event) => void upload(event.currentTarget)}
          />
        </p>
        <RuleFields rule={filling} onChange={setFilling} />
        <p role="alert" class="admin__failure" data-testid="list-failure">
          {failure}
        </p>
        <div class="admin__choices">
          <button type="button" class="button" onClick={onClose}>
            {adminText.cancel}
          </button>
          <button type="submit" class="button button--solid" data-testid="save-list">
            {listText.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
