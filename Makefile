# Two commands matter: `make run` and `make test`. Both make what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export KNOWLEDGE

.PHONY: run test soak check bench clean

run: $(VENV)/installed
	@$(BIN)/python -m bot

test: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m knowledge check --strict
	$(BIN)/python -m pytest

# The same promises with the counts of RELIABILITY.md in full: minutes, not seconds.
soak: $(VENV)/installed-test
	.ci/with-postgres $(BIN)/python -m pytest -m soak

check: $(VENV)/installed
	@$(BIN)/python -m knowledge check --strict

# Factbox beside five peers, in accuracy and speed: some minutes, and quiet processors.
bench: $(VENV)/installed-bench
	@$(BIN)/python -m tests.bench

# The benchmarks live among the tests.
$(VENV)/installed-bench: $(VENV)/installed-test

$(VENV)/installed-test $(VENV)/installed-bench: $(VENV)/installed-%: $(VENV)/installed requirements-%.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-$*.txt
	@touch $@

# Every dependency at the version, and with the hash, of the lock file; then the project itself, editable.
$(VENV)/installed: pyproject.toml requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Factbox needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
