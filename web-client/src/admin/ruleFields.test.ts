// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ruleOf, typed } from './RuleFields';

test('a rule is typed as people write it and comes back as it was', () => {
  const rule = ruleOf({ location: 'Ward 7B*', modalities: 'CT; dx,MR', days: '3', referrer: '' });
  expect(rule).toEqual({ location: 'Ward 7B*', modalities: ['CT', 'dx', 'MR'], days: 3, referrer: '' });
  expect(ruleOf(typed(rule))).toEqual(rule);
});

test('without a ward, modality or referrer there is no rule', () => {
  expect(ruleOf(typed(null))).toBeNull();
  expect(ruleOf({ location: ' ', modalities: ' ,', days: '9', referrer: '' })).toBeNull();
});
