// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { openStudy } from '../model/state';
import { kindOf, seriesOf, studyOf } from '../testing/study';
import { KEY_LINES, keyName } from './keyCard';
import { keyCommand } from './keys';

const windows = Array.from({ length: 9 }, (_, at) => ({
  center: at,
  width: 100 + at,
  function: 'LINEAR' as const,
  explanation: `W${at}`,
}));
const state = openStudy(studyOf(seriesOf(20, kindOf({ windows }))));

test.each(KEY_LINES.flatMap(({ keys, means }) => keys.map((key) => ({ key, means }))))(
  'the card says of $key what it does: $means',
  ({ key }) => {
    expect(keyCommand(key, state)).not.toBeNull();
    expect(keyName(key)).not.toBe('');
  },
);
