// SPDX-License-Identifier: Apache-2.0

/** Told to the page when an answer says that somebody must sign in first. */
export const SIGN_IN_NEEDED = 'wardlight-sign-in-needed';

/** Fetches what is only read. The one place that sees that a session has ended. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (response.status === 401) dispatchEvent(new Event(SIGN_IN_NEEDED));
  return response;
}
