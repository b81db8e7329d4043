#!/usr/bin/env bash
# Sets everything up, reads a plan, prints what it holds and writes report.html.
#
#   scripts/demo.sh [FILE]      default: examples/ke-hoach-an-loc.txt
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

file=${1:-$root/examples/ke-hoach-an-loc.txt}
need_packages "${build_packages[@]}"
need_python
need_wheel
"$venv/bin/sauro" read "$file" --report "${REPORT:-report.html}"
