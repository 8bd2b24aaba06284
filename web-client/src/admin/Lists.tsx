// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import { type ListHead, type ListRule, type OneList, parseList, parseLists } from '../contract/lists';
import type { SessionClient } from '../session/client';
import { shortInstant } from '../ui/format';
import { Ask } from './Ask';
import { ListForm } from './ListForm';
import { listText } from './listText';
import { Notices } from './Notices';
import { Readiness } from './Readiness';
import { Table } from './Table';
import { useAnswer } from './useAnswer';

const PATH = '/api/v1/lists';
const at = (name: string) => `${PATH}/${encodeURIComponent(name)}`;

interface Editing {
  readonly name: string | null;
  readonly lines: string;
  readonly rule: ListRule | null;
}

/** Lists of patients and studies: made, edited, removed; what each line stands for is said when it is saved. */
export function Lists({ session }: { readonly session: SessionClient }) {
  const { value: lists, failure, change } = useAnswer(session, PATH, parseLists);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<ListHead | null>(null);
  const [looking, setLooking] = useState<string | null>(null);
  const [saved, setSaved] = useState<OneList | null>(null);
  const [said, setSaid] = useState('');
  const open = async (list: ListHead) => {
    const answer = await change(() => session.get(at(list.name)));
    if (answer.kind !== 'ok') return;
    const { lines, rule } = parseList(answer.json);
    const written = lines.filter(({ byRule }) => !byRule).map(({ text }) => text);
    setEditing({ name: list.name, lines: written.join('\n'), rule });
  };
  const save = async (name: string, text: string, rule: ListRule | null) => {
    const isNew = editing?.name === null;
    if (isNew && lists?.some((list) => list.name.toLowerCase() === name.toLowerCase())) return listText.nameTaken;
    const answer = await session.change('PUT', at(name), { text, rule });
    if (answer.kind !== 'ok') return refusalWords(answer);
    setEditing(null);
    setSaved(parseList(answer.json));
    setSaid(listText.wasSaved(name));
    await change(async () => answer);
    return '';
  };
  const remove = async (list: ListHead) => {
    setSaved(null);
    const answer = await change(() => session.change('DELETE', at(list.name)));
    if (answer.kind === 'ok') setSaid(listText.wasRemoved(list.name));
  };
  return (
    <>
      <p class="admin__intro">{lists?.length === 0 ? listText.none : listText.intro}</p>
      <Notices failure={failure} isLoading={lists === null} said={said} />
      <button
        type="button"
        class="button button--solid"
        data-testid="add-list"
        onClick={() => setEditing({ name: null, lines: '', rule: null })}
      >
        {listText.add}
      </button>
      {lists !== null && lists.length > 0 && (
        <Table titles={[listText.name, listText.holds, listText.changed, listText.actions]}>
          {lists.map((list) => (
            <ListRow
              key={list.name}
              list={list}
              onReadiness={() => setLooking(list.name)}
              onEdit={() => void open(list)}
              onRemove={() => setRemoving(list)}
            />
          ))}
        </Table>
      )}
      {saved !== null && <Result list={saved} />}
      {editing !== null && <ListForm {...editing} onSave={save} onClose={() => setEditing(null)} />}
      {looking !== null && <Readiness session={session} name={looking} onClose={() => setLooking(null)} />}
      {removing !== null && (
        <Ask
          title={listText.removeTitle(removing.name)}
          detail={listText.removeDetail}
          action={listText.remove}
          onYes={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

interface ListRowProps {
  readonly list: ListHead;
  readonly onReadiness: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function ListRow({ list, onReadiness, onEdit, onRemove }: ListRowProps) {
  const button = (label: string, onClick: () => void) => (
    <button type="button" class="button" aria-label={listText.of(label, list.name)} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <tr data-testid="list-row" data-name={list.name}>
      <th scope="row">{list.name}</th>
      <td data-label={listText.holds}>
        {listText.counts(list.entries, list.studies)}
        {list.rule !== null && <small>{listText.fills(list.rule)}</small>}
        {list.unknown > 0 && <small>{listText.unknown(list.unknown)}</small>}
      </td>
      <td data-label={listText.changed}>{shortInstant(list.changedAt)}</td>
      <td data-label={listText.actions}>
        <div class="admin__buttons">
          {button(listText.readiness, onReadiness)}
          {button(listText.edit, onEdit)}
          <a
            class="button"
            href={`${at(list.name)}/csv`}
            download
            aria-label={listText.of(listText.download, list.name)}
          >
            {listText.download}
          </a>
          {button(listText.remove, onRemove)}
        </div>
      </td>
    </tr>
  );
}

/** What is looked for in vain. */
function LeftOf({ left }: { readonly left: OneList['left'] }) {
  return (
    <ul class="admin__lines" aria-label={listText.leftTitle}>
      {left.map((one) => (
        <li key={one.study + one.at}>{listText.left(one.patient, one.why, one.by, shortInstant(one.at))}</li>
      ))}
    </ul>
  );
}

/** What was made of each line: a number that nobody has is seen at once. */
function Result({ list }: { readonly list: OneList }) {
  return (
    <section aria-label={listText.result} data-testid="list-result">
      <h2>{list.name}</h2>
      {list.left.length > 0 && <LeftOf left={list.left} />}
      <ul class="admin__lines">
        {list.doubts.map(({ line, words }) => (
          <li key={`doubt ${line}`} class="admin__bad">
            {listText.doubt(line, words)}
          </li>
        ))}
        {list.lines.map((line) => (
          <li key={line.text} class={line.ambiguous ? 'admin__bad' : undefined}>
            <b>{line.text}</b> {line.patient ?? listText.nothing}
            {line.byRule && ` · ${listText.byRule}`}
            {line.studies > 0 && ` · ${listText.studies(line.studies)}`}
            {line.ambiguous && ` · ${listText.ambiguous}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
