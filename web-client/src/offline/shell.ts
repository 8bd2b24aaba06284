// SPDX-License-Identifier: Apache-2.0

export interface ShellState {
  readonly isKept: boolean;
  readonly isUpdateWaiting: boolean;
}

/** The service worker as the page sees it: whether the application is kept, and whether a newer one is ready. */
export class Shell {
  readonly #workers: ServiceWorkerContainer;
  readonly #changed: (state: ShellState) => void;
  #registration: ServiceWorkerRegistration | null = null;

  constructor(workers: ServiceWorkerContainer, changed: (state: ShellState) => void) {
    this.#workers = workers;
    this.#changed = changed;
  }

  /** Sees what is there already; registers nothing. */
  async look(): Promise<void> {
    this.#follow((await this.#workers.getRegistration('/')) ?? null);
  }

  async register(): Promise<void> {
    this.#follow(await this.#workers.register('/sw.js'));
  }

  /** Lets the newer application take over and starts it. */
  update(reload: () => void): void {
    this.#workers.addEventListener('controllerchange', reload, { once: true });
    this.#registration?.waiting?.postMessage('take-over');
  }

  #follow(registration: ServiceWorkerRegistration | null): void {
    if (registration !== null && registration !== this.#registration) {
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => this.#tell());
      });
      registration.installing?.addEventListener('statechange', () => this.#tell());
    }
    this.#registration = registration ?? this.#registration;
    this.#tell();
  }

  #tell(): void {
    const isKept = this.#registration?.active != null;
    this.#changed({ isKept, isUpdateWaiting: isKept && this.#registration?.waiting != null });
  }
}
