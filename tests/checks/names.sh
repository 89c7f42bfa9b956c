#!/bin/sh
# SPDX-License-Identifier: MIT
# The table of letters in names is what its script counts, byte for byte.
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo 'no python3 here'; exit 77; }
scratch

python3 "$top/data/places/train-names.py" >"$tmp/name-channel.tsv" || exit 1
none 'data/places/name-channel.tsv is not what train-names.py writes' \
	"$(diff "$top/data/places/name-channel.tsv" "$tmp/name-channel.tsv" | head -n 20)"
finish
