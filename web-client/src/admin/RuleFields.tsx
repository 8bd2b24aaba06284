// SPDX-License-Identifier: Apache-2.0
import { useId } from 'preact/hooks';
import type { ListRule } from '../contract/lists';
import { listText } from './listText';

/** A rule as it is typed. */
export interface TypedRule {
  readonly location: string;
  readonly modalities: string;
  readonly days: string;
  readonly referrer: string;
}

export const typed = (rule: ListRule | null): TypedRule => ({
  location: rule?.location ?? '',
  modalities: rule?.modalities.join(', ') ?? '',
  days: String(rule?.days ?? 3),
  referrer: rule?.referrer ?? '',
});

/** The rule that was typed; null when none was. The server says what is wrong with it. */
export function ruleOf({ location, modalities, days, referrer }: TypedRule): ListRule | null {
  const words = modalities.split(/[\s,;]+/).filter((word) => word !== '');
  if (location.trim() === '' && words.length === 0 && referrer.trim() === '') return null;
  return { location, modalities: words, days: Number.parseInt(days, 10) || 0, referrer };
}

interface RuleFieldsProps {
  readonly rule: TypedRule;
  readonly onChange: (rule: TypedRule) => void;
}

/** What fills a list by itself. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const id = useId();
  const field = (key: keyof TypedRule, label: string, hint: string) => (
    <p class="admin__field">
      <label for={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        class="admin__value"
        data-testid={`rule-${key}`}
        autocomplete="off"
        inputMode={key === 'days' ? 'numeric' : 'text'}
        value={rule[key]}
        aria-describedby={`${id}-${key}-hint`}
        onInput={(event) => onChange({ ...rule, [key]: event.currentTarget.value })}
      />
      <small id={`${id}-${key}-hint`}>{hint}</small>
    </p>
  );
  return (
    <fieldset class="admin__options">
      <legend>{listText.ruleTitle}</legend>
      {field('location', listText.ruleWard, listText.ruleWardHint)}
      {field('modalities', listText.ruleModality, listText.ruleModalityHint)}
      {field('referrer', listText.ruleReferrer, listText.ruleReferrerHint)}
      {field('days', listText.ruleDays, listText.ruleDaysHint)}
    </fieldset>
  );
}
