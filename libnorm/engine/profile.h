/* SPDX-License-Identifier: MIT */
/* A compiled profile, as the engine sees it. Immutable once it has been compiled. */
#ifndef ENGINE_PROFILE_H
#define ENGINE_PROFILE_H

#include "engine/letter_table.h"
#include "engine/registry.h"
#include "libnorm/gazetteer.h"
#include "libnorm/profile.h"
#include "places/rewrite.h"
#include "text/ruleset.h"
#include "unicode/normal.h"
#include "unicode/tables.h"

/* A step that the profile has switched on. */
struct active_step {
	const struct step *step;
	unsigned value;       /* index of its value, never 0 */
	unsigned number;      /* its number in the registry */
};

enum {
	PAGE_COUNT = 0x110000 >> LETTER_PAGE_SHIFT,
	STEPS_MAX = 64,      /* of each kind, map steps and rule steps, so many can be on: bits of a mask */
	PAGE_MASKS_MAX = 256 /* distinct masks; a step touches few pages, so there are some dozens */
};

/* Which of the active map steps may touch the characters of a page: bit i is profile->maps.at[i]. */
struct page_masks {
	uint8_t page[PAGE_COUNT]; /* index of its mask; 0 is the empty one */
	uint64_t at[PAGE_MASKS_MAX];
	size_t len;
};

struct active_steps {
	struct active_step at[RULESET_MAX];
	size_t len;
};

struct norm_profile {
	uint8_t values[RULESET_MAX]; /* by rule number */
	char *authorities[RULESET_MAX]; /* by rule number; NULL where the profile names none */
	uint8_t severities[RULESET_MAX]; /* by rule number: a norm_severity and 1; 0 where the profile names none */
	enum invalid_policy invalid;
	enum normal_form form;
	size_t form_index;          /* in `maps`, unless there is no form */
	bool sees_spaces;           /* some rule step does, so spaces belong to its stretch */
	bool contextual;            /* some map step asks for the base of a mark */
	uint32_t watched;           /* properties that make a character matter to its neighbours */
	struct active_steps maps;   /* map steps and the normal form, in order */
	struct active_steps rules;  /* rule steps, in order */
	struct active_steps repairs; /* repair steps, in order */
	struct active_steps line_steps; /* those of them that look at whole lines */
	bool triggers;              /* some of them have triggers */
	/* Rule steps, as bits of `rules`. */
	uint64_t space_rules;       /* those that spaces in pairs wake: see struct step */
	uint64_t thrice_rules;      /* those that three equal Arabic letters wake */
	uint64_t before_space_rules; /* those that wake only in front of a space */
	uint64_t digraph_rules;     /* those that oe and ae wake */
	uint64_t ready_rules;       /* those that wake for each of their triggers */
	uint64_t wide_rules;        /* those that ask for two characters on each side of a trigger */
	uint64_t reaching_rules;    /* those that see more of what is behind their triggers */
	uint64_t say[2][2];         /* those that have a say, [with edits][where there is Arabic script] */
	bool arabic_repairs;        /* some repair step is only for paragraphs with Arabic script */
	norm_gazetteer *gazetteer;  /* where names of places are rewritten, else NULL */
	struct place_rules places;
	bool line_repairs[2];       /* there are line_steps, [where there is Arabic script] */
	bool joins;                 /* lines that a layout has broken become one */
	bool detects;               /* paragraphs that are not UTF-8 may be in another encoding */
	struct page_masks masks;
	struct letter_table table;  /* all of `maps` in one */
	struct ruleset_pool sets;   /* sets of rules that its table names */
	uint32_t invalid_set;       /* the one of an invalid sequence */
	uint32_t form_set;          /* that of the normal form alone */
};

/* The map steps that may touch `cp`, the normal form among them, as bits. */
static inline uint64_t profile_steps_of(const struct norm_profile *profile, uint32_t cp)
{
	return profile->masks.at[profile->masks.page[cp >> LETTER_PAGE_SHIFT]];
}

/* The bit of the normal form, if there is one. */
static inline uint64_t profile_form_bit(const struct norm_profile *profile)
{
	return profile->form == NORMAL_NONE ? 0 : UINT64_C(1) << profile->form_index;
}

/* What a step that is on makes of `cp`; as step->map(), but `cp` may be anything. */
static inline int active_map(const struct active_step *active, uint32_t base, uint32_t cp, uint32_t *out)
{
	const struct step *step = active->step;
	if (!step_range_has(step->ranges, step->range_count, cp) && !(step->table && cpmap_has(step->table, cp)))
		return STEP_UNCHANGED;
	return step->map(active->value, base, cp, out);
}

/* The entry of bytes that are no character: that of U+FFFD, or deleted; 0 where they are an error. */
static inline uint32_t profile_invalid_entry(const struct norm_profile *profile)
{
	if (profile->invalid == INVALID_STRICT)
		return 0;
	return profile->invalid == INVALID_DROP ? ENTRY_DROP : letter_entry(&profile->table, 0xFFFD);
}

/* The properties (bits of unicode_props) that make a character matter to a normal form. */
uint32_t profile_form_properties(enum normal_form form);

/* Whether a compiled profile rewrites names of places: then it has to get a gazetteer. */
bool profile_needs_gazetteer(const struct norm_profile *profile);

/* Derive everything else from `values`. NORM_OK or NORM_E_NOMEM. */
norm_status profile_compile(struct norm_profile *profile);

#endif
