// SPDX-License-Identifier: Apache-2.0

/** A write that never answered. Seen on WebKit over quota: no error, no end. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The result of `work`, or {@link NoAnswer} when it takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('the storage of this device does not answer')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
