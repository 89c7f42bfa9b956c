/* SPDX-License-Identifier: MIT */
#include "places/find_judge.h"

#include <string.h>

#include "places/find_fit.h"
#include "places/find_letters.h"
#include "places/find_name.h"
#include "places/find_words.h"
#include "places/gazetteer.h"
#include "places/vocabulary.h"

enum {
	COUNTRIES_MAX = 64, /* of one text; what comes later has no say */
	MANY = 3,           /* names of a country */
	NAMED = 12,         /* what one or two of them say for a place there, */
	OFTEN = 18,         /* and what many say, … */
	AT_HOME = 12,       /* … which say more where it is one of several places of a name */
	SURE = 15,          /* from here on a name tells the country of others */
	NO_SCORE = -1000,
	NO_PLACE = -150,    /* what stands around says that it is none */
	WELL_KNOWN = 30,    /* countries, capitals */
	UNFIT = 30,         /* a country where a town or a division is meant (ولاية تونس), or another one than that of the region */
	LISTED = 12,        /* one of several: السنغال ومالي */
};

/* Countries of names that are sure. */
struct countries {
	uint16_t code[COUNTRIES_MAX];
	uint32_t names[COUNTRIES_MAX];
	size_t len;
	bool only; /* it is none other */
};

/* How well known places of a kind are: whether a name of theirs without any cue is a place, in French, in Arabic. */
static const int8_t known[FEATURES][2] = {
	[FEATURE_COUNTRY] = {35, 35},   [FEATURE_REGION] = {20, 10},  [FEATURE_AREA] = {15, 0},
	[FEATURE_STATE] = {20, 15},     [FEATURE_CAPITAL] = {35, 30}, [FEATURE_CITY] = {25, 15},
	[FEATURE_TOWN] = {15, 0},      [FEATURE_VILLAGE] = {5, -10}, [FEATURE_LOCALITY] = {0, -15},
	[FEATURE_CAMP] = {5, 0},        [FEATURE_RIVER] = {20, 0},    [FEATURE_LAKE] = {15, 10},
	[FEATURE_MOUNTAIN] = {10, 5},   [FEATURE_DESERT] = {15, 10},  [FEATURE_ISLAND] = {15, 10},
	[FEATURE_SEA] = {30, 25},       [FEATURE_CONTINENT] = {35, 35}, [FEATURE_OTHER] = {0, -5},
};

/* ---- The name ---- */

static int score_of_length(const struct find_hit *hit)
{
	int score = hit->words > 1 ? 15 : 0;
	if (hit->letters <= 3)
		return score - (hit->letters <= 2 ? 45 : 15);
	if (hit->letters == 4)
		return score - 5;
	return score + (hit->letters >= 8 ? 5 : 0);
}

/* A form of a place as it is written here, apart from what stands around. */
static int score_of_form(const struct find_hit *hit, const struct find_name *name, const struct find_fit *fit)
{
	int score = known[name->feature < FEATURES ? name->feature : FEATURE_OTHER][hit->arabic];
	score -= 10 * (fit->accents > 2 ? 2 : fit->accents) + 10 * fit->joined;
	if (name->status == NORM_FORM_HISTORIC || name->status == NORM_FORM_EXONYM)
		score -= 5;
	return score;
}

/* ---- What stands around ---- */

static bool is_word_of_name(enum find_beside word)
{
	return word == BESIDE_CAPITAL || word == BESIDE_INITIAL;
}

static int score_of_cues(const struct find_side *before, const struct find_side *behind)
{
	int score = 0;
	if (before->cues & CUE_PLACE)
		score += 30;
	else if (before->cues & CUE_TOWARDS)
		score += 12;
	if (before->cues & CUE_PERSON && !(before->cues & CUE_PLACE))
		score -= 60;
	if (is_word_of_name(behind->word) && behind->cues & CUE_NOT)
		score -= 60;
	return score;
}

/* A word that hangs on a hyphen makes another name of it (Metz, Maizières-lès-Metz), unless it says where (Nord-Mali, ex-URSS). */
static int score_of_hyphens(const struct find_side *before, const struct find_side *behind, bool joined_before, bool joined_behind)
{
	bool here = before->hyphen && !joined_before && before->word != BESIDE_ACRONYM &&
		    !(before->cues & CUE_PLACE);
	bool there = behind->hyphen && !joined_behind && behind->word != BESIDE_ACRONYM && !(behind->cues & CUE_PLACE);
	return here || there ? -80 : 0;
}

