#!/bin/sh
# Builds dist/ when a source is newer than it; installs the packages when the lock file asks for it.
set -eu
cd "$(dirname "$0")"
installed=node_modules/.package-lock.json
built=node_modules/.wardlight-built
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --silent --no-audit --no-fund
  touch "$installed"
fi
# Folders count too: their time says that a file went.
sources="src public scripts index.html vite.config.ts vite.sw.config.ts tsconfig.json package.json package-lock.json"
if [ ! -f "$built" ] || [ ! -f dist/sw.js ] || [ -n "$(find $sources -newer "$built" -print 2>/dev/null | head -n 1)" ]; then
  rm -f "$built"
  npm run --silent build
  touch "$built"
fi
