// SPDX-License-Identifier: Apache-2.0
// Fails the build when the page, to the list and the first image, is more than 100 kB on the wire even with gzip.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIMIT = 100_000;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

// The keeper of offline studies is a worker of its own that starts after the list is shown; an administrator's
// pages and what measures wait for a click.
const shell = readdirSync(`${dist}assets`)
  .filter((name) => /\.(js|css)$/.test(name) && !/^(keeper|Admin|Measuring)/.test(name))
  .map((name) => `assets/${name}`);
const files = ['index.html', ...shell];

const size = (ending) => {
  const onWire = (name) => (existsSync(`${dist}${name}${ending}`) ? `${dist}${name}${ending}` : `${dist}${name}`);
  return files.reduce((sum, name) => sum + statSync(onWire(name)).size, 0);
};
const [plain, gzip, brotli] = ['', '.gz', '.br'].map(size);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

console.log(`shell: ${kilobytes(plain)} plain, ${kilobytes(gzip)} gzip, ${kilobytes(brotli)} brotli`);
if (!readFileSync(`${dist}index.html`, 'utf8').includes('/assets/')) {
  throw new Error('the index page names no script: was the page built?');
}
if (gzip > LIMIT) {
  console.error(
    `The shell is ${kilobytes(gzip)} with gzip; the limit is ${kilobytes(LIMIT)}. Load later what is not needed at once.`,
  );
  process.exit(1);
}
