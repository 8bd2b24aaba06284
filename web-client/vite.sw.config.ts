// SPDX-License-Identifier: Apache-2.0
// Builds /sw.js as one classic script after the page is built, with the list of the page's files in it.
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const DIST = new URL('./dist/', import.meta.url);

function build(): string {
  const name = /<meta name="build" content="([0-9a-f]+)"/.exec(readFileSync(new URL('index.html', DIST), 'utf8'))?.[1];
  if (name === undefined) throw new Error('dist/index.html names no build: run vite build first');
  return name;
}

/** Every file of the page, as paths; `/` is the index page. */
function files(): string[] {
  const paths = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(sw\.js|index\.html)$|\.(br|gz)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(DIST.pathname.length - 1).replace(/^\/*/, '/'));
  return ['/', ...paths.sort()];
}

export default defineConfig(({ command }) => ({
  publicDir: false,
  define: command === 'build' ? { __BUILD__: JSON.stringify(build()), __FILES__: JSON.stringify(files()) } : {},
  build: {
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'src/sw/sw.ts', formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
  },
}));
