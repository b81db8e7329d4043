# Functions that install what the other scripts need; to be sourced.
#
# A second run does nothing: packages are asked of dpkg, Python packages of a stamp in .venv.

# as many compilers as cores: ninja's one or two more only take cache and memory from the others
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export PYTHONNOUSERSITE=1  # nothing of the user's own site may stand in for what is missing
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
  "libexpat1-dev: XML inside xlsx"
  "libminizip-dev: the archive around docx and xlsx"
  "zlib1g-dev: the archive around docx and xlsx"
  "libgumbo-dev: HTML"
  "ccache: makes the second build short"
)
test_packages=(
  "doctest-dev: C++ tests"
  "fonts-dejavu-core: letters of the PDFs that tests draw"
  "valgrind: counts instructions, for tests of what takes linear time"
)
recognition_packages=(
  "tesseract-ocr: recognises scans"
  "tesseract-ocr-vie: knows Vietnamese letters"
)
sanitizer_packages=(
  "clang: sanitizers and libFuzzer"
  "libclang-rt-dev: what they need at run time"
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

# in_venv ARGUMENT... runs pip in .venv.
in_venv() { (cd "$root" && "$venv/bin/python" -m pip --disable-pip-version-check "$@"); }

# need_pip NAME ARGUMENT... installs with pip unless the stamp says that it was done.
need_pip() {
  local stamp=$venv/.stamp-$1
  shift
  local want
  want="$* $(sha256sum "$root/pyproject.toml" | cut -c 1-16)"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
  say "pip install $*"
  in_venv install -q "$@"
  printf '%s' "$want" >"$stamp"
}

# need_declared build-system|project: what pyproject.toml says that the build, or the package, needs.
need_declared() {
  local list
  mapfile -t list < <("$venv/bin/python" -c '
import pathlib, sys, tomllib
table = tomllib.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))[sys.argv[2]]
print(*table.get("requires", table.get("dependencies")), sep="\n")' "$root/pyproject.toml" "$1")
  need_pip "$1" "${list[@]}"
}

# need_wheel: the package itself in .venv with all that it depends on, built again where a source is
# newer. Its build requirements stand in .venv, at the same place in each checkout, so that ccache
# knows their headers again; pip's own throw-away environment has another path each time.
need_wheel() {
  local stamp=$venv/.stamp-sauro
  need_declared build-system
  if [ -f "$stamp" ] && [ -z "$(find "$root"/{include,src,bindings,python,cmake,CMakeLists.txt,pyproject.toml} \
      -newer "$stamp" -type f -not -name '*.pyc' -print -quit)" ]; then
    return
  fi
  say "building the package"
  use_ccache
  CXX=${CXX:-$(command -v c++)} in_venv install -q --no-build-isolation .  # the name that CMake takes elsewhere
  touch "$stamp"
}

# use_ccache: objects of one checkout serve another; sloppy about what precompiled headers need and
# about the language of messages, which Python sets for what it starts where a machine has none. It
# takes the included headers from the compiler (depend) and doesn't ask the preprocessor before.
use_ccache() {
  command -v ccache >/dev/null || return 0
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros,locale
}
