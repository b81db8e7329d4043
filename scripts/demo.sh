#!/usr/bin/env bash
# Sets everything up, reads a plan, prints what it holds, checks it and writes report.html, with how
# its tasks stand where there is a log of progress.
#
#   scripts/demo.sh [PLAN [PROGRESS]]      default: the plan of An Lộc, then the clean plan of Phú Mỹ
#   AS_OF=2026-07-10                       the day of the report; today by default
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

file=${1:-$root/python/sauro/datasets/files/ke-hoach-an-loc.txt}
need_packages "${build_packages[@]}"
need_python
need_wheel
sauro=$venv/bin/sauro
"$sauro" read "$file"
"$sauro" check "$file" --most 10 --fail-on never
report=${REPORT:-report.html}
if [ $# -ge 2 ]; then
  "$sauro" report "$file" --progress "$2" --output "$report" ${AS_OF:+--as-of "$AS_OF"}
elif [ $# -eq 1 ]; then
  "$sauro" report "$file" --output "$report" ${AS_OF:+--as-of "$AS_OF"}
else
  example=$root/python/sauro/datasets/files/ke-hoach-phu-my.txt
  progress=$root/python/sauro/datasets/files/tien-do-phu-my.csv
  "$sauro" track "$example" "$progress" --as-of "${AS_OF:-2026-07-10}" --fail-on never
  "$sauro" report "$example" --progress "$progress" --as-of "${AS_OF:-2026-07-10}" --output "$report"
fi
