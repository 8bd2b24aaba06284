// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { partOf } from './part';

const whole = () => new Response(new Uint8Array([0, 1, 2, 3, 4, 5]), { headers: { 'Content-Type': 'video/mp4' } });
const bytes = async (response: Response) => [...new Uint8Array(await response.arrayBuffer())];

describe('a part of what is kept', () => {
  it('is exactly what was asked for', async () => {
    const part = await partOf(whole(), 'bytes=2-3');
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Range')).toBe('bytes 2-3/6');
    expect(part.headers.get('Content-Type')).toBe('video/mp4');
    expect(await bytes(part)).toEqual([2, 3]);
  });

  it('ends where the whole ends', async () => {
    expect(await bytes(await partOf(whole(), 'bytes=4-'))).toEqual([4, 5]);
    expect(await bytes(await partOf(whole(), 'bytes=4-99'))).toEqual([4, 5]);
  });

  it('outside is refused, and without a range all is given', async () => {
    expect((await partOf(whole(), 'bytes=6-')).status).toBe(416);
    expect((await partOf(whole(), null)).status).toBe(200);
  });
});
