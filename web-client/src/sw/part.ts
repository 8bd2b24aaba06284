// SPDX-License-Identifier: Apache-2.0

/** The part of a whole answer that a Range header asks for (RFC 9110 14.2); the whole when there is none that is understood. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (asked === null) return whole;
  const bytes = await whole.blob();
  const from = Number(asked[1]);
  const end = asked[2] === '' ? bytes.size : Math.min(bytes.size, Number(asked[2]) + 1);
  const headers = new Headers(whole.headers);
  headers.set('Accept-Ranges', 'bytes');
  if (from >= end) {
    headers.set('Content-Range', `bytes */${bytes.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${from}-${end - 1}/${bytes.size}`);
  headers.set('Content-Length', `${end - from}`);
  return new Response(bytes.slice(from, end), { status: 206, headers });
}
