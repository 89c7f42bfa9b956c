/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "repair/steps.h"
#include "unit/repair/cases.h"

Test(escapes, are_decoded)
{
	static const struct repair_case cases[] = {
	    {"pr\\u00e9sident d\\u2019\\u00C9tat", "président d’État", 0},
	    {"\\u0627\\u0644\\u062c\\u0632\\u0627\\u0626\\u0631 \\u061F", "الجزائر ؟", 0},
	    {"\\ud83d\\ude00!", "😀!", 0},
	    {"dit \\u0022oui\\u0022 l\\u0027an", "dit \"oui\" l'an", 0},
	    {"\\u00ab\\u00a0oui\\u00a0\\u00bb\n", "«\u00A0oui\u00A0»\n", 0},
	};
	cases_check(&repair_step_escapes, "decode", cases, COUNT_OF(cases));
}

Test(escapes, stay)
{
	static const struct repair_case cases[] = {
	    {"C:\\users\\nom C:\\xampp \\usage \\u00g9 \\u12 \\", NULL, 0},
	    {"\\n \\\" \\/ \\t \\U00E9", NULL, 0},
	    {"R\\u0026D \\u003cb\\u003e \\u005c \\u0041", NULL, 5},
	    {"\\ud83d x \\ude00 \\ud83d\\ud83d", NULL, 4},
	    {"\\u0000 \\u000a \\u0085 \\u2028 \\u2029 \\ufffe \\ufdd0", NULL, 7},
	    {"\\\\u00e9 \\xe9 \\xC3", NULL, 3},
	    {"a <b title=\"\\u00e9\">c</b>", NULL, 0},
	};
	cases_check(&repair_step_escapes, "decode", cases, COUNT_OF(cases));
}

Test(escapes, are_reported)
{
	static const struct repair_case cases[] = {
	    {"pr\\u00e9sident \\ud83d\\ude00 \\xe9", NULL, 3},
	    {"rien \\ici \\u123", NULL, 0},
	};
	cases_check(&repair_step_escapes, "report", cases, COUNT_OF(cases));
}
