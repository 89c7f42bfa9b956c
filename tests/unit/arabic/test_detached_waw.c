/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "arabic/steps.h"
#include "unit/arabic/stretch.h"

Test(detached_waw, joins)
{
	static const struct stretch_row rows[] = {
	    {"قال و ذهب و  عاد", "قال وذهب وعاد", 0},
	    {"و قال\nو ذهب", "وقال\nوذهب", 0},
	    {"قال، و «نعم» (و لا)", "قال، و «نعم» (ولا)", 0},
	    {"و وزير و ووهان", "ووزير وووهان", 0},
	};
	stretch_check(&arabic_step_detached_waw, "join", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}

Test(detached_waw, stays)
{
	static const struct stretch_row rows[] = {
	    {"وقال هو ذهب لو عاد و", "وقال هو ذهب لو عاد و", 0},
	    {"قال و 5 و X و (لا) و\nثم", "قال و 5 و X و (لا) و\nثم", 0},
	    {"قال و\u00A0ذهب و\tعاد", "قال و\u00A0ذهب و\tعاد", 0},
	    {"و و قال", "و و قال", 0},
	    {"و\u064E قال ـو قال 5و قال", "و\u064E قال ـو قال 5و قال", 0},
	    {PROTECTED("و قال") " x", "و قال x", 0},
	    {FRENCH("Il dit قال و ذهب"), "Il dit قال و ذهب", 0},
	};
	static const struct stretch_row persian[] = {{"این و آن", "این و آن", 0}};
	stretch_check(&arabic_step_detached_waw, "join", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
	stretch_check(&arabic_step_detached_waw, "join", LANGUAGE_PERSIAN, persian, 1);
	stretch_check(&arabic_step_detached_waw, "report", LANGUAGE_PERSIAN, persian, 1);
}

Test(detached_waw, is_reported)
{
	static const struct stretch_row rows[] = {{"قال و ذهب و عاد", "قال و ذهب و عاد", 2}, {"قال وذهب", "قال وذهب", 0}};
	stretch_check(&arabic_step_detached_waw, "report", LANGUAGE_ARABIC, rows, COUNT_OF(rows));
}
