// SPDX-License-Identifier: Apache-2.0

/** A header of answers that came from this device, not from the server: `device`. */
export const SOURCE_HEADER = 'X-Wardlight-Source';

/** A header of such answers: when the server last confirmed what they say, ISO 8601; absent when it never did. */
export const HEARD_HEADER = 'X-Wardlight-Heard';

export function isFromDevice(response: Response): boolean {
  return response.headers.get(SOURCE_HEADER) === 'device';
}

/** When something was said, by the clock of whoever said it, in milliseconds; not `isLive`: it is a copy on this device. */
export interface Said {
  readonly at: number;
  readonly receivedAt: number;
  readonly isLive: boolean;
}

export function saidBy(response: Response): Said {
  const isLive = !isFromDevice(response);
  const at = Date.parse(response.headers.get(isLive ? 'Date' : HEARD_HEADER) ?? '');
  const receivedAt = Date.now();
  return { at: Number.isNaN(at) ? receivedAt : at, receivedAt, isLive };
}

/** What their clock shows now; a copy on this device stands still at the moment when it was last confirmed. */
export const nowBy = ({ at, receivedAt, isLive }: Said): number => (isLive ? at + Date.now() - receivedAt : at);
