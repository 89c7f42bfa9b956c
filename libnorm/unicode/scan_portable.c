/* SPDX-License-Identifier: MIT */
/* The quiet copy in plain C: what the contract of scan.h says, one character at a time. */
#include "unicode/scan.h"

static bool is_latin_lead(uint8_t byte)
{
	return (byte & 0xFE) == 0xC2;
}

static bool is_white(uint8_t byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_pair(uint8_t before, uint8_t byte)
{
	return is_white(byte) && is_white(before) && (byte == ' ' || before == ' ');
}

/* oe and ae, small or capital. */
static bool is_digraph(uint8_t before, uint8_t byte)
{
	return (byte | 0x20) == 'e' && ((before | 0x20) == 'o' || (before | 0x20) == 'a');
}

static bool is_quiet_ascii(const struct scan_set *set, uint8_t byte, uint8_t before)
{
	return set->ascii[byte & 15] >> (byte >> 4) & 1 && !(set->pairs && is_pair(before, byte)) &&
	       !(set->digraphs && is_digraph(before, byte));
}

/* One of the characters of two bytes that can be quiet. */
static bool is_two(uint8_t lead, uint8_t trail)
{
	return scan_is_lead(lead) && (trail & 0xC0) == 0x80;
}

static bool is_quiet_two(const struct scan_set *set, uint8_t lead, uint8_t trail)
{
	const uint8_t *rows = is_latin_lead(lead) ? set->latin : set->arabic;
	return is_two(lead, trail) && (rows[trail & 15] >> ((trail >> 4 & 3) + (lead & 1) * 4) & 1);
}

size_t scan_copy_portable(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                          uint8_t *dst)
{
	size_t n = 0, len = (size_t)(end - src);
	while (n < len) {
		uint8_t byte = src[n];
		if (byte < 0x80) {
			if (!is_quiet_ascii(set, byte, before))
				break;
			dst[n++] = set->lower && byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
			before = byte;
			continue;
		}
		if (len - n < 2 || !is_quiet_two(set, byte, src[n + 1]))
			break;
		dst[n] = byte;
		dst[n + 1] = before = src[n + 1];
		n += 2;
	}
	return n;
}

size_t scan_thrice_portable(const uint8_t *src, size_t len)
{
	for (size_t n = SCAN_THRICE_FRONT; n < len; n++) {
		bool last = src[n] == src[n - 2] && src[n] == src[n - 4], first = src[n - 1] == src[n - 3] && src[n - 1] == src[n - 5];
		if (last && first && (src[n] & src[n - 1]) >= 0x80)
			return n;
	}
	return len;
}

/* What the trail of a letter is xored with that is copied as another one, or 0; and its lead. */
static uint8_t fold_of(const struct scan_set *set, uint8_t lead, uint8_t trail, uint8_t *ret_lead_fold)
{
	bool first = lead == 0xD8 && (trail & 0xF0) == 0xA0, second = lead == 0xD9 && (trail & 0xF0) == 0x80;
	*ret_lead_fold = first ? set->lead_folds[trail & 15] : 0;
	return first || second ? set->folds[second][trail & 15] : 0;
}

/* What `src` has at [from, to) is quiet and was copied: fold its letters, and list those that are not what they were. */
static uint16_t *fold_slowly(const struct scan_set *set, const uint8_t *src, size_t from, size_t to, uint8_t *copied, uint16_t *folded)
{
	for (size_t n = from; n < to; n++) {
		uint8_t lead_fold, fold = n > from ? fold_of(set, src[n - 1], src[n], &lead_fold) : 0;
		if (fold) {
			copied[n - 1] ^= lead_fold;
			copied[n] ^= fold;
		}
		if (set->lists && copied[n] != src[n] && !scan_is_lead(src[n]))
			*folded++ = (uint16_t)n;
	}
	return folded;
}

/* The bits of LINE FEEDs; returns which of the groups have some. */
static uint64_t find_feeds(const uint8_t *src, size_t len, uint64_t *ret)
{
	uint64_t groups = 0;
	memset(ret, 0, (len + SCAN_GROUP - 1) / SCAN_GROUP * sizeof *ret);
	for (size_t n = 0; n < len; n++) {
		uint64_t feed = src[n] == '\n';
		ret[n / SCAN_GROUP] |= feed << n % SCAN_GROUP;
		groups |= feed << n / SCAN_GROUP;
	}
	return groups;
}

struct scan_found scan_find_portable(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before, uint8_t *copied,
                                     uint16_t *places, uint16_t *folded, uint64_t *feeds)
{
	size_t n = 0, count = 0;
	uint64_t groups = feeds ? find_feeds(src, len, feeds) : 0;
	uint16_t *next = folded;
	while (n < len) {
		size_t quiet = scan_copy_portable(set, src + n, src + len, n ? src[n - 1] : before, copied + n);
		next = fold_slowly(set, src, n, n + quiet, copied, next);
		n += quiet;
		if (n == len)
			break;
		n += len - n > 1 && is_two(src[n], src[n + 1]);
		places[count++] = (uint16_t)n++;
	}
	return (struct scan_found){count, (size_t)(next - folded), groups};
}
