/* SPDX-License-Identifier: MIT */
/*
 * A sketch of where the places are: degrees as they come (equirectangular, true at the middle latitude), lines of the grid, dots as
 * large as the places are frequent, and the names for which there is room. There are no borders in it, so nobody disputes them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "report/html_parts.h"
#include "report/labels.h"

enum { POINTS_MAX = 300, WIDTH = 960, LETTER = 8, LINE = 16, LINES_MAX = 9 };
#define SPAN_MIN 2.0 /* degrees: a single place is shown with its surroundings */
#define SPAN_MORE 1.16
/* Where most of what is named lies in a small part of the map, a second one shows that. */
#define MOST 0.8
#define SMALL 0.2

struct point {
	const struct row *place;
	double lat, lon, x, y, radius;
};

struct box {
	double left, top, right, bottom;
};

/* A name on the map: where it is, about, and which end of it is there exactly. */
struct name {
	struct box box;
	const char *anchor;
	double x;
};

struct map {
	struct point points[POINTS_MAX]; /* the most frequent ones first */
	struct box labels[2 * POINTS_MAX]; /* what is taken: dots, then labels */
	size_t count, label_count;
	struct box bounds; /* degrees */
	double west, south, east, north, scale, stretch, height; /* stretch: of a degree of longitude */
};

/* ---- What is shown ---- */

static bool read_degrees(const char *text, double limit, double *ret)
{
	char *end;
	*ret = strtod(text, &end);
	return end != text && !*end && fabs(*ret) <= limit;
}

static void find_points(struct map *map, const struct table *places)
{
	size_t count;
	struct html_rank *ranks = html_rank(places, html_weigh_count, NULL, &count);
	for (size_t i = 0; i < count && map->count < POINTS_MAX; i++) {
		struct point *point = &map->points[map->count];
		point->place = ranks[i].row;
		if (read_degrees(ranks[i].row->text[PLACES_LAT], 90, &point->lat) &&
		    read_degrees(ranks[i].row->text[PLACES_LON], 180, &point->lon))
			map->count++;
	}
	free(ranks);
}

static void find_bounds(struct map *map)
{
	map->bounds = (struct box){180, -90, -180, 90};
	for (size_t i = 0; i < map->count; i++) {
		map->bounds.left = fmin(map->bounds.left, map->points[i].lon);
		map->bounds.right = fmax(map->bounds.right, map->points[i].lon);
		map->bounds.bottom = fmin(map->bounds.bottom, map->points[i].lat);
		map->bounds.top = fmax(map->bounds.top, map->points[i].lat);
	}
}

static double degrees_of(const struct point *point, bool lat)
{
	return lat ? point->lat : point->lon;
}

/* The smallest latitude or longitude that this share of what is named does not pass. */
static double quantile(const struct map *map, bool lat, double share)
{
	double best = 180, whole = 0;
	for (size_t i = 0; i < map->count; i++)
		whole += (double)map->points[i].place->count[0];
	for (size_t i = 0; i < map->count; i++) {
		double at = degrees_of(&map->points[i], lat), sum = 0;
		for (size_t k = 0; k < map->count; k++)
			sum += degrees_of(&map->points[k], lat) <= at ? (double)map->points[k].place->count[0] : 0;
		if (sum >= share * whole && at < best)
			best = at;
	}
	return best;
}

static double area(const struct box *box)
{
	return (box->right - box->left) * (box->top - box->bottom);
}

/* Leave the points out that are far from most. @return whether that gives a map worth drawing. */
static bool narrow(struct map *map)
{
	double rest = (1 - MOST) / 2;
	struct box most = {quantile(map, false, rest), quantile(map, true, 1 - rest), quantile(map, false, 1 - rest),
			   quantile(map, true, rest)};
	if (area(&most) > SMALL * area(&map->bounds))
		return false;
	size_t count = 0;
	for (size_t i = 0; i < map->count; i++) {
		const struct point *point = &map->points[i];
		if (point->lon >= most.left && point->lon <= most.right && point->lat >= most.bottom && point->lat <= most.top)
			map->points[count++] = *point;
	}
	map->count = count;
	map->label_count = 0;
	map->bounds = most;
	return count > 2;
}

