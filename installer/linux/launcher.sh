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
exec "$root/lib/runtime/bin/fragments" @OPTIONS@ -cp "@CLASSPATH@" @MAIN@ "$@"
