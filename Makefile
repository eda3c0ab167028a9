# `make` sets up and builds everything; `make test` sets up and tests; `make lint` checks the code; `make docs` writes what is generated; `make bench` measures;
# `make soak` tries for hours to break it.
#
# On a new Debian or Ubuntu nothing but Python 3.11 or later, make and git is needed: what else is missing is installed
# here, the Python packages into .venv and three system packages through apt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SYSTEM := libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation
CI_SYSTEM := libreoffice-writer poppler-utils $(shell for name in chromium chromium-browser google-chrome; do command -v $$name && break; done >/dev/null || echo chromium)

# Modules are compiled once and not in each of the many processes that tests and benchmarks start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: all build test whole soak lint docs bench lock clean setup-test system system-ci

all: build

build: $(VENV)/built system
	$(BIN)/python build.py build

test: setup-test system
	$(BIN)/python -m pytest

# Every case of the broad tests, of which CI takes a choice: half an hour on two cores.
whole: $(VENV)/dev system-ci node_modules/.installed
	CI=true WHOLE=true $(BIN)/python -m pytest

# For hours what the tests of faults, attacks and fuzzing do for a minute: 200 agreements in one build, 10,000 drafted, builds killed.
# Its figures go to build/soak.md; SOAK takes its options, for example SOAK="--agreements 500". Fuzzing by coverage needs atheris beside it.
soak: $(VENV)/dev system
	$(BIN)/python tests/soak.py $(SOAK)

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The page of all rules, and the JSON Schemas of the YAML: both are kept with the code, and a test holds them fresh.
docs: $(VENV)/built
	$(BIN)/python build.py explain --page
	$(BIN)/python build.py schema

# Ratios of times, on this machine and in one run; no test is timed.
bench: $(VENV)/dev system system-ci node_modules/.installed
	$(BIN)/python tests/benchmarks/checking.py
	$(BIN)/python tests/benchmarks/redlining.py
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/unchanged.py
	$(BIN)/python tests/benchmarks/portfolio.py

# ---------------------------------------------------------------- Python packages, pinned with their hashes

$(VENV)/bin/pip:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV) || { $(MAKE) venv-package && $(PYTHON) -m venv --clear $(VENV); }

.PHONY: venv-package
venv-package: # Debian keeps venv in a package of its own
	sh tools/apt.sh python3-venv

$(VENV)/built: requirements.lock | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/tested: requirements-test.lock | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@ $(VENV)/built

$(VENV)/dev: requirements-dev.lock | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/tested $(VENV)/built

# ---------------------------------------------------------------- system packages, where apt is there

system:
	@sh tools/apt.sh $(SYSTEM)

system-ci:
	@sh tools/apt.sh $(CI_SYSTEM)

# Where CI=true the outside validators and LibreOffice are installed too, and the tests that need them run.
ifeq ($(CI),true)
setup-test: $(VENV)/dev system-ci node_modules/.installed
else
setup-test: $(VENV)/tested
endif

node_modules/.installed: package.json package-lock.json
	npm ci --no-audit --no-fund --silent
	touch $@

lock: $(VENV)/bin/pip
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile $(LOCK) -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra test -o requirements-test.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra test --extra lint --extra validate -o requirements-dev.lock pyproject.toml

LOCK := --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe --no-header

clean:
	rm -rf build .cache $(VENV) node_modules
