#!/bin/bash
# Sets up the image that submissions are graded in: run once, as root. Made by `descent export`.
#
# Python 3.11 or newer (Ubuntu 22.04 comes with 3.10), libseccomp, and what requirements.txt names, in the versions that the course is
# graded with elsewhere. No conda, no LaTeX; what is there already is not installed.
set -eu

source=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

usable() { # a Python of a version that will do, and that can make an environment
    command -v "$1" >/dev/null && "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        if [ -n "$python" ] && usable "$python"; then
            echo "$python"
            return
        fi
    done
    return 1
}

install() {
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "$@" >/dev/null
}

install_python() { # the newest that this Ubuntu or Debian has
    echo "descent: installing Python."
    apt-get update --quiet=2 || true
    for version in 3.13 3.12 3.11; do
        if apt-cache show "python$version-venv" >/dev/null 2>&1; then
            install "python$version" "python$version-venv"
            return
        fi
    done
}

python=$(find_python) || {
    install_python
    python=$(find_python) || {
        echo "descent: this image has no Python 3.11 or newer. Choose Ubuntu 22.04 or newer, on Gradescope in the autograder's settings." >&2
        exit 1
    }
}
echo "descent: grading with $("$python" --version), $(command -v "$python")."

if ! "$python" -c 'import ctypes; ctypes.CDLL("libseccomp.so.2")' 2>/dev/null; then
    echo "descent: installing libseccomp."
    apt-get update --quiet=2 || true
    install libseccomp2
fi

"$python" -m venv --clear "$source/venv"
