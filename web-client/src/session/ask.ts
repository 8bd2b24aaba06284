// SPDX-License-Identifier: Apache-2.0

/** Told to the page when an answer says that somebody must sign in first. */
export const SIGN_IN_NEEDED = 'wardlight-sign-in-needed';

/** Fetches what is only read. The one place that sees that a session has ended. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  let response = await fetch(path, init);
  // A browser hands out what it preloaded whenever it is first asked for, so this may be from before somebody signed in.
  if (response.status === 401 && dropPreload(path)) response = await fetch(path, init);
  if (response.status === 401) dispatchEvent(new Event(SIGN_IN_NEEDED));
  return response;
}

/** Whether the page preloaded that path; once. */
function dropPreload(path: string): boolean {
  const links = document.head.querySelectorAll('link[rel="preload"]');
  const link = [...links].find((each) => each.getAttribute('href') === path);
  link?.remove();
  return link !== undefined;
}
