// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { deviceName } from './deviceName';

test('a device is called by its kind', () => {
  expect(deviceName('Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36')).toBe('Android tablet (browser)');
  expect(deviceName('Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36')).toBe('Android phone (browser)');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64)')).toBe('Linux (browser)');
  expect(deviceName('')).toBe('Device (browser)');
});
