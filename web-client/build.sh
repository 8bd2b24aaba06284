#!/bin/sh
# Builds dist/ when a source is newer than it; installs the packages when the lock file asks for it.
set -eu
cd "$(dirname "$0")"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent --no-audit --no-fund
  touch node_modules/.package-lock.json
fi
if [ ! -f dist/index.html ] || [ -n "$(find src public scripts index.html vite.config.ts tsconfig.json package.json package-lock.json -newer dist/index.html -type f -print 2>/dev/null | head -n 1)" ]; then
  npm run --silent build -- --logLevel warn
fi
