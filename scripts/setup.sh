# Functions that install what the other scripts need; to be sourced.
#
# A second run does nothing: packages are asked of dpkg, Python packages of a stamp in .venv.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# need_packages "package: why" ... installs the missing ones.
need_packages() {
  local missing=() entry package
  command -v dpkg-query >/dev/null || { check_tools; return; }
  for entry in "$@"; do
    package=${entry%%:*}
    if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
      missing+=("$package")
      say "missing package ${entry}"
    fi
  done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "not root and no sudo: install ${missing[*]} and try again"
    sudo=sudo
  fi
  say "installing ${missing[*]}"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
}

# Where there is no dpkg the tools have to be there; CMake names the libraries that are not.
check_tools() {
  local tool
  for tool in c++ cmake ninja pkg-config; do
    command -v "$tool" >/dev/null || fail "$tool is missing: install it and try again"
  done
}

build_packages=(
  "g++: C++20 compiler"
  "cmake: builds the library"
  "ninja-build: runs the build"
  "pkg-config: finds the libraries"
  "libboost-dev: Boost.Date_Time headers, the calendar"
  "nlohmann-json3-dev: JSON"
  "libutf8proc-dev: Unicode normal forms"
  "libpugixml-dev: XML inside docx"
  "libminizip-dev: the archive around docx"
  "zlib1g-dev: the archive around docx"
  "libgumbo-dev: HTML"
)
test_packages=(
  "ccache: makes the second build short"
  "doctest-dev: C++ tests"
)
fuzz_packages=(
  "clang: libFuzzer"
  "libclang-rt-dev: sanitizers of clang"
)

# need_python: a Python >= 3.11 with headers and a virtual environment in .venv.
need_python() {
  local python=${PYTHON:-python3}
  command -v "$python" >/dev/null || fail "$python is missing: install Python >= 3.11"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "$("$python" --version) is too old: Python >= 3.11 is needed (set PYTHON to name another)"
  case $("$python" -c 'import sys; print(sys.base_prefix)') in
    /usr) need_packages "python3-venv: virtual environments" "python3-dev: headers of Python" ;;
  esac
  if [ ! -x "$venv/bin/python" ]; then
    say "making a virtual environment in .venv"
    "$python" -m venv "$venv"
  fi
}

# need_pip NAME ARGUMENT... installs with pip unless the stamp says that it was done.
need_pip() {
  local stamp=$venv/.stamp-$1
  shift
  local want
  want="$* $(sha256sum "$root/pyproject.toml" | cut -c 1-16)"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
  say "pip install $*"
  "$venv/bin/python" -m pip install -q --disable-pip-version-check "pip>=25.1"
  (cd "$root" && "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@")
  printf '%s' "$want" >"$stamp"
}

# need_wheel: the package itself in .venv, built again where a source is newer.
need_wheel() {
  local stamp=$venv/.stamp-sauro
  need_pip build "scikit-build-core>=0.11,<2" "pybind11>=2.13,<4" "jinja2>=3.1,<4" "tqdm>=4.66,<5"
  if [ -f "$stamp" ] && [ -z "$(find "$root"/{include,src,bindings,python,cmake,CMakeLists.txt,pyproject.toml} \
      -newer "$stamp" -type f -not -name '*.pyc' -print -quit)" ]; then
    return
  fi
  say "building the package"
  use_ccache
  (cd "$root" && "$venv/bin/python" -m pip install -q --disable-pip-version-check \
    --no-build-isolation --force-reinstall --no-deps .)
  touch "$stamp"
}

use_ccache() {
  if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
}
