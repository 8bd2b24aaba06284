// SPDX-License-Identifier: Apache-2.0
// Proves that the rules of biome.json bite: code that breaks each of them is written to a throw-away folder, and must be found.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wardlight-planted-'));
const planted = {
  'src/home/peeks.ts': "import { draw } from '../viewer/draw';\nexport const a = draw;\n",
  'src/offline/speaks.ts': "import { text } from '../ui/text';\nexport const b = text;\n",
  'src/viewer/draw.ts': "import { pin } from '../offline/pin';\nexport const draw = pin;\n",
  'src/contract/leans.ts': "import { c } from '../ui/text';\nexport const d = c;\n",
  'src/ui/one.ts': "import { two } from './two';\nexport const one = (): number => two();\n",
  'src/ui/two.ts': "import { one } from './one';\nexport const two = (): number => one();\n",
};
const expected = { noRestrictedImports: 4, noImportCycles: 2 };

try {
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [name, source] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const run = spawnSync(biome, ['lint', '--reporter=json', '.'], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  const found = JSON.parse(run.stdout).diagnostics.map((diagnostic) => String(diagnostic.category));
  for (const [rule, times] of Object.entries(expected)) {
    const count = found.filter((category) => category.endsWith(rule)).length;
    if (count < times) {
      console.error(
        `The rule ${rule} found ${count} of ${times} planted faults: biome.json no longer checks what it says.`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
