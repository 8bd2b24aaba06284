// SPDX-License-Identifier: Apache-2.0

/** The smaller form of exact 16-bit grey tiles: a server or a kind of frame without it answers with PNG. */
export const PLANES = 'image/vnd.wardlight.planes';
