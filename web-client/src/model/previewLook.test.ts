// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTable, previewTable, valueAt } from './previewLook';
import { type Voi, voiFunction } from './voi';

const voi = fc.record({
  center: fc.double({ min: -1000, max: 1000, noNaN: true }),
  width: fc.double({ min: 2, max: 4000, noNaN: true }),
  function: fc.constantFrom('LINEAR', 'LINEAR_EXACT', 'SIGMOID'),
}) satisfies fc.Arbitrary<Voi>;

test('a grey level goes back to a value that the same window shows in that grey', () => {
  fc.assert(
    fc.property(voi, fc.integer({ min: 1, max: 254 }), (window, level) => {
      expect(voiFunction(window)(valueAt(window, level))).toBeCloseTo(level, 3);
    }),
  );
});

test('a preview in its own window stays as it is, inverted or not', () => {
  fc.assert(
    fc.property(voi, fc.boolean(), (window, inverted) => {
      const table = previewTable({ made: window, wanted: window, inverted, negative: false });
      const errors = [...table].slice(1, 255).map((grey, at) => Math.abs(grey - (at + 1)));
      expect(Math.max(...errors)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the negative of a preview is 255 minus it', () => {
  expect([...plainTable(true)]).toEqual([...plainTable(false)].reverse());
});
