#!/usr/bin/env bash
# fetch.sh FOLDER: puts Emacs with markdown-mode below the folder, once, and prints the path of its program.
# It is Debian trixie's, unpacked, and run by the loader that came with it.
set -euo pipefail
mkdir -p "$1"
place=$(cd "$1" && pwd)/emacs
if [ ! -x "$place/emacs" ]; then
  new=$place.new
  rm -rf "$new" "$place"
  mkdir -p "$new"
  "$(dirname "$0")/../packages.sh" trixie "$new" emacs-nox elpa-markdown-mode
  cat >"$new/emacs" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/root
libraries=\$root/usr/lib/$(uname -m)-linux-gnu
for loader in "\$libraries"/ld-linux-*.so.*; do :; done
for dump in "\$root"/usr/libexec/emacs/*/*/emacs-*.pdmp; do :; done
for share in "\$root"/usr/share/emacs/[0-9]*; do :; done
for mode in "\$root"/usr/share/emacs/site-lisp/elpa-src/markdown-mode-*; do :; done
for own in "\$root"/usr/libexec/emacs/[0-9]*/*; do :; done
export EMACSPATH="\$own" EMACSLOADPATH="\$share/lisp:\$mode" EMACSDATA="\$share/etc" EMACSDOC="\$share/etc"
exec "\$loader" --library-path "\$libraries:\$libraries/systemd" "\$root/usr/bin/emacs-nox" --dump-file "\$dump" "\$@"
WRAPPER
  chmod +x "$new/emacs"
  mv "$new" "$place"
fi
"$place/emacs" --version >/dev/null
echo "$place/emacs"
