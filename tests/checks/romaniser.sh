#!/bin/sh
# SPDX-License-Identifier: MIT
# The models of data/places are what their script makes of their pairs today. Takes a minute and python3.
. "$(dirname "$0")/lib.sh"
scratch
if ! command -v python3 >/dev/null; then
	echo 'no python3 here'
	exit 77
fi
places=$top/data/places
for mode in romanise arabise; do
	python3 "$places/train-romaniser.py" "$mode" "$places/romanise-pairs.tsv" >"$tmp/$mode" 2>"$tmp/errors" || cat "$tmp/errors" >>"$tmp/$mode"
	none "$mode-model.tsv is not what train-romaniser.py writes" "$(cmp "$tmp/$mode" "$places/$mode-model.tsv" 2>&1)"
done
finish
