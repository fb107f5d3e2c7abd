#!/usr/bin/env bash
# The VS Code client: types and grammar, the package, and a real extension host. Everything it fetches or writes lies in
# ignored folders: ../.cache/vscode, and node_modules, dist and the like of editors/vscode.
#   TASKPACKET_TEST_ONLY  of the tests inside the extension host, only those that have these words in their names
#   TASKPACKET_SERVER  the program to test; a release build without it
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd)
client=$top/editors/vscode
cache=$top/tests/editors/.cache/vscode
mkdir -p "$cache"
passed=0
failed=0

step() { # NAME COMMAND..: one test, quiet unless it fails
    local name=$1 log
    shift
    log=$cache/${name// /-}.log
    if "$@" >"$log" 2>&1; then
        echo "ok   $name"
        passed=$((passed + 1))
    else
        echo "FAIL $name"
        sed 's/^/     /' "$log" | tail -40
        failed=$((failed + 1))
        return 1
    fi
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}

packages() {
    local stamp
    stamp=$(sha1sum <"$client/package-lock.json")
    [ "$(cat "$client/node_modules/.taskpacket" 2>/dev/null)" = "$stamp" ] && return
    (cd "$client" && npm ci --ignore-scripts --no-audit --no-fund) && echo "$stamp" >"$client/node_modules/.taskpacket"
}

hosts() { # the locks name no registry but the public one
    ! grep -h '"resolved"' "$client/package-lock.json" "$here/host/package-lock.json" | grep -v '"https://registry\.npmjs\.org/'
}

package() {
    local program=${TASKPACKET_SERVER:-$top/target/release/taskpacket}
    if [ -z "${TASKPACKET_SERVER:-}" ]; then
        (cd "$top" && cargo build --release --locked) || return
    fi
    cd "$client" && rm -f ./*.vsix && node scripts/package.mjs linux-x64 "$program" && mv -f ./*.vsix "$cache/taskpacket.vsix"
}

size() { # a VSIX of a release build; one for tests alone may be larger
    local bytes
    bytes=$(stat -c %s "$cache/taskpacket.vsix")
    echo "$bytes bytes"
    [ "$bytes" -lt 12000000 ]
}

contents() { # what must be in the package is, and nothing else
    python3 - "$cache/taskpacket.vsix" <<'PY'
import sys, zipfile
files = {name.removeprefix("extension/") for name in zipfile.ZipFile(sys.argv[1]).namelist() if name.startswith("extension/")}
wanted = {"package.json", "readme.md", "changelog.md", "icon.png", "LICENSE-MIT", "LICENSE-APACHE", "dist/extension.js", "dist/client.js",
          "server/taskpacket", "syntaxes/taskpacket.injection.tmLanguage.json", "media/settings.md", "media/tree.png",
          "media/hover.png", "media/fix.png", "media/status.png", "media/commands.png", "media/walkthrough.png"}
if files != wanted:
    sys.exit(f"missing {sorted(wanted - files)}, too much {sorted(files - wanted)}")
PY
}

# Where it cannot be had, nothing is run, and the last lines say so.
"$here/setup.sh" "$cache/host" >"$cache/set-up.log" 2>&1
status=$?
if [ "$status" -eq 75 ]; then
    echo "not run: vscode: $(tail -1 "$cache/set-up.log")"
    finish
fi
step "set-up of VS Code's server and a browser" eval "cat '$cache/set-up.log'; [ $status -eq 0 ]" || finish
step "packages" packages || finish
step "locks name the public registry only" hosts
step "types" npm --prefix "$client" run -s check
step "grammar" npm --prefix "$client" run -s test:grammar
step "board path" node "$here/board.mjs" "$client"
step "ids of new packets" node "$here/ids.mjs" "$client"
step "finding the server" node "$here/finding.mjs" "$client"
step "package" package || finish
step "contents of the package" contents
step "the package is smaller than 12 MB" size

# The host's own lines are counted into ours.
timeout 1200 node "$here/host.js" "$cache/host" "$cache/taskpacket.vsix" "$cache/work" "$top/fixtures/workspaces/demo" 2>&1 | tee "$cache/host.log"
line=$(grep -E '^host: [0-9]+ passed, [0-9]+ failed$' "$cache/host.log" | tail -1)
if [ -z "$line" ]; then
    echo "FAIL the real extension host did not run to its end; see $cache"
    failed=$((failed + 1))
else
    read -r _ ok _ bad _ <<<"$line"
    passed=$((passed + ok))
    failed=$((failed + bad))
fi
finish
