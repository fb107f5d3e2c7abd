# What the scripts that fetch an editor share: `source` it. Where a registry cannot be had at all, a script ends with 75 and says
# why; whatever fails after that is a failure.
away() { echo "$1" >&2; exit 75; }

needs() {
  [ "$(uname -s)" = Linux ] || away "the packages are for Linux"
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || away "there is no $program"
  done
}

# reaches URL: whether a registry answers, whatever it answers.
reaches() {
  python3 - "$1" 2>/dev/null <<'PY' || away "$1 cannot be reached"
import sys, urllib.error, urllib.request
try:
    urllib.request.urlopen(sys.argv[1], timeout=20)
except urllib.error.HTTPError:
    pass
PY
}

debian() {
  needs apt-get dpkg-deb
  [ -r /etc/apt/sources.list.d/debian.sources ] || away "this is no Debian, whose packages are unpacked"
}

pypi() {
  needs python3
  python3 -m pip --version >/dev/null 2>&1 || away "there is no pip"
  reaches "$(python3 -m pip config get global.index-url 2>/dev/null || echo https://pypi.org/simple/)"
}
