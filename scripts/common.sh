# Shared by ./start and ./check; sourced, not run. The caller has done `set -euo pipefail`.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JOBS=$(nproc)

say() { printf '== %s\n' "$*" >&2; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# The package names of packages.txt, one a line.
wanted_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$ROOT/packages.txt"; }

missing_packages() {
  local name
  for name in $(wanted_packages); do
    dpkg-query -W -f='${Status}\n' "$name" 2>/dev/null | grep -q '^install ok installed$' || echo "$name"
  done
}

# Installs what is missing of packages.txt. Asks apt for nothing when nothing is missing.
install_packages() {
  local missing as_root=()
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing and only root can install them: $(echo $missing)"
    as_root=(sudo)
  fi
  say "installing $(echo "$missing" | wc -l) packages"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # shellcheck disable=SC2086  # one word a package
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

# build PRESET [TARGET ...]: configures once, then builds what is out of date.
build() {
  local preset=$1
  shift
  if [ ! -f "$ROOT/build/$preset/build.ninja" ]; then
    say "configuring build/$preset"
    (cd "$ROOT" && cmake --preset "$preset" >"$ROOT/build/$preset.configure.log" 2>&1) ||
      { tail -n 20 "$ROOT/build/$preset.configure.log" >&2; fail "cmake --preset $preset failed"; }
  fi
  say "building build/$preset"
  (cd "$ROOT" && cmake --build --preset "$preset" -j "$JOBS" ${1:+--target "$@"}) >&2
}
