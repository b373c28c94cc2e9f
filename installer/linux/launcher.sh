#!/bin/sh
# Starts Fragments on the Java runtime that comes with it: the window without an argument, a command with one.
# jpackage's own launcher first asks rpm and dpkg, at each launch, which package it belongs to.
root=$(readlink -f "$0")
root=${root%/bin/*}
APPDIR=$root/lib/app
unset JDK_JAVA_OPTIONS # meant for the user's own Java
# Java decodes arguments and file names by the locale. In a locale that is not UTF-8, or that this system lacks (locale then
# prints a warning), characters would be lost.
[ "$(locale charmap 2>&1)" = UTF-8 ] || export LC_ALL=C.UTF-8
# JavaFX sets these while other threads read the environment, and adding a variable can move it: glibc before 2.41 may then
# crash in getenv (about once in a thousand launches). Variables that exist already are not moved.
[ $# -gt 0 ] || export GDK_BACKEND=x11 IBUS_ENABLE_SYNC_MODE=1
exec "$root/lib/runtime/bin/fragments" @OPTIONS@ -cp "@CLASSPATH@" @MAIN@ "$@"
