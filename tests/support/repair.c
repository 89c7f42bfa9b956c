/* SPDX-License-Identifier: MIT */
#include "support/repair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

static void read_items(struct items *items, const uint8_t *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		uint32_t cp;
		size_t next = at + utf8_decode(text + at, text + len, &cp);
		items_push(items, cp, (uint32_t)at, (uint32_t)next);
		at = next;
	}
}

static void write_items(const struct items *items, struct buffer *out)
{
	for (size_t i = 0; i < items->len && buffer_reserve(out, 4); i++)
		out->len += utf8_encode(items->at[i].cp, out->at + out->len);
}

static bool is_orderly(const struct items *items, size_t len)
{
	for (size_t i = 0; i < items->len; i++) {
		const struct text_item *item = &items->at[i], *before = i ? item - 1 : NULL;
		bool same = before && before->start == item->start && before->end == item->end;
		if (item->start > item->end || item->end > len || (before && !same && before->end > item->start))
			return false;
	}
	for (size_t i = 0; i < items->finding_len; i++)
		if (items->findings[i].start >= items->findings[i].end || items->findings[i].end > len ||
		    (i && !items->findings[i].detail && items->findings[i - 1].start > items->findings[i].start))
			return false;
	return true;
}

static bool is_suspected(const struct step *step, unsigned value, const uint8_t *text, size_t len)
{
	enum suspicion suspicion = SUSPICION_NONE;
	const uint8_t *calm = text;
	for (const uint8_t *at = text, *end = text + len; at < end && suspicion != SUSPICION_SOME;) {
		uint32_t cp;
		unsigned bytes = utf8_decode(at, end, &cp);
		bool ends = step->whole_lines && cp == '\n';
		bool asks = ends || (at >= calm && step_range_has(step->triggers, step->trigger_count, cp));
		suspicion = asks ? step->suspects(value, text, at, end) : SUSPICION_NONE;
		if (suspicion == SUSPICION_CALM)
			calm = at + STEP_CALM;
		at += bytes;
	}
	return suspicion == SUSPICION_SOME;
}

void repair_text(const struct step *step, unsigned value, const void *text, size_t len, struct repaired *ret)
{
	struct items items = {.log = true};
	*ret = (struct repaired){.suspected = is_suspected(step, value, text, len)};
	items_clear(&items);
	read_items(&items, text, len);
	step->repair(&items, value, 1);
	write_items(&items, &ret->text);
	ret->changes = items.change_len;
	for (size_t i = 0; i < items.finding_len; i++)
		*(items.change_len && items.findings[i].detail ? &ret->told : &ret->findings) += 1;
	ret->orderly = is_orderly(&items, len);
	ret->failed = items.failed || ret->text.failed;
	items_release(&items);
}

void repaired_release(struct repaired *repaired)
{
	buffer_release(&repaired->text);
}

unsigned repair_value(const struct step *step, const char *name)
{
	for (unsigned i = 0; i < step->rule.value_count; i++)
		if (!strcmp(step->rule.values[i].name, name))
			return i;
	fprintf(stderr, "%s has no value %s\n", step->rule.id, name);
	exit(EXIT_FAILURE);
}

const char *repair_laws(const struct step *step, unsigned value, const void *text, size_t len, struct repaired *ret)
{
	struct repaired again;
	repair_text(step, value, text, len, ret);
	repair_text(step, value, ret->text.at, ret->text.len, &again);
	bool stays = again.changes == 0 && again.text.len == ret->text.len &&
		     (!ret->text.len || !memcmp(again.text.at, ret->text.at, ret->text.len));
	bool same = ret->text.len == len && (!len || !memcmp(ret->text.at, text, len));
	repaired_release(&again);
	if (ret->failed || again.failed)
		return "memory ran out";
	if (!stays)
		return "the second run changes the result of the first";
	if (!ret->suspected && (!same || ret->changes || ret->findings))
		return "nothing was suspected, but something was done";
	if (same != (ret->changes == 0))
		return "changes are recorded where there are none, or the other way round";
	return ret->orderly ? NULL : "spans are out of order";
}
