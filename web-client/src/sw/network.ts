// SPDX-License-Identifier: Apache-2.0

/** The network's answer, or null when it fails, or takes longer than `ms`; then a late answer is thrown away. */
export async function soon(answer: Promise<Response>, ms: number): Promise<Response | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
  return Promise.race([answer.catch(() => null), late]);
}

/** Whether an answer is a gateway saying that the server behind it is not there. */
export function isOut(response: Response): boolean {
  return response.status === 502 || response.status === 503 || response.status === 504;
}

/** What the application gets for what is neither here nor to be had. */
export function offlineProblem(): Response {
  const detail = 'There is no connection, and this is not kept on this device.';
  const body = { type: 'about:blank', title: 'Offline', status: 503, code: 'offline', detail };
  return new Response(JSON.stringify(body), { status: 503, headers: { 'Content-Type': 'application/problem+json' } });
}
