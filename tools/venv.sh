#!/bin/sh
# Runs a command in the checkout's own virtual environment, which it makes or mends first:
#
#     sh tools/venv.sh play|test|check|acceptance|bench COMMAND [ARGUMENT…]
#
# `play` installs quizgen alone, the others the extras of pyproject.toml besides.
# A stamp file newer than pyproject.toml says that all is there, so that the next run starts at
# once. PYTHON names the Python to build with, VENV another folder than .venv, PIP_OPTIONS more
# words for `pip install` (`--constraint FILE`).
set -eu

say() { printf '%s\n' "$*" >&2; }

fail() {
    for line in "$@"; do say "$line"; done
    exit 2
}

# A Python that can build the environment: new enough, with venv and ensurepip.
suits() {
    "$@" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || return 1
    "$@" -c 'import venv, ensurepip' >/dev/null 2>&1 && return 0
    incomplete=$*
    return 1
}

find_python() {
    incomplete=
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python "py -3"; do
        # shellcheck disable=SC2086 # "py -3" is a command and its argument
        if suits $candidate; then
            python=$candidate
            return
        fi
        [ -z "${PYTHON:-}" ] || break
    done
    [ -z "$incomplete" ] || fail \
        "quizgen: $incomplete cannot make a virtual environment: its venv or ensurepip is missing." \
        "  On Debian and Ubuntu: sudo apt install python3-venv. Then run the same command again."
    fail \
        "quizgen: no Python 3.11 or newer was found${PYTHON:+ at $PYTHON}." \
        "  Install one (https://www.python.org/downloads/, or your system's package manager)," \
        "  or say where it is: make play PYTHON=/path/to/python3"
}

# Windows keeps the programs of an environment in another folder than everybody else.
find_programs() {
    programs=$venv/bin
    [ ! -d "$venv/Scripts" ] || programs=$venv/Scripts
}

has_pip() { "$programs/python" -m pip --version >/dev/null 2>&1; }

# An environment that another tool made may lack pip, which is no reason to make it anew.
works() {
    "$programs/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || return 1
    has_pip || { "$programs/python" -m ensurepip >/dev/null 2>&1 && has_pip; }
}

make_environment() {
    find_programs
    if works; then return; fi
    find_python
    say "Making a virtual environment in $venv with $($python -V 2>&1) (a few seconds)."
    $python -m venv --clear "$venv" || fail "quizgen: $venv could not be made; see above."
    find_programs
}

install() {
    case $purpose in
        play) extra='' what='quizgen and what it needs' ;;
        acceptance) extra='[acceptance]' what='quizgen and the programs that it is tried with' ;;
        bench) extra='[bench]' what='quizgen and the programs that it is measured beside' ;;
        *) extra="[$purpose]" what="quizgen and its ${purpose}ing tools" ;;
    esac
    say "Installing $what (about a minute; needs the network)."
    # shellcheck disable=SC2086 # PIP_OPTIONS is a list of words
    "$programs/python" -m pip install --quiet --disable-pip-version-check \
        ${PIP_OPTIONS:-} --editable ".$extra" || fail \
        "quizgen: the installation did not finish; the lines above say why." \
        "  Nothing is lost: run the same command again to go on."
    date >"$stamp"
}

cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
purpose=$1
shift
stamp=$venv/ready-to-$purpose
find_programs
# A link to a Python that is gone counts as missing, so a system's upgrade is mended too.
if [ ! -x "$programs/python" ] || [ -n "$(find pyproject.toml tools/venv.sh -newer "$stamp" 2>&1)" ]; then
    make_environment
    install
fi

PATH=$(cd "$programs" && pwd):$PATH
export PATH
exec "$@"