/*
 * Beside a name in small letters capitals make it part of a longer name, of which we know nothing; behind a cue another name may begin
 * there (à Tunis Mohamed…), unless this one is a common beginning (la ville de San Cristobal).
 */
static int score_of_capitals(const struct find_side *before, const struct find_side *behind, bool joined_before, bool joined_behind,
			     bool ambiguous)
{
	int score = 0;
	if (is_word_of_name(before->word) && !joined_before && !(before->cues & CUE_PLACE))
		score -= before->first ? 25 : 40;
	if (before->word == BESIDE_ACRONYM)
		score -= 10;
	if (is_word_of_name(behind->word) && !joined_behind)
		score -= before->cues & (CUE_PLACE | CUE_TOWARDS) && !ambiguous ? 5 : 30;
	return score;
}

/* The clitic that a name hangs on: its letter, else 0. */
static uint8_t letter_in_front(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *before;
	return hit->prefix == FIND_CLITIC ? find_before(text->start, text->start + hit->start, &before).kind : 0;
}

/* Tanwin (U+064B) ends nouns, no names: يمثل حيفاً is no Haifa. */
static bool has_tanwin(const struct find_text *text, const struct find_hit *hit)
{
	enum { LEAD = 0xD9, TRAIL = 0x8B };
	const uint8_t *at = text->start + hit->start, *end = text->start + hit->end;
	if (!hit->arabic)
		return false;
	for (; (at = memchr(at, TRAIL, (size_t)(end - at))); at++)
		if (at[-1] == LEAD)
			return true;
	return false;
}

/* A name that stands behind another in a list: السنغال ومالي, Gao et Ber, Sikasso, San. */
static bool is_listed(const struct find_text *text, const struct find_hit *hit, const struct find_hit *before, bool joined)
{
	const uint8_t *link = text->start + before->end;
	switch (hit->prefix ? 0 : hit->start - before->end) {
	case 0:
		return joined && letter_in_front(text, hit) == LETTER_WAW;
	case 2:
		return memcmp(link, ", ", 2) == 0;
	case 3:
		return memcmp(link, "\xD8\x8C " /* U+060C */, 3) == 0;
	case 4:
		return memcmp(link, " et ", 4) == 0;
	default:
		return false;
	}
}

static int score_of_context(const struct find_text *text, struct find_hits *hits, size_t index)
{
	struct find_hit *hit = &hits->at[index];
	struct find_side before = find_side_before(text, hit), behind = find_side_behind(text, hit);
	if (before.address || behind.address || (hit->key_kinds & CUE_PART && find_is_in_name(text, hit)))
		return NO_PLACE;
	/* Two names with a hyphen or a sign between them (Paris-Dakar), not with a space: Aïn Qana is one that we do not know. */
	bool joined_before = index && hit[-1].end == before.at;
	bool joined_behind = index + 1 < hits->len && hit[1].start == behind.at;
	bool apart_before = joined_before && !before.hyphen, apart_behind = joined_behind && !behind.hyphen;
	/* What makes no place of a name does so with the next: agence Tunis Afrique Presse. */
	hit->body = before.cues & CUE_NOT || (before.acronym && !joined_before) || (joined_before && hit[-1].body);
	if (hit->body)
		return NO_PLACE;
	/* Without a word in front it may be an adjective: التفتيشات الديوانية بولاية القيروان. */
	bool inside = (hit->prefix == FIND_CLITIC || before.cues & (CUE_PLACE | CUE_TOWARDS)) && find_says_where(text, &behind);
	hit->inside = inside;
	hit->cued = before.cues & CUE_PLACE || inside;
	hit->local = before.cues & CUE_LOCAL;
	hit->led = before.cues & (CUE_TOWARDS | CUE_OF);
	hit->nation = before.nation;
	int score = score_of_cues(&before, &behind) + score_of_hyphens(&before, &behind, joined_before, joined_behind);
	if (!hit->arabic)
		score += score_of_capitals(&before, &behind, joined_before, joined_behind, hit->key_kinds & CUE_AMBIGUOUS) -
			 (apart_before || apart_behind ? 20 : 0);
	score += inside ? 15 : 0;
	hit->listed = index && is_listed(text, hit, hit - 1, joined_before);
	if (hit->listed && hit[-1].score >= SURE)
		score += LISTED;
	/* Few places are likened to: كمينا is no Mina. */
	if (letter_in_front(text, hit) == LETTER_KAF)
		score -= 30;
	/* السورية is no Syria, الخارجية السعودية no Saudi Arabia. */
	bool adjective = hit->key_kinds & CUE_ADJECTIVE && !hit->prefix && before.definite &&
			 !(before.cues & (CUE_PLACE | CUE_TOWARDS));
	if (hit->prefix == FIND_ARTICLE || adjective || has_tanwin(text, hit))
		score -= 70;
	return score;
}

