#!/bin/sh
# Starts Fragments on the Java runtime that comes with it: the window without an argument, a command with one.
# jpackage's own launcher first asks rpm and dpkg, at each start, which package it is of.
root=$(readlink -f "$0")
root=${root%/bin/*}
APPDIR=$root/lib/app
unset JDK_JAVA_OPTIONS # they are for a user's own Java
# Java reads arguments and names of files as the locale says. In one that is not UTF-8, or that this system does not have
# (then locale complains), words would be lost.
[ "$(locale charmap 2>&1)" = UTF-8 ] || export LC_ALL=C.UTF-8
# JavaFX sets these while other threads read the environment, and what grows then is moved: glibc before 2.41 may crash in
# getenv (seen once in some thousand starts). What is there already stays in its place.
[ $# -gt 0 ] || export GDK_BACKEND=x11 IBUS_ENABLE_SYNC_MODE=1
exec "$root/lib/runtime/bin/fragments" @OPTIONS@ -cp "@CLASSPATH@" @MAIN@ "$@"
