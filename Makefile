# Every target sets up what it needs; `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

.PHONY: help
help: ## list the targets
	@awk -F ':.* ## ' '/^[a-z]+:.* ## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

.PHONY: site
site: .venv/stamp-site ## build content/ into output/
	$(BIN)/sitegen build --output output
	@echo "Open output/index.html in a browser, or run $(BIN)/sitegen serve for a preview that follows every save."

.PHONY: test
test: .venv/stamp-test node_modules/.package-lock.json ## check and test all that this machine can
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile

.PHONY: soak
soak: .venv/stamp-test ## run the tests that take minutes
	$(BIN)/python -m pytest -m soak -n 2 --dist worksteal

.PHONY: bench
bench: .venv/stamp-bench ## measure the speed of builds
	$(BIN)/python bench/run.py

.PHONY: clean
clean: ## remove all that is made
	rm -rf output .sitegen .venv node_modules build dist

# The stamps: each stands for an installation of the locks that it depends on.

.venv/stamp-venv:
	$(PYTHON) -m venv .venv
	touch $@

.venv/stamp-site: requirements/serve.txt requirements/make.txt pyproject.toml | .venv/stamp-venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/make.txt -r requirements/serve.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/stamp-test: .venv/stamp-site requirements/test.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/test.txt
	touch $@

.venv/stamp-bench: .venv/stamp-site requirements/bench.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	touch $@

# npm brings the checkers of HTML and accessibility; without it their tests are skipped.
node_modules/.package-lock.json: package-lock.json
	if command -v npm >/dev/null; then npm ci && touch $@; else echo "npm is missing: some tests will be skipped"; fi

# The locks hold every version and every file's hash. Pins stay as they are: remove a lock before `make lock` to renew it.

COMPILE := CUSTOM_COMPILE_COMMAND="make lock" PIP_FIND_LINKS= $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-options

.PHONY: lock
lock: ## write the locks in requirements/ anew
	test -x $(BIN)/pip-compile || $(MAKE) .venv/stamp-test
	$(COMPILE) -o requirements/build.txt pyproject.toml
	$(COMPILE) -o requirements/serve.txt --extra serve -c requirements/build.txt pyproject.toml
	$(COMPILE) -o requirements/make.txt requirements/make.in
	$(COMPILE) -o requirements/test.txt requirements/test.in
	$(COMPILE) -o requirements/bench.txt requirements/bench.in