/* ---- Which place ---- */

static size_t country_index(const struct countries *countries, uint16_t code)
{
	size_t i = 0;
	while (i < countries->len && countries->code[i] != code)
		i++;
	return i;
}

static void count_country(struct countries *countries, uint16_t code)
{
	size_t i = country_index(countries, code);
	if (i == COUNTRIES_MAX || code == 0)
		return;
	if (i == countries->len) {
		countries->code[countries->len] = code;
		countries->names[countries->len++] = 0;
	}
	countries->names[i]++;
}

/* What the other names of the text say for a country. */
static int score_of_country(const struct countries *countries, uint16_t code, bool counted)
{
	size_t i = country_index(countries, code);
	if (countries->only && i == countries->len)
		return -UNFIT;
	uint32_t names = i < countries->len ? countries->names[i] - (counted && countries->names[i] > 0) : 0;
	return names == 0 ? 0 : names < MANY ? NAMED : OFTEN;
}

/* The best reading of a hit, and how much of all of them is for its place. Forms of a place follow each other, in each file. */
struct choice {
	struct find_name name, last; /* the best one, and the last one that was seen */
	int score;
	int weight;      /* among others: the score, less where it is not what the place is called first of all */
	int last_weight; /* the best of the place of the last one */
	bool several; /* there is more than one place, */
	double all;   /* the odds of which are these */
};

/* e to the power of a tenth of the score, by squaring. */
static double odds(int score)
{
	double power = 1, square = 1.1051709180756477; /* e^0.1 */
	for (unsigned bits = (unsigned)(score < 0 ? -score : score); bits; bits >>= 1, square *= square)
		if (bits & 1)
			power *= square;
	return score < 0 ? 1 / power : power;
}

/* Each place counts once, by the best of its forms. */
static void add_form(const struct find_text *text, struct choice *choice, const struct find_name *name, int weight)
{
	uint32_t place = find_name_place(text, name);
	int before = NO_SCORE; /* what the place has counted so far */
	if (place == find_name_place(text, &choice->last))
		before = choice->last_weight;
	else if (place == find_name_place(text, &choice->name))
		before = choice->weight;
	else if (!choice->several)
		choice->all = odds(choice->last_weight);
	choice->several |= before == NO_SCORE;
	if (choice->several && weight > before)
		choice->all += odds(weight) - (before > NO_SCORE ? odds(before) : 0);
	choice->last_weight = weight > before ? weight : before;
}

/* How much of what the name of several places may mean is the one that was chosen. */
static double share_of(const struct choice *choice)
{
	return odds(choice->weight) / choice->all;
}

/* What the score of a form counts beside others; `here` of it is for its country. */
static int weight_of(const struct find_hit *hit, const struct find_name *name, int score, int here)
{
	int weight = score + (here == OFTEN ? AT_HOME : 0) - (name->status == NORM_FORM_VARIANT ? 3 : 0);
	return weight - (hit->local && name->feature == FEATURE_COUNTRY ? UNFIT : 0);
}

static bool choose(const struct find_text *text, const struct find_hit *hit, const struct countries *countries, struct choice *ret)
{
	struct find_names names = find_names(text, hit);
	struct find_name name;
	*ret = (struct choice){.score = NO_SCORE};
	while (find_names_next(&names, &name)) {
		struct find_fit fit = find_fit_form(text, hit, &name);
		if (!fit.fits || !find_name_counts(text, &name))
			continue;
		int here = score_of_country(countries, name.country, hit->counted);
		int score = score_of_form(hit, &name, &fit) + here;
		int weight = weight_of(hit, &name, score, here);
		bool first = ret->score == NO_SCORE;
		if (first)
			ret->last_weight = weight;
		else
			add_form(text, ret, &name, weight);
		ret->last = name;
		if (first || weight > ret->weight) {
			ret->score = score;
			ret->weight = weight;
			ret->name = name;
		}
	}
	return ret->score > NO_SCORE;
}

