#!/usr/bin/env bash
# setup.sh DEST: VS Code 1.100.3's server with its extension host, and a browser for its window, all from npm's registry and without native
# builds; nothing is installed on the machine. Ends with 75 where they cannot be had, see ../registries.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../registries.sh"
dest=$1
needs node npm python3
[ "$(uname -m)" = x86_64 ] || away "the browser that npm's registry has is for x86_64"
[[ $(node --version) == v20.* ]] || away "VS Code 1.100 runs on Node 20, and here is $(node --version)"

mkdir -p "$dest"
stamp=$(cat "$here/host/package-lock.json" "$0" | sha1sum | cut -d' ' -f1)
[ "$(cat "$dest/.ready" 2>/dev/null)" = "$stamp" ] && exit 0
reaches "$(npm config get registry)"
cp "$here/host/package.json" "$here/host/package-lock.json" "$dest/"
cd "$dest"
rm -rf .ready browser
npm ci --ignore-scripts --no-audit --no-fund
modules=$dest/node_modules
vs=$modules/code-server/lib/vscode
# Not `npm ci`: the shrinkwrap that it brings is not complete.
(cd "$vs" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
ln -sfn node_modules "$vs/node_modules.asar"
mkdir -p "$vs/node_modules/@vscode/ripgrep/bin"
ln -sf "$modules/@vscode/ripgrep-linux-x64/bin/rg" "$vs/node_modules/@vscode/ripgrep/bin/rg"

# Chromium's headless shell, its libraries and fonts for it.
mkdir -p browser
for packed in "$modules"/@sparticuz/chromium/bin/{chromium,al2023.tar}.br; do
    node -e 'const { pipeline } = require("stream"), fs = require("fs"), [, from, to] = process.argv;
        pipeline(fs.createReadStream(from), require("zlib").createBrotliDecompress(), fs.createWriteStream(to), (error) => { if (error) throw error; })' \
        "$packed" "browser/$(basename "$packed" .br)"
done
tar xf browser/al2023.tar -C browser
rm -r browser/al2023.tar "$modules/@sparticuz"
chmod +x browser/chromium
cat >browser/fonts.conf <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$modules/dejavu-fonts-ttf/ttf</dir>
  <cachedir>$dest/browser/fonts</cachedir>
  <selectfont><rejectfont><glob>*Serif*</glob></rejectfont></selectfont>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
FONTS
node "$vs/out/server-main.js" --version | head -1
LD_LIBRARY_PATH=$dest/browser/lib "$dest/browser/chromium" --version
echo "$stamp" >"$dest/.ready"
