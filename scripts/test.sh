#!/usr/bin/env bash
# Sets everything up, builds with warnings as errors and passes all tests.
#
#   scripts/test.sh             what every commit has to pass
#   scripts/test.sh --all       the slow suites too: sanitizers, fuzzing, cost by size, lowest versions
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

all=false
[ "${1:-}" = "--all" ] && all=true
need_packages "${build_packages[@]}" "${test_packages[@]}"
$all && need_packages "${sanitizer_packages[@]}" "${recognition_packages[@]}"
need_python
need_declared build-system
need_declared project
# what the tests alone need comes while the compiler works; Python compiles what they import of it
{
  need_pip pip "pip>=25.1"
  need_pip groups --no-compile --group test --group lint
} &
packages_of_tests=$!
use_ccache
export PATH=$venv/bin:$PATH

run() { # PRESET
  local log=build/configure-$1.log
  mkdir -p build
  cmake --preset "$1" -DPython_EXECUTABLE="$venv/bin/python" >"$log" || { cat "$log"; exit 1; }
  cmake --build --preset "$1"
}

# The Python tests with the lowest version of each package that pyproject.toml lets them have.
lowest() {
  local environment=build/lowest pins
  pins=$("$venv/bin/python" scripts/lowest.py)
  [ -x $environment/bin/python ] || "$venv/bin/python" -m venv $environment
  # shellcheck disable=SC2086
  $environment/bin/python -m pip install -q --disable-pip-version-check $pins
  PYTHONPATH=build/test/python $environment/bin/python -m pytest -n auto --dist loadfile \
    --ignore tests/python/test_snippet_types.py
}

if $all; then
  run sanitize
  wait $packages_of_tests
  ctest --preset sanitize -L "unit|python|fuzz"
  run tsan
  ctest --preset tsan -L unit
fi
run test
wait $packages_of_tests
ctest --preset test -LE "cost|headers|slow"
if $all; then
  ctest --preset test -L "cost|headers|slow"
  lowest
fi
