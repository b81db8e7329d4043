#!/usr/bin/env bash
# pkg_config.sh COMPILER LIBDIR SOURCE PLAN PROGRAM: builds with what pkg-config says, with and without
# --static, and runs it; the flags for compiling hold nothing of other libraries.
set -euo pipefail
compiler=$1 libdir=$2 source=$3 plan=$4 program=$5
export PKG_CONFIG_PATH=$libdir/pkgconfig

cflags=$(pkg-config --cflags sauro)
for flag in $cflags; do
  [ "$(realpath "${flag#-I}")" = "$(realpath "$libdir/../../include")" ] ||
    [ "$(realpath "${flag#-I}")" = "$(realpath "$libdir/../include")" ] ||
    { echo "a flag for compiling that isn't ours: $flag"; exit 1; }
done
for static in "" --static; do
  # shellcheck disable=SC2046,SC2086
  "$compiler" -std=c++20 $cflags "$source" -o "$program" $(pkg-config $static --libs sauro)
  LD_LIBRARY_PATH=$libdir "$program" "$plan" | grep "3 Phòng Văn hóa"
done
