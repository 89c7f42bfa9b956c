/* SPDX-License-Identifier: MIT */
#include "report/baseline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "report/baseline_file.h"
#include "report/file_name.h"
#include "report/fingerprint.h"
#include "report/table.h"

struct state;

struct baseline {
	struct finding_filter filter; /* first */
	const norm_profile *search;
	const char *known_path, *fresh_path;
	struct table known, fresh; /* lines */
	struct table files;        /* those that were read whole */
	struct state *open;        /* of files that are being read */
};

/* Of a file that is being read. */
struct state {
	struct state *next;
	struct bytes file;  /* its name in a line */
	struct table found; /* rule, hash: how often */
	struct bytes key;   /* to look for */
};

static const struct table_class file_class = {.name = "files", .keys = {"file"}};
static const struct table_class found_class = {.name = "found", .keys = {"rule", "hash"}, .counts = {"count"}};

/* ---- Files and findings ---- */

static void *start_file(struct finding_filter *filter, const char *file)
{
	struct baseline *baseline = (struct baseline *)filter;
	struct state *state = memory_get(sizeof *state);
	*state = (struct state){.next = baseline->open};
	baseline->open = state;
	file_name_append_cell(&state->file, file);
	table_init(&state->found, &found_class);
	return state;
}

static void close_state(struct baseline *baseline, struct state *state)
{
	struct state **link = &baseline->open;
	while (*link != state)
		link = &(*link)->next;
	*link = state->next;
	table_release(&state->found);
	bytes_release(&state->file);
	bytes_release(&state->key);
	free(state);
}

/* The line of a finding; `found` is its rule and hash. */
static const char *make_line(struct state *state, const char *found, uint64_t number)
{
	state->key.len = 0;
	bytes_append(&state->key, state->file.at, state->file.len);
	bytes_format(&state->key, "\t%s:%llu", found, (unsigned long long)number);
	return bytes_text(&state->key);
}

static uint64_t hash_of(struct finding_filter *filter, const struct finding *finding)
{
	return fingerprint_of(((struct baseline *)filter)->search, finding);
}

static bool knows(struct finding_filter *filter, void *user, struct finding *finding)
{
	struct baseline *baseline = (struct baseline *)filter;
	struct state *state = user;
	unsigned long long hash = finding->hash;
	state->key.len = 0;
	bytes_format(&state->key, "%s\t%016llx", finding->rules[0]->id, hash);
	struct row *row = table_row(&state->found, bytes_text(&state->key));
	unsigned long long number = ++row->count[0];
	snprintf(finding->fingerprint, sizeof finding->fingerprint, "%016llx:%llu", hash, number);
	finding->is_new = baseline->known_path;
	return baseline->fresh_path || table_find(&baseline->known, make_line(state, row->key, number));
}

/* Take a line into account; when the known ones are not written anew, they have to know whether they were met. */
static void keep(struct baseline *baseline, const char *line)
{
	if (baseline->fresh_path)
		table_row(&baseline->fresh, line);
	else if (table_find(&baseline->known, line))
		table_row(&baseline->known, line)->count[0] = 1;
}

/* What is known of a file of which something could not be read may be there. */
static void end_file(struct finding_filter *filter, void *user, bool whole)
{
	struct baseline *baseline = (struct baseline *)filter;
	struct state *state = user;
	if (whole)
		table_row(&baseline->files, bytes_text(&state->file));
	for (size_t i = 0; i < state->found.count; i++) {
		const struct row *row = state->found.rows[i];
		for (uint64_t number = 1; number <= row->count[0]; number++)
			keep(baseline, make_line(state, row->key, number));
	}
	close_state(baseline, state);
}

/* ---- The end ---- */

static bool was_read(const struct baseline *baseline, const struct row *line)
{
	size_t len;
	const char *file = row_key(line, 0, &len);
	char *name = memory_text(file, len);
	bool found = table_find(&baseline->files, name);
	free(name);
	return found;
}

static void say_missed(const struct baseline *baseline)
{
	unsigned long missed = 0;
	for (size_t i = 0; i < baseline->known.count; i++)
		missed += !baseline->known.rows[i]->count[0] && was_read(baseline, baseline->known.rows[i]);
	if (missed)
		message_note(P_("%s: %lu finding in it is no longer there", "%s: %lu findings in it are no longer there", missed),
			     baseline->known_path, missed);
}

static void keep_unread(struct baseline *baseline)
{
	for (size_t i = 0; i < baseline->known.count; i++) {
		if (!was_read(baseline, baseline->known.rows[i]))
			table_row(&baseline->fresh, baseline->known.rows[i]->key);
	}
}

bool baseline_finish(struct baseline *baseline)
{
	if (!baseline->fresh_path) {
		say_missed(baseline);
		return true;
	}
	keep_unread(baseline);
	table_sort(&baseline->fresh);
	return baseline_write(&baseline->fresh, baseline->fresh_path);
}

/* ---- Making one ---- */

struct baseline *baseline_new(const norm_profile *search, const char *known, const char *fresh)
{
	struct baseline *baseline = memory_get(sizeof *baseline);
	*baseline = (struct baseline){.filter = {start_file, hash_of, knows, end_file},
				      .search = search,
				      .known_path = known,
				      .fresh_path = fresh};
	table_init(&baseline->known, &baseline_lines);
	table_init(&baseline->fresh, &baseline_lines);
	table_init(&baseline->files, &file_class);
	if ((!known || baseline_read(&baseline->known, known)) && (!fresh || baseline_may_replace(fresh)))
		return baseline;
	baseline_free(baseline);
	return NULL;
}

struct finding_filter *baseline_filter(struct baseline *baseline)
{
	return &baseline->filter;
}

void baseline_free(struct baseline *baseline)
{
	if (!baseline)
		return;
	/* a run that could not go on */
	while (baseline->open)
		close_state(baseline, baseline->open);
	table_release(&baseline->known);
	table_release(&baseline->fresh);
	table_release(&baseline->files);
	free(baseline);
}
