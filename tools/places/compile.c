/* SPDX-License-Identifier: MIT */
/* norm-places compile and lint: gazetteers of tables, and what is wrong with them. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/colour.h"
#include "common/error_text.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "common/replace.h"
#include "places/command.h"
#include "places/input.h"

/* One run over the tables. */
struct tables {
	norm_gazetteer_builder *builder;
	norm_status status;
	bool only_errors; /* say nothing of what is doubtful */
	size_t errors, doubts;
};

/* "FILE:LINE: error: what is wrong", as compilers say it. */
static void tell(void *user, const norm_error *finding, bool is_error)
{
	struct tables *tables = user;
	struct bytes text = {0}, reason = {0};
	tables->errors += is_error;
	tables->doubts += !is_error;
	if (!is_error && tables->only_errors)
		return;
	bytes_append_shown(&text, finding->file);
	bytes_append_text(&text, *finding->file ? ":" : "");
	if (finding->line)
		bytes_format(&text, "%u:", finding->line);
	bytes_format(&text, " %s%s%s ", colour_on(COLOUR_STDERR, is_error ? COLOUR_RED : COLOUR_YELLOW),
		     is_error ? _("error:") : _("doubtful:"), colour_off(COLOUR_STDERR));
	error_text_append(&reason, finding);
	bytes_append_shown(&text, bytes_text(&reason));
	bytes_append_char(&text, '\n');
	(void)!write(STDERR_FILENO, text.at, text.len);
	bytes_release(&text);
	bytes_release(&reason);
}

static bool add_piece(void *user, const char *at, size_t len)
{
	struct tables *tables = user;
	tables->status = norm_gazetteer_builder_add(tables->builder, at, len);
	return tables->status == NORM_OK;
}

static bool fail(const char *subject, norm_status status)
{
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	message_error("%s: %s", subject, _(norm_status_message(status)));
	return false;
}

static bool add_table(struct tables *tables, const char *path)
{
	norm_status status = norm_gazetteer_builder_begin(tables->builder, path);
	if (status != NORM_OK)
		return fail(path, status);
	bool good = input_read(path, add_piece, tables);
	return tables->status == NORM_OK ? good : fail(path, tables->status);
}

static bool start_tables(struct tables *tables)
{
	*tables = (struct tables){0};
	if (norm_gazetteer_builder_new(tell, tables, &tables->builder) != NORM_OK)
		message_out_of_memory();
	return true;
}

/* ---- compile ---- */

static norm_status put(void *user, const void *bytes, size_t len)
{
	return output_write(user, bytes, len) ? NORM_OK : NORM_E_SINK;
}

static bool write_all(struct tables *tables, const struct options *options, struct output *out)
{
	norm_status status = norm_gazetteer_builder_write(tables->builder, put, out, NULL);
	if (status == NORM_E_NOMEM || status == NORM_E_LIMIT)
		fail(options->output, status);
	return status == NORM_OK && output_flush(out) && !(options->strict && tables->doubts);
}

/* Standard output, a device or a pipe is written to, not replaced. */
static bool write_direct(struct tables *tables, const struct options *options)
{
	struct output out;
	bool is_stdout = !strcmp(options->output, "-");
	int fd = is_stdout ? STDOUT_FILENO : open(options->output, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0) {
		message_errno(options->output);
		return false;
	}
	output_init(&out, fd, is_stdout ? _("(standard output)") : options->output);
	bool good = write_all(tables, options, &out);
	return output_finish(&out) && good;
}

/* What came out of the tables goes into the file, or the old one stays. */
static bool write_replaced(struct tables *tables, const struct options *options, const struct stat *old)
{
	struct replacement replacement = {.fd = -1};
	struct output out;
	bool good = replace_resolve(&replacement, options->output, true) && replace_begin(&replacement);
	if (good) {
		output_init(&out, replacement.fd, options->output);
		good = write_all(tables, options, &out) && replace_commit(&replacement, old, NULL);
		bytes_release(&out.waiting);
	}
	replace_release(&replacement);
	return good;
}

static bool write_gazetteer(struct tables *tables, const struct options *options)
{
	const char *path = options->output;
	struct stat old;
	bool is_stdout = !strcmp(path, "-"), exists = !is_stdout && stat(path, &old) == 0, good = false;
	if (exists && access(path, W_OK) != 0)
		message_errno(path);
	else if (is_stdout || (exists && !S_ISREG(old.st_mode)))
		good = write_direct(tables, options);
	else
		good = write_replaced(tables, options, exists ? &old : NULL);
	if (!good)
		message_error(_("%s: not written, because not all went well"), path);
	return good;
}

int compile_run(const struct options *options)
{
	struct tables tables;
	bool good = start_tables(&tables);
	tables.only_errors = !options->strict;
	for (size_t i = 0; good && i < options->argument_count; i++)
		good = add_table(&tables, options->arguments[i]);
	good = good && write_gazetteer(&tables, options);
	norm_gazetteer_builder_free(tables.builder);
	return good ? STATUS_OK : STATUS_TROUBLE;
}

/* ---- lint ---- */

static bool is_compiled(const char *path, norm_gazetteer **ret, norm_error *error)
{
	norm_status status = norm_gazetteer_open(NULL, &path, 1, ret, error);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	error->status = status;
	return status == NORM_OK || error->code != NORM_ERROR_NOT_GAZETTEER;
}

/* A compiled file: read it whole. */
static bool check_file(norm_gazetteer *gazetteer, norm_error *error)
{
	norm_status status = gazetteer ? norm_gazetteer_check(gazetteer, error) : error->status;
	if (status != NORM_OK)
		error_text_message(status, error);
	norm_gazetteer_free(gazetteer);
	return status == NORM_OK;
}

static bool lint_file(struct tables *tables, const char *path, bool *ret_damaged)
{
	norm_gazetteer *gazetteer = NULL;
	norm_error error = {0};
	/* standard input cannot be mapped */
	if (strcmp(path, "-") != 0 && is_compiled(path, &gazetteer, &error)) {
		bool good = check_file(gazetteer, &error);
		*ret_damaged |= !good && error.code != NORM_ERROR_UNREADABLE;
		return good || error.code != NORM_ERROR_UNREADABLE;
	}
	return add_table(tables, path);
}

int lint_run(const struct options *options)
{
	struct tables tables;
	bool good = start_tables(&tables), damaged = false;
	for (size_t i = 0; i < options->argument_count; i++)
		good = lint_file(&tables, options->arguments[i], &damaged) && good;
	norm_status status = norm_gazetteer_builder_write(tables.builder, NULL, NULL, NULL);
	if (status != NORM_OK && status != NORM_E_DATA)
		good = fail("lint", status);
	norm_gazetteer_builder_free(tables.builder);
	if (!good)
		return STATUS_TROUBLE;
	return damaged || tables.errors || (options->strict && tables.doubts) ? STATUS_FOUND : STATUS_OK;
}
