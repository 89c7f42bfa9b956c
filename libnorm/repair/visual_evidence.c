/* SPDX-License-Identifier: MIT */
#include "repair/visual_evidence.h"

#include "text/character.h"
#include "unicode/tables.h"

enum {
	JOIN_WEIGHT = 8 * VISUAL_BIT,      /* what two letters say that join in one order only */
	FOREIGN_SHARE = 16,                /* one letter in so many is rare enough to be a name */
};

/* Forms of one letter stand side by side in the code charts, in this order. */
static const uint8_t form_joins[] = {
	VISUAL_JOINS_KNOWN,
	VISUAL_JOINS_KNOWN | VISUAL_JOINS_BACK,
	VISUAL_JOINS_KNOWN | VISUAL_JOINS_ON,
	VISUAL_JOINS_KNOWN | VISUAL_JOINS_BACK | VISUAL_JOINS_ON,
};

static const struct visual_letter edge = {LETTER_ORDER_EDGE, VISUAL_JOINS_KNOWN};

struct visual_evidence visual_evidence_begin(void)
{
	return (struct visual_evidence){.next = edge, .after = edge};
}

static bool is_form(uint32_t cp)
{
	return (cp >= 0xFB50 && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFC);
}

/* Whether a form stands where the charts are regular: no ligature but those of lam and alef. */
static bool joins_regularly(uint32_t cp)
{
	return (cp >= 0xFB50 && cp <= 0xFBB1) || (cp >= 0xFBFC && cp <= 0xFBFF) || cp >= 0xFE80;
}

static bool equal_forms(uint32_t left, uint32_t right)
{
	const uint32_t *a = &left, *b = &right;
	int n = cpmap_get(&arabic_forms, left, &a), m = cpmap_get(&arabic_forms, right, &b);
	return n > 0 && n == m && a[0] == b[0] && a[n - 1] == b[n - 1];
}

static uint8_t joins_of_form(uint32_t cp)
{
	unsigned form = 0;
	if (!joins_regularly(cp))
		return VISUAL_JOINS_UNKNOWN;
	while (form < 3 && equal_forms(cp - form - 1, cp))
		form++;
	return form_joins[form];
}

/* Marks and tatweel between letters, also as forms. */
static bool passes(uint32_t cp)
{
	return letter_order_passes(cp) || (cp >= 0xFE70 && cp <= 0xFE7F) || character_is_mark(cp);
}

/* What is neither a letter of Arabic nor passed. */
static struct visual_letter other_letter(uint32_t cp, unsigned *foreign)
{
	const uint32_t *to = &cp;
	if (is_form(cp) && cpmap_get(&arabic_forms, cp, &to) > 1)
		return (struct visual_letter){LETTER_ORDER_OTHER, joins_of_form(cp)};
	if (!character_is_arabic_letter(cp))
		return edge;
	unsigned class = letter_order_class(*to);
	*foreign += class == LETTER_ORDER_EDGE;
	uint8_t joins = is_form(cp) ? joins_of_form(cp) : VISUAL_JOINS_UNKNOWN;
	return (struct visual_letter){(uint8_t)(class ? class : LETTER_ORDER_OTHER), joins};
}

/* How much better `right` in front of `left` joins than behind it. */
static long weigh_joins(struct visual_letter left, struct visual_letter right)
{
	bool as_it_is = !(left.joins & VISUAL_JOINS_ON) == !(right.joins & VISUAL_JOINS_BACK);
	bool turned = !(right.joins & VISUAL_JOINS_ON) == !(left.joins & VISUAL_JOINS_BACK);
	return left.joins && right.joins ? (turned - as_it_is) * JOIN_WEIGHT : 0;
}

void visual_evidence_see_letter(struct visual_evidence *evidence, uint32_t cp)
{
	unsigned class = letter_order_class(cp);
	struct visual_letter letter = {(uint8_t)class, VISUAL_JOINS_UNKNOWN}, next = evidence->next;
	if (class == LETTER_ORDER_EDGE) {
		if (passes(cp))
			return;
		letter = other_letter(cp, &evidence->foreign);
		evidence->joins += weigh_joins(letter, next);
	}
	if (next.class != LETTER_ORDER_EDGE)
		evidence->order += letter_order[letter.class][next.class][evidence->after.class];
	evidence->letters += letter.class != LETTER_ORDER_EDGE;
	evidence->words += letter.class == LETTER_ORDER_EDGE && next.class && evidence->after.class;
	evidence->after = next;
	evidence->next = letter;
}

long visual_evidence_sum(const struct visual_evidence *evidence)
{
	bool arabic = evidence->foreign * FOREIGN_SHARE <= evidence->letters;
	return evidence->joins + (arabic ? evidence->order : 0);
}

bool visual_evidence_settled(const struct visual_evidence *evidence)
{
	return evidence->joins + evidence->order <= -VISUAL_SETTLED;
}