static void widen(double *low, double *high, double span)
{
	double middle = (*low + *high) / 2;
	*low = middle - span / 2;
	*high = middle + span / 2;
}

/* The part of the world that holds all points, neither too flat nor too high for the page. */
static void find_frame(struct map *map)
{
	const struct box *bounds = &map->bounds;
	map->west = bounds->left;
	map->east = bounds->right;
	map->south = bounds->bottom;
	map->north = bounds->top;
	map->stretch = cos((map->south + map->north) / 2 * acos(-1) / 180);
	double height = fmax(map->north - map->south, SPAN_MIN) * SPAN_MORE;
	double width = fmax((map->east - map->west) * map->stretch, SPAN_MIN) * SPAN_MORE;
	height = fmax(height, width * 0.45);
	width = fmax(width, height * 1.6);
	widen(&map->west, &map->east, width / map->stretch);
	widen(&map->south, &map->north, height);
	map->scale = WIDTH / width;
	map->height = height * map->scale;
}

static double x_of(const struct map *map, double lon)
{
	return (lon - map->west) * map->stretch * map->scale;
}

static double y_of(const struct map *map, double lat)
{
	return (map->north - lat) * map->scale;
}

/* A dot has an area by how often its place is named. */
static void find_dots(struct map *map)
{
	double most = (double)map->points[0].place->count[0];
	for (size_t i = 0; i < map->count; i++) {
		struct point *point = &map->points[i];
		point->x = x_of(map, point->lon);
		point->y = y_of(map, point->lat);
		point->radius = 2.5 + 9.5 * sqrt((double)point->place->count[0] / most);
		double r = point->radius * 0.7;
		map->labels[map->label_count++] = (struct box){point->x - r, point->y - r, point->x + r, point->y + r};
	}
}

/* ---- The grid ---- */

static int step_of(double span)
{
	static const int steps[] = {1, 2, 5, 10, 15, 30};
	size_t i = 0;
	while (i < 5 && span / steps[i] > LINES_MAX)
		i++;
	return steps[i];
}

static void append_line(struct bytes *page, double x1, double y1, double x2, double y2)
{
	bytes_format(page, "<line class=grid-line x1=%.1f y1=%.1f x2=%.1f y2=%.1f></line>", x1, y1, x2, y2);
}

static void append_meridian(struct bytes *page, const struct map *map, int degrees)
{
	enum { ROOM = 60 };
	double x = x_of(map, degrees);
	append_line(page, x, 0, x, map->height);
	if (x + ROOM > WIDTH)
		return;
	bytes_format(page, "<text class=degree x=%.0f y=%.0f>", x + 3, map->height - 5);
	/* TRANSLATORS: degrees of longitude and latitude: 15° E, 15° W, 15° N, 15° S */
	bytes_format(page, degrees < 0 ? _("%d° W") : degrees ? _("%d° E") : "%d°", abs(degrees));
	bytes_append_text(page, "</text>\n");
}

static void append_parallel(struct bytes *page, const struct map *map, int degrees)
{
	double y = y_of(map, degrees);
	append_line(page, 0, y, WIDTH, y);
	bytes_format(page, "<text class=degree x=4 y=%.0f>", y - 4);
	bytes_format(page, degrees < 0 ? _("%d° S") : degrees ? _("%d° N") : "%d°", abs(degrees));
	bytes_append_text(page, "</text>\n");
}

static void append_grid(struct bytes *page, const struct map *map)
{
	int step = step_of(map->east - map->west);
	for (int lon = (int)ceil(fmax(map->west, -180) / step) * step; lon <= fmin(map->east, 180); lon += step)
		append_meridian(page, map, lon);
	for (int lat = (int)ceil(fmax(map->south, -90) / step) * step; lat <= fmin(map->north, 90); lat += step)
		append_parallel(page, map, lat);
}

