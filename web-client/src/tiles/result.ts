// SPDX-License-Identifier: Apache-2.0
/** What became of a request. Expected outcomes are data; a bug throws. */
export type TileResult =
  | { readonly kind: 'ready'; readonly bytes: ArrayBuffer }
  /** No network, or nothing of it on this device. Worth asking again when the network is back. */
  | { readonly kind: 'offline' }
  /** The server is there but cannot now. Worth asking again after a while. */
  | { readonly kind: 'busy'; readonly afterMs: number }
  /** It will never be there: why, in the server's words. */
  | { readonly kind: 'gone'; readonly code: string; readonly detail: string }
  | { readonly kind: 'cancelled' };
