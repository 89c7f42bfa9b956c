/* SPDX-License-Identifier: MIT */
/* For the generators only: a struct cpmap under construction, and how it is written. */
#ifndef UNICODE_GEN_MAP_H
#define UNICODE_GEN_MAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define CODE_POINTS 0x110000u
#define SEQUENCE_MAX 32

struct sequence {
	int32_t at[SEQUENCE_MAX];
	int len;
};

/* A map under construction. */
struct map {
	uint16_t start[CODE_POINTS];
	uint32_t pool[0x10000];
	size_t len; /* of `pool`; 0 is no start, so the first word is not used */
};

/* Say why on the standard error, and exit. */
__attribute__((format(printf, 1, 2))) static _Noreturn inline void fail(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("generator: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(EXIT_FAILURE);
}

static inline void require(bool holds, const char *what)
{
	if (!holds)
		fail("the Unicode data at hand lacks %s", what);
}

static inline struct map *map_new(void)
{
	struct map *map = calloc(1, sizeof *map);
	if (!map)
		fail("out of memory");
	map->len = 1;
	return map;
}

static inline void map_add(struct map *map, uint32_t cp, const struct sequence *seq)
{
	if (map->len + 1 + (size_t)seq->len > sizeof map->pool / sizeof map->pool[0])
		fail("a map is too large for 16-bit offsets");
	map->start[cp] = (uint16_t)map->len;
	map->pool[map->len++] = (uint32_t)seq->len;
	for (int i = 0; i < seq->len; i++)
		map->pool[map->len++] = (uint32_t)seq->at[i];
}

static inline bool page_is_used(const struct map *map, uint32_t page)
{
	for (uint32_t i = 0; i < 256; i++)
		if (map->start[page << 8 | i])
			return true;
	return false;
}

/* Element number `index` of an array, `row` of them on a line. */
static inline void write_separator(size_t index, size_t row)
{
	if (index)
		putchar(',');
	if (index % row == 0)
		putchar('\n');
}

static inline void write_number(uint32_t number, size_t index)
{
	write_separator(index, 16);
	printf("%u", (unsigned)number);
}

static inline void write_map_pages(const struct map *map, const char *name)
{
	printf("\nstatic const uint8_t %s_pages[0x1100] = {", name);
	unsigned rows = 0;
	for (uint32_t page = 0; page < 0x1100; page++)
		write_number(page_is_used(map, page) ? ++rows : 0, page);
	if (rows > 255)
		fail("%s needs more than 255 pages", name);
	printf("};\nstatic const uint16_t %s_cells[%u][256] = {{0}", name, rows + 1);
	for (uint32_t page = 0; page < 0x1100; page++) {
		if (!page_is_used(map, page))
			continue;
		fputs(",\n{", stdout);
		for (uint32_t i = 0; i < 256; i++)
			write_number(map->start[page << 8 | i], i);
		putchar('}');
	}
	puts("};");
}

static inline void map_write(struct map *map, const char *name)
{
	write_map_pages(map, name);
	printf("static const uint32_t %s_pool[%zu] = {", name, map->len);
	for (size_t i = 0; i < map->len; i++)
		write_number(map->pool[i], i);
	printf("};\nconst struct cpmap %s = {%s_pages, %s_cells, %s_pool};\n", name, name, name, name);
	free(map);
}

#endif
