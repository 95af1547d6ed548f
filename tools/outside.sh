#!/bin/sh
# Sees to the outside programs that the acceptance tests run:
#
#     sh tools/outside.sh PROGRAM…
#
# What is missing is installed with the system's package manager where that works without
# asking anybody; otherwise it is named, and nothing is run.
set -eu

# The packages that bring a program, by Debian's names; most bear its own.
packages() {
    case $1 in
        chromium) echo chromium fonts-dejavu-core ;; # which draws nothing without a font
        pdftotext) echo poppler-utils ;;
        xmllint) echo libxml2-utils ;;
        *) echo "$1" ;;
    esac
}

missing=
for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $(packages "$program")"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root='sudo -n'
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
    echo "Installing$missing with apt-get." >&2
    $as_root apt-get -qq update
    # shellcheck disable=SC2086 # a list of words
    DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq install --yes --no-install-recommends \
        $missing >/dev/null
    exit 0
fi
echo "quizgen: the acceptance tests need$missing: install it and run the same command again." >&2
exit 2
