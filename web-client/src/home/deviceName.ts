// SPDX-License-Identifier: Apache-2.0
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android(?!.*Mobile)/, 'Android tablet'],
  [/Android/, 'Android phone'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac or iPad'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** What kind of device a browser says it runs on, for people who look for theirs. */
export const deviceName = (userAgent: string): string =>
  `${KINDS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Device'} (browser)`;
