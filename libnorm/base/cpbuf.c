/* SPDX-License-Identifier: MIT */
#include "base/cpbuf.h"

#include <stdlib.h>

void cpbuf_release(struct cpbuf *buf)
{
	free(buf->at);
	*buf = (struct cpbuf){0};
}
