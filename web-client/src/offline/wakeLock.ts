// SPDX-License-Identifier: Apache-2.0

/** Keeps the screen on while it is needed and the page is seen; a browser that will not is not asked twice for the same need. */
export class Awake {
  readonly #document: Document;
  readonly #navigator: Navigator;
  #isNeeded = false;
  #lock: WakeLockSentinel | null = null;

  constructor(document: Document, navigator: Navigator) {
    this.#document = document;
    this.#navigator = navigator;
    document.addEventListener('visibilitychange', () => void this.#settle());
  }

  need(isNeeded: boolean): void {
    if (isNeeded === this.#isNeeded) return;
    this.#isNeeded = isNeeded;
    void this.#settle();
  }

  async #settle(): Promise<void> {
    const isWanted = this.#isNeeded && this.#document.visibilityState === 'visible' && 'wakeLock' in this.#navigator;
    try {
      if (isWanted) this.#lock ??= await this.#navigator.wakeLock.request('screen');
      else await this.#lock?.release();
      if (!isWanted || this.#lock?.released) this.#lock = null;
    } catch {
      // Low battery, or not allowed: the fetching goes on as long as the browser lets it.
      this.#lock = null;
    }
  }
}
