# SPDX-License-Identifier: MIT
# Small helpers of configure.ac.

# NORM_PKG(VARIABLE, PKG-CONFIG MODULES, DEBIAN PACKAGE, WHAT FOR)
# A library that has to be there.
AC_DEFUN([NORM_PKG],
[PKG_CHECK_MODULES([$1], [$2], [],
	[AC_MSG_ERROR([$2 not found; it is needed for $4.
  On Debian or Ubuntu: apt-get install $3])])])

# NORM_FLAGS(VARIABLE, FLAGS)
# Append those of FLAGS that the C compiler takes. An unknown -Wno-… passes silently, so ask for -W….
AC_DEFUN([NORM_FLAGS],
[AC_LANG_ASSERT([C])
norm_save_CFLAGS=$CFLAGS
for norm_flag in $2; do
	CFLAGS="$norm_save_CFLAGS -Werror `AS_ECHO(["$norm_flag"]) | sed 's/^-Wno-/-W/'`"
	AC_COMPILE_IFELSE([AC_LANG_SOURCE([int norm_flag_test;])], [AS_VAR_APPEND([$1], [" $norm_flag"])])
done
CFLAGS=$norm_save_CFLAGS])

# NORM_LINK_FLAG(FLAG, MESSAGE WHEN THE LINKER DOES NOT TAKE IT)
AC_DEFUN([NORM_LINK_FLAG],
[AC_MSG_CHECKING([whether the linker takes $1])
norm_save_LDFLAGS=$LDFLAGS
LDFLAGS="$LDFLAGS $1"
AC_LINK_IFELSE([AC_LANG_PROGRAM()], [AC_MSG_RESULT([yes])],
	[AC_MSG_RESULT([no])
	AC_MSG_ERROR([$2])])
LDFLAGS=$norm_save_LDFLAGS])
