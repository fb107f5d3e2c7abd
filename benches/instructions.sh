#!/bin/sh
# Instructions for one stroke, counted by callgrind: the same on a busy machine as on an idle one.
# Each number is the difference between two rounds of strokes and one, so the start is not in it.
#
#   benches/instructions.sh                                    the generated workspace
#   TASKPACKET_BENCH_ROOT=<folder> benches/instructions.sh     another one
set -eu
cd "$(dirname "$0")/.."

if ! command -v valgrind >/dev/null 2>&1; then
    echo "instructions.sh: valgrind is not installed; it does the counting (Debian: apt-get install valgrind)" >&2
    exit 2
fi

binary=$(cargo bench --locked --bench instructions --no-run --message-format=json 2>/dev/null |
    sed -n 's/.*"name":"instructions".*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
if [ -z "$binary" ]; then
    echo "instructions.sh: the program was not built; see: cargo bench --bench instructions --no-run" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Counts one run: leaves its instructions in $counted, its strokes in $strokes and its packet in $packet.
run() {
    if ! valgrind --tool=callgrind --callgrind-out-file=/dev/null "$binary" "$@" >"$work/out" 2>"$work/err"; then
        cat "$work/err" >&2
        echo "instructions.sh: this run failed: $*" >&2
        exit 1
    fi
    counted=$(sed -n 's/.*Collected *: *\([0-9]*\).*/\1/p' "$work/err")
    read -r strokes packet <"$work/out"
    if [ -z "$counted" ]; then
        echo "instructions.sh: callgrind did not say what it counted" >&2
        exit 1
    fi
}

measure() { # edit, factor, and "closed" for the largest packet even where it is closed
    run "$1" 1 "$2" "${3:-active}"
    counted_once=$counted
    strokes_once=$strokes
    run "$1" 2 "$2" "${3:-active}"
    each=$(((counted - counted_once) / (strokes - strokes_once)))
    printf '%-8s %6s %14s  %s\n' "$1" "${2}x" "$each" "$packet"
}

printf '%-8s %6s %14s  %s\n' edit size instructions packet
for edit in letter fact fence item paste; do
    measure "$edit" 1
done
for factor in 3 10; do
    measure letter "$factor"
    measure fact "$factor"
done
# Where the largest packet is closed, it has a line of its own.
if [ -n "${TASKPACKET_BENCH_ROOT:-}" ]; then
    for edit in letter fence item paste; do
        measure "$edit" 1 closed
    done
fi
