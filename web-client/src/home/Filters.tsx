// SPDX-License-Identifier: Apache-2.0
import type { Ref } from 'preact';
import type { ListHead } from '../contract/lists';
import { CrossIcon, SearchIcon } from '../ui/icons';
import { text } from '../ui/text';
import { type DateFilter, KINDS, type Query } from './query';

interface FiltersProps {
  readonly query: Query;
  readonly onlyReady: boolean;
  readonly lists: readonly ListHead[];
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onQuery: (query: Query, isTyping?: boolean) => void;
  readonly onOnlyReady: (isOn: boolean) => void;
  /** Down from the search box: to the first study. */
  readonly onLeave: () => void;
}

const DATES: readonly DateFilter[] = ['today', 'week', 'all'];

/** One search box; below it the chips. */
export function Filters(props: FiltersProps) {
  const { query, onlyReady, lists, onQuery, onOnlyReady } = props;
  const toggle = (label: string) => {
    const kinds = query.kinds.includes(label) ? query.kinds.filter((kind) => kind !== label) : [...query.kinds, label];
    onQuery({ ...query, kinds });
  };
  return (
    <search class="filters">
      <SearchBox {...props} />
      <div class="filters__chips">
        <fieldset class="segments">
          <legend class="sr-only">{text.date}</legend>
          {DATES.map((date) => (
            <label class="segment" key={date}>
              <input
                type="radio"
                name="date"
                checked={query.date === date}
                onChange={() => onQuery({ ...query, date })}
              />
              <span>{text.dates[date]}</span>
            </label>
          ))}
        </fieldset>
        {lists.length > 0 && (
          <select
            class="chip chip--select"
            data-testid="choose-list"
            aria-label={text.list}
            value={query.list}
            onChange={(event) => onQuery({ ...query, list: event.currentTarget.value })}
          >
            <option value="">{text.allLists}</option>
            {lists.map(({ name, studies }) => (
              <option key={name} value={name}>
                {text.listOption(name, studies)}
              </option>
            ))}
          </select>
        )}
        <fieldset class="chips">
          <legend class="sr-only">{text.modality}</legend>
          <Chip label={text.offlineReady} isOn={onlyReady} onToggle={() => onOnlyReady(!onlyReady)} />
          {KINDS.map(({ label }) => (
            <Chip key={label} label={label} isOn={query.kinds.includes(label)} onToggle={() => toggle(label)} />
          ))}
        </fieldset>
      </div>
    </search>
  );
}

function SearchBox({ query, searchRef, onQuery, onLeave }: FiltersProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    }
    if (event.key === 'Escape' && query.words !== '') {
      event.preventDefault();
      onQuery({ ...query, words: '' });
    }
  };
  return (
    <div class="search">
      <SearchIcon />
      <input
        ref={searchRef}
        class="search__input"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        data-testid="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={query.words}
        onInput={(event) => onQuery({ ...query, words: event.currentTarget.value }, true)}
        onKeyDown={onKeyDown}
      />
      {query.words === '' ? (
        <kbd class="search__key">/</kbd>
      ) : (
        <button
          type="button"
          class="button button--icon"
          aria-label={text.clearSearch}
          onClick={() => onQuery({ ...query, words: '' })}
        >
          <CrossIcon />
        </button>
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Chip({ label, isOn, onToggle }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={onToggle}>
      {label}
    </button>
  );
}
