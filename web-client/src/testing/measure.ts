// SPDX-License-Identifier: Apache-2.0
// Marks and ultrasound regions for tests.
import type { Mark, MarkKind } from '../measure/mark';
import type { UltrasoundRegion } from '../model/study';

/** A mark on the first frame of an object. */
export const markOf = (kind: MarkKind, ...points: readonly (readonly [number, number])[]): Mark => ({
  id: '1',
  kind,
  place: { instance: '2.25.7.1', frame: 1 },
  points: points.map(([x, y]) => ({ x, y })),
  text: '',
});

/** A hundred pixels square of tissue, with a step to the left (a negative one is allowed, PS3.3 C.8.5.5). */
export const regionOf = (change: Partial<UltrasoundRegion> = {}): UltrasoundRegion => ({
  left: 0,
  top: 0,
  right: 99,
  bottom: 99,
  format: 'TWO_D',
  dataType: 1,
  flags: 0,
  unitX: 'cm',
  unitY: 'cm',
  deltaX: -0.05,
  deltaY: 0.02,
  referenceX: null,
  referenceY: null,
  originX: 0,
  originY: 0,
  ...change,
});
