#!/bin/sh
# SPDX-License-Identifier: MIT
# The style and the script of the page, as C: html_assets.sh STYLE SCRIPT
set -eu
echo '#include "report/html_parts.h"'

# append NAME FILE: its lines, as html_parts.h declares them
append() {
	printf 'const char *const %s[] = {\n' "$1"
	sed -e 's/^[[:space:]]*//' -e '/^$/d' -e 's/[\\"]/\\&/g' -e 's/.*/\t"&\\n",/' "$2"
	printf '\tNULL,\n};\n'
}

append html_style "$1"
append html_script "$2"
