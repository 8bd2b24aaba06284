// SPDX-License-Identifier: Apache-2.0

/** A header of answers that came from this device, not from the server: `device`. */
export const SOURCE_HEADER = 'X-Wardlight-Source';

/** A header of such answers: when the server last confirmed what they say, ISO 8601; absent when it never did. */
export const HEARD_HEADER = 'X-Wardlight-Heard';

export function isFromDevice(response: Response): boolean {
  return response.headers.get(SOURCE_HEADER) === 'device';
}
