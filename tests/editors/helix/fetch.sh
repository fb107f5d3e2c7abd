#!/usr/bin/env bash
# fetch.sh FOLDER: puts Helix and tmux, which shows it, below the folder, once, and prints the folder of their programs.
# They are Debian trixie's, unpacked, and run by the loader that came with them.
set -euo pipefail
mkdir -p "$1"
place=$(cd "$1" && pwd)/helix
if [ ! -x "$place/hx" ]; then
  new=$place.new
  rm -rf "$new" "$place"
  mkdir -p "$new"
  "$(dirname "$0")/../packages.sh" trixie "$new" hx tmux
  for program in usr/lib/hx/hx usr/bin/tmux; do
    cat >"$new/$(basename "$program")" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/root
libraries=\$root/usr/lib/$(uname -m)-linux-gnu
export HELIX_RUNTIME="\$root/usr/lib/hx/runtime"
for loader in "\$libraries"/ld-linux-*.so.*; do :; done
exec "\$loader" --library-path "\$libraries" "\$root/$program" "\$@"
WRAPPER
    chmod +x "$new/$(basename "$program")"
  done
  mv "$new" "$place"
fi
"$place/hx" --version >/dev/null
"$place/tmux" -V >/dev/null
echo "$place"
