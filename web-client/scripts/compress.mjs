// SPDX-License-Identifier: Apache-2.0
// Writes x.br and x.gz beside each built file that gets smaller, so that the server never compresses at run time.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`);

for (const name of names.filter((n) => /\.(br|gz)$/.test(n))) {
  rmSync(name);
}
for (const name of names.filter((n) => /\.(html|js|css|svg|json|webmanifest|txt)$/.test(n))) {
  const plain = readFileSync(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  keepIfSmaller(`${name}.br`, brotliCompressSync(plain, { params }), plain);
  keepIfSmaller(`${name}.gz`, gzipSync(plain, { level: 9 }), plain);
}

function keepIfSmaller(name, bytes, plain) {
  if (bytes.length < plain.length) {
    writeFileSync(name, bytes);
  }
}
