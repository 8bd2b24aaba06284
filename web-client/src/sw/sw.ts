// SPDX-License-Identifier: Apache-2.0
declare const __BUILD__: string;
declare const __FILES__: readonly string[];
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(`shell-${__BUILD__}`).then((cache) => cache.addAll([...__FILES__])));
});

export {};
