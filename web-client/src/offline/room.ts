// SPDX-License-Identifier: Apache-2.0

/** What the browser says of its storage; null where it does not say. */
export interface Room {
  readonly usedBytes: number | null;
  readonly freeBytes: number | null;
}

/** Left free on purpose: indexes grow, and a full store is a broken store. */
const SPARE_BYTES = 64 * 1024 * 1024;

export function hasRoom(room: Room, needBytes: number): boolean {
  return needBytes === 0 || room.freeBytes === null || room.freeBytes >= needBytes + SPARE_BYTES;
}

export async function roomOf(storage: StorageManager | undefined): Promise<Room> {
  const estimate = await storage?.estimate?.();
  const { usage, quota } = estimate ?? {};
  return {
    usedBytes: usage ?? null,
    freeBytes: usage === undefined || quota === undefined ? null : Math.max(0, quota - usage),
  };
}
