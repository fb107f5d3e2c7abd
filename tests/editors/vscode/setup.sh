#!/usr/bin/env bash
# setup.sh DEST: VS Code 1.100.3's server with its extension host, from the npm registry, without native builds.
# The page that starts the extension host needs a Chromium, and `workspaceContains` needs ripgrep: those on PATH, else Debian's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dest=$1
mkdir -p "$dest"

if ! command -v chromium >/dev/null || ! command -v rg >/dev/null; then
    echo "setup: installing Debian's chromium and ripgrep"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    apt-get install -y -qq --no-install-recommends chromium ripgrep fonts-dejavu-core >/dev/null
fi

stamp=$(cat "$here/host/package-lock.json" "$0" | sha1sum | cut -d' ' -f1)
[ "$(cat "$dest/.ready" 2>/dev/null)" = "$stamp" ] && exit 0
cp "$here/host/package.json" "$here/host/package-lock.json" "$dest/"
cd "$dest"
npm ci --ignore-scripts --no-audit --no-fund
vs=$dest/node_modules/code-server/lib/vscode
# Not `npm ci`: the shrinkwrap that it brings is not complete.
(cd "$vs" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
(cd "$vs/extensions" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
ln -sfn node_modules "$vs/node_modules.asar"
mkdir -p "$vs/node_modules/@vscode/ripgrep/bin"
ln -sf "$(command -v rg)" "$vs/node_modules/@vscode/ripgrep/bin/rg"
node "$vs/out/server-main.js" --version | head -1
echo "$stamp" >"$dest/.ready"
