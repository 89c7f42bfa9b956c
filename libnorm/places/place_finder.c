/* SPDX-License-Identifier: MIT */
#include "libnorm/place_finder.h"

#include <stdlib.h>

#include "places/find.h"
#include "places/find_judge.h"
#include "places/find_sieve.h"

struct norm_place_finder {
	const norm_gazetteer *gazetteer;
	struct find_sieve sieve;
	struct find_hits hits;
};

static const norm_match_kind kinds[] = {
	[FIND_NO_PREFIX] = NORM_MATCH_WORD,
	[FIND_CLITIC] = NORM_MATCH_CLITIC,
	[FIND_ARTICLE] = NORM_MATCH_ARTICLE,
	[FIND_CONTRACTION] = NORM_MATCH_CONTRACTION,
};

norm_status norm_place_finder_new(const norm_gazetteer *gazetteer, norm_place_finder **ret)
{
	if (!gazetteer || !ret)
		return NORM_E_MISUSE;
	norm_place_finder *finder = calloc(1, sizeof *finder);
	if (!finder)
		return NORM_E_NOMEM;
	finder->gazetteer = gazetteer;
	if (!find_sieve_make(gazetteer, &finder->sieve)) {
		free(finder);
		return NORM_E_NOMEM;
	}
	*ret = finder;
	return NORM_OK;
}

/* Keep the hits that are places. */
static void keep_places(struct find_hits *hits)
{
	size_t kept = 0;
	for (size_t i = 0; i < hits->len; i++)
		if (hits->at[i].confidence > 0)
			hits->at[kept++] = hits->at[i];
	hits->len = kept;
}

norm_status norm_place_finder_read(norm_place_finder *finder, const char *text, size_t len)
{
	if (!finder || (!text && len))
		return NORM_E_MISUSE;
	struct find_hits *hits = &finder->hits;
	hits->len = 0;
	hits->failed = false;
	if (len > UINT32_MAX)
		return NORM_E_LIMIT;
	const uint8_t *start = (const uint8_t *)(text ? text : "");
	struct find_text source = {finder->gazetteer, start, start + len};
	find_spelled(&source, &finder->sieve, hits);
	if (hits->failed) {
		hits->len = 0;
		return NORM_E_NOMEM;
	}
	find_judge(&source, hits);
	keep_places(hits);
	return NORM_OK;
}

bool norm_place_finder_match(const norm_place_finder *finder, size_t index, norm_place_match *ret)
{
	if (!finder || index >= finder->hits.len)
		return false;
	const struct find_hit *hit = &finder->hits.at[index];
	*ret = (norm_place_match){
		.start = hit->start,
		.end = hit->end,
		.place = hit->place,
		.form = hit->form,
		.confidence = (double)hit->confidence,
		.kind = kinds[hit->prefix],
	};
	return true;
}

void norm_place_finder_free(norm_place_finder *finder)
{
	if (!finder)
		return;
	find_sieve_release(&finder->sieve);
	free(finder->hits.at);
	free(finder);
}
