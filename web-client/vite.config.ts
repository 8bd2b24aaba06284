// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** Names the build in the page, by what it consists of: the service worker serves only what belongs to its own build. */
function buildName(): Plugin {
  return {
    name: 'wardlight-build-name',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {}).sort();
        const build = createHash('sha256').update(files.join('\n')).update(html).digest('hex').slice(0, 12);
        return html.replace(
          '<meta charset="utf-8" />',
          `<meta charset="utf-8" />\n    <meta name="build" content="${build}" />`,
        );
      },
    },
  };
}

export default defineConfig({
  plugins: [buildName()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __VERSION__: JSON.stringify(process.env['npm_package_version'] ?? 'development') },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { proxy: { '^/(api|sync|dicom-web|healthz)': process.env['WARDLIGHT_SERVER'] ?? 'http://127.0.0.1:8080' } },
});