/* The score that a hit has, for its place by a share of all. */
static void set_confidence(struct find_hit *hit, int score, double share)
{
	hit->confidence = score < 0 ? 0 : (float)(share / (1 + 1 / odds(score)));
}

/* Choose the place of a hit by these countries, and judge it. Returns its score; `ret_share` is that of the place among all. */
static int judge(const struct find_text *text, struct find_hit *hit, const struct countries *countries, double *ret_share)
{
	struct choice choice;
	hit->several = false;
	*ret_share = 1;
	if (!choose(text, hit, countries, &choice))
		return NO_SCORE;
	int score = choice.score + score_of_length(hit) + hit->context;
	if (hit->key_kinds & CUE_AMBIGUOUS)
		score -= hit->cued ? 15 : hit->led || !(hit->key_kinds & CUE_SOMEBODY) ? 35 : 55;
	if (hit->prefix == FIND_CLITIC && hit->letters < 5 && known[choice.name.feature % FEATURES][true] < WELL_KNOWN)
		score -= hit->letters == 4 && letter_in_front(text, hit) == LETTER_BEH ? 5 : 20;
	hit->home = choice.name.layer;
	hit->form = choice.name.form;
	hit->country = choice.name.country;
	hit->several = choice.several;
	if (score >= 0 && choice.several)
		*ret_share = share_of(&choice);
	return score;
}

/* The country that a hit is said to lie in: by that of the name in which it lies (من ولاية), or an adjective; 0: none. */
static uint16_t said_country(const struct find_text *text, const struct find_hits *hits, size_t index)
{
	const struct find_hit *hit = &hits->at[index];
	uint16_t country = hit->inside && index + 1 < hits->len ? hits->at[index + 1].country : 0;
	if (country)
		return country;
	struct find_side behind = find_side_behind(text, hit);
	country = find_nation_behind(text, &behind);
	return country ? country : hit->nation;
}

/* Judge a hit as a place of a country; false where no place of the name lies there. */
static bool judge_in(const struct find_text *text, struct find_hit *hit, uint16_t country, int *ret_score, double *ret_share)
{
	struct countries one = {.code = {country}, .names = {MANY}, .len = 1, .only = true};
	bool cued = hit->cued;
	hit->cued = true;
	*ret_score = judge(text, hit, &one, ret_share);
	if (*ret_score > NO_SCORE && hit->country == country)
		return true;
	hit->cued = cued;
	return false;
}

/* Judge a hit anew, with all countries of the text; what is said of its country has the last word. */
static void judge_again(const struct find_text *text, struct find_hits *hits, size_t index, const struct countries *all)
{
	struct find_hit *hit = &hits->at[index];
	int score = hit->score;
	double share = 1;
	if (hit->several) {
		uint16_t country = said_country(text, hits, index);
		if (!country || !judge_in(text, hit, country, &score, &share))
			score = judge(text, hit, all, &share);
	} else if (score > NO_SCORE) {
		score += score_of_country(all, hit->country, hit->counted);
	}
	set_confidence(hit, score, share);
}

/* Tell place and form as the stack of files has them. */
static void tell_place(const struct find_text *text, struct find_hit *hit)
{
	norm_place_name name;
	if (!gazetteer_resolve(text->gazetteer, hit->home, hit->form, &name)) {
		hit->confidence = 0;
		return;
	}
	hit->place = name.place;
	hit->form = (uint32_t)name.form;
}

void find_judge(const struct find_text *text, struct find_hits *hits)
{
	static const struct countries none;
	struct countries countries = {.len = 0};
	for (size_t i = 0; i < hits->len; i++) {
		struct find_hit *hit = &hits->at[i];
		hit->key_kinds = (uint16_t)cue_find(hit->hash);
		hit->context = (int16_t)score_of_context(text, hits, i);
		double share;
		int score = judge(text, hit, &none, &share);
		hit->score = (int16_t)score;
		if (score >= SURE && hit->listed) {
			hits->at[i - 1].context += LISTED;
			hits->at[i - 1].score += LISTED;
		}
		hit->counted = score >= SURE && !hit->several && hit->country;
		if (hit->counted)
			count_country(&countries, hit->country);
	}
	for (size_t i = 0; i < hits->len; i++) {
		judge_again(text, hits, i, &countries);
		if (hits->at[i].confidence > 0)
			tell_place(text, &hits->at[i]);
	}
}
