#!/usr/bin/env bash
# packages.sh SUITE FOLDER PACKAGE..: Debian's packages with all that they need, unpacked below FOLDER/root and not installed. Needs
# apt and Debian's keyring; ends with 75 where
# there is no Debian or no way to it. The host's own packages and lists stay as they are.
set -euo pipefail
source "$(dirname "$0")/registries.sh"
debian
suite=$1 folder=$2
shift 2
apt=$folder/apt
mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources)
mkdir -p "$apt"/{lists/partial,cache/archives/partial,state} "$folder/root"
: >"$apt/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$apt/sources.list"
own=(
  -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
  -o Dir::State="$apt/state" -o Dir::State::Lists="$apt/lists" -o Dir::State::status="$apt/status"
  -o Dir::Cache="$apt/cache" -o APT::Install-Recommends=false -o APT::Sandbox::User=root
  -o Acquire::Languages=none -o Debug::NoLocking=1 -o APT::Keep-Downloaded-Packages=true
  -o Binary::apt::APT::Keep-Downloaded-Packages=true -o DPkg::Post-Invoke= -o APT::Update::Post-Invoke=
)
apt-get "${own[@]}" -qq -o APT::Update::Error-Mode=any -o Acquire::Retries=2 update || away "$mirror cannot be reached"
apt-get "${own[@]}" -qq -y --download-only install "$@" >/dev/null
for archive in "$apt"/cache/archives/*.deb; do
  dpkg-deb -x "$archive" "$folder/root"
done
rm -rf "$apt"
