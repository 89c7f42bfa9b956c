/* SPDX-License-Identifier: MIT */
#include "report/baseline_file.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/bytes.h"
#include "common/files.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "common/replace.h"

const struct table_class baseline_lines = {
	.name = "baseline", .keys = {"file", "rule", "fingerprint"}, .counts = {"met"}};

/* ---- Reading ---- */

/* "0123456789abcdef:1" */
static bool is_fingerprint(const char *text)
{
	size_t digits = strspn(text, "0123456789abcdef");
	if (digits != 16 || text[16] != ':' || text[17] == '0')
		return false;
	size_t number = strspn(text + 17, "0123456789");
	return number && !text[17 + number];
}

static bool is_rule(const char *text, size_t len)
{
	size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
	return len && letters == len;
}

/* Whether the line is FILE, RULE and FINGERPRINT with tabs between them. */
static bool is_finding(const char *line)
{
	const char *rule = strchr(line, '\t');
	const char *print = rule ? strchr(rule + 1, '\t') : NULL;
	return print && rule > line && is_rule(rule + 1, (size_t)(print - rule - 1)) && is_fingerprint(print + 1);
}

/* A line, with a NUL at its end. False when it is none of a baseline. */
static bool take_line(struct table *lines, const char *line, size_t len)
{
	if (!len || *line == '#')
		return true;
	if (strlen(line) != len || !is_finding(line))
		return false;
	table_row(lines, line);
	return true;
}

/* Put a NUL at the end of the line at `at`, in text that ends with one. @return where the next one begins. */
static char *cut_line(char *at, const struct bytes *all, size_t *ret_len)
{
	char *end = memchr(at, '\n', (size_t)(all->at + all->len - at)), *next = end + 1;
	if (end > at && end[-1] == '\r')
		end--;
	*end = '\0';
	*ret_len = (size_t)(end - at);
	return next;
}

static bool take_lines(struct table *lines, const char *path, struct bytes *all)
{
	char *at = all->at, *next;
	size_t len;
	for (size_t number = 1; at < all->at + all->len; number++, at = next) {
		next = cut_line(at, all, &len);
		if (!take_line(lines, at, len)) {
			message_error(_("%s:%zu: not a line of a baseline, which is FILE, RULE and FINGERPRINT with tabs between them"),
				      path, number);
			return false;
		}
	}
	return true;
}

/* All of it, with an end of line behind the last one. False after a message. */
static bool read_all(struct bytes *all, const char *path)
{
	struct source source;
	ssize_t got;
	if (!source_open(&source, path))
		return false;
	while ((got = source_read(&source, bytes_reserve(all, FILES_READ_SIZE))) > 0)
		all->len += (size_t)got;
	if (got < 0)
		message_errno(source.shown);
	source_close(&source);
	if (all->len && all->at[all->len - 1] != '\n')
		bytes_append_char(all, '\n');
	return got == 0;
}

bool baseline_read(struct table *lines, const char *path)
{
	struct bytes all = {0};
	bool done = read_all(&all, path) && take_lines(lines, path, &all);
	bytes_release(&all);
	return done;
}

/* ---- Writing ---- */

static const char head[] = "# Findings that norm-report --baseline does not tell: file, rule, fingerprint";

/* One is enough: conflicts of a merge may stand between them. */
static bool has_line(const struct bytes *all)
{
	size_t len;
	for (char *at = all->at, *next; at < all->at + all->len; at = next) {
		next = cut_line(at, all, &len);
		if (is_finding(at) || !strcmp(at, head))
			return true;
	}
	return all->len == 0;
}

bool baseline_may_replace(const char *path)
{
	struct stat old;
	struct bytes all = {0};
	if (stat(path, &old) != 0 || !S_ISREG(old.st_mode))
		return true;
	bool done = read_all(&all, path), is_one = done && has_line(&all);
	if (done && !is_one)
		message_error(_("%s: is no baseline, and stays as it is"), path);
	bytes_release(&all);
	return is_one;
}

static bool write_lines(struct output *out, const struct table *lines)
{
	output_text(out, head);
	output_text(out, "\n");
	for (size_t i = 0; i < lines->count; i++) {
		output_text(out, lines->rows[i]->key);
		output_text(out, "\n");
	}
	return output_flush(out);
}

/* A device or a pipe is written to, not replaced. */
static bool write_direct(const struct table *lines, const char *path)
{
	struct output out;
	int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0) {
		message_errno(path);
		return false;
	}
	output_init(&out, fd, path);
	write_lines(&out, lines);
	return output_finish(&out);
}

static bool write_replaced(const struct table *lines, const char *path, const struct stat *old)
{
	struct replacement replacement = {.fd = -1};
	struct output out;
	bool done = replace_resolve(&replacement, path, true) && replace_begin(&replacement);
	if (done) {
		output_init(&out, replacement.fd, path);
		done = write_lines(&out, lines) && replace_commit(&replacement, old, NULL);
		bytes_release(&out.waiting);
	}
	replace_release(&replacement);
	return done;
}

bool baseline_write(const struct table *lines, const char *path)
{
	struct stat old;
	bool exists = stat(path, &old) == 0;
	if (exists && access(path, W_OK) != 0) {
		message_errno(path);
		return false;
	}
	return exists && !S_ISREG(old.st_mode) ? write_direct(lines, path) : write_replaced(lines, path, exists ? &old : NULL);
}
