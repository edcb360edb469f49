# `make` says what can be made.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SECONDS ?= 600
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup demo test check attacks parity term fuzz format bench clean

help:
	@echo "make demo     set everything up, grade examples/submitted and say where the reports lie"
	@echo "make test     set everything up and run all the tests, 'descent verify' among them"
	@echo "make check    format, lint, types, layers, tests and 'descent verify' with all its draws"
	@echo "make attacks  let every hostile submission of tests/attacks loose at each level, kill what grades, and fuzz the wire"
	@echo "make parity   take sixty submissions through every platform: the same points for every question by all (15 minutes)"
	@echo "make term     a hundred and twenty students through six assignments, from downloads to exports: every figure reckoned anew"
	@echo "make fuzz     fuzz the wire for ten minutes (SECONDS=60: for one)"
	@echo "make format   format and mend what can be mended by itself"
	@echo "make bench    measure the grading"
	@echo "make clean    remove what was made, but for the environment in $(VENV)"
	@echo "make setup    only set up: $(VENV) with everything in it (PYTHON=python3.12 picks another Python)"

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "make: Python 3.11 or newer is needed; '$(PYTHON)' is $$({ $(PYTHON) --version; } 2>/dev/null || echo not there)." >&2; \
	  echo "      Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "make: '$(PYTHON)' lacks the module venv. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV): some minutes the first time."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip -c constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[all]' --group dev -c constraints.txt
	@touch $@

demo: setup
	@DESCENT_HOME=build/demo-home $(BIN)/descent grade examples/submitted --out build/demo || test $$? -eq 1
	@echo
	@echo "The reports lie in build/demo, the gradebook in build/demo-home."

test: setup
	$(BIN)/python -m pytest -n auto
	$(BIN)/descent verify --draws 20

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_house.py
	$(BIN)/python -m pytest -q -n auto
	$(BIN)/descent verify

attacks: setup
	DESCENT_ATTACKS=all $(BIN)/python -m pytest -n 4 --dist worksteal tests/attacks tests/faults tests/fuzz \
	  tests/test_dangerous.py tests/sandbox/test_wire.py tests/sandbox/test_corpus.py tests/sandbox/test_channel.py \
	  tests/sandbox/test_lockdown.py tests/sandbox/test_isolation.py tests/sandbox/test_probe.py # four: they wait for limits of time

parity: setup
	DESCENT_PARITY=all $(BIN)/python -m pytest -n auto tests/platforms/parity

term: setup
	DESCENT_TERM=all $(BIN)/python -m pytest tests/term

fuzz: setup
	$(BIN)/python -m tests.fuzz.wire --seconds $(SECONDS)

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python -m benchmarks.grading

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