/* ---- Names ---- */

static const char *name_of(const struct row *place)
{
	bool arabic = !strcmp(i18n_language(), "ar");
	const char *first = place->text[arabic ? PLACES_ARABIC : PLACES_FRENCH];
	return *first ? first : place->text[arabic ? PLACES_FRENCH : PLACES_ARABIC];
}

/* About how wide it is. */
static double width_of(const char *name)
{
	size_t count = 0;
	for (const char *at = name, *end = name + strlen(name); at < end; count++) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
	}
	return (double)count * LETTER;
}

static bool has_room(const struct map *map, const struct box *box, size_t own)
{
	if (box->left < 2 || box->right > WIDTH - 2 || box->top < 2 || box->bottom > map->height - 2)
		return false;
	for (size_t i = 0; i < map->label_count; i++) {
		const struct box *taken = &map->labels[i];
		if (i != own && box->left < taken->right && taken->left < box->right && box->top < taken->bottom && taken->top < box->bottom)
			return false;
	}
	return true;
}

/* Right of the dot, left of it, above or below. */
static bool find_room(const struct map *map, size_t index, struct name *ret)
{
	const struct point *point = &map->points[index];
	double width = width_of(name_of(point->place)), away = point->radius + 3;
	const struct {
		double left, top;
		const char *anchor;
		double x;
	} tries[] = {{point->x + away, point->y - LINE / 2.0, "start", point->x + away},
		     {point->x - away - width, point->y - LINE / 2.0, "end", point->x - away},
		     {point->x - width / 2, point->y - away - LINE, "middle", point->x},
		     {point->x - width / 2, point->y + away, "middle", point->x}};
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		ret->box = (struct box){tries[i].left, tries[i].top, tries[i].left + width, tries[i].top + LINE};
		ret->anchor = tries[i].anchor;
		ret->x = tries[i].x;
		if (has_room(map, &ret->box, index))
			return true;
	}
	return false;
}

static void append_name(struct bytes *page, struct map *map, size_t index)
{
	struct name name;
	const char *text = name_of(map->points[index].place);
	if (!*text || !find_room(map, index, &name))
		return;
	map->labels[map->label_count++] = name.box;
	bytes_format(page, "<text text-anchor=%s x=%.0f y=%.0f>", name.anchor, name.x, name.box.bottom - 4);
	html_append(page, text, strlen(text));
	bytes_append_text(page, "</text>\n");
}

static void append_dot(struct bytes *page, const struct point *point)
{
	const char *id = point->place->key, *name = name_of(point->place);
	bytes_append_text(page, "<a href=\"#place-");
	html_append(page, id, strlen(id));
	bytes_format(page, "\"><circle cx=%.1f cy=%.1f r=%.1f><title>", point->x, point->y, point->radius);
	html_append(page, name, strlen(name));
	bytes_append_text(page, label_colon());
	number_append(page, point->place->count[0]);
	bytes_append_text(page, "</title></circle></a>\n");
}

static void draw(struct bytes *page, struct map *map, const char *title)
{
	find_frame(map);
	find_dots(map);
	bytes_format(page, "<div class=\"scroll map\" tabindex=0><svg role=img direction=ltr viewBox=\"0 0 %d %.0f\"><title>%s</title>\n",
		     WIDTH, map->height, title);
	append_grid(page, map);
	for (size_t i = 0; i < map->count; i++)
		append_dot(page, &map->points[i]);
	for (size_t i = 0; i < map->count; i++)
		append_name(page, map, i);
	bytes_append_text(page, "</svg></div>\n");
}

void html_map(struct bytes *page, const struct tally *total)
{
	struct map *map = memory_get(sizeof *map);
	*map = (struct map){0};
	find_points(map, &total->tables[TABLE_PLACES]);
	find_bounds(map);
	if (map->count)
		draw(page, map, _("Where these places are"));
	if (map->count && narrow(map))
		draw(page, map, _("Where most of them are"));
	free(map);
}
