# Every command anyone runs. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: types serve site test check lint bench report clean help lock generated new review editor zensical

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1

$(VENV)/.ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 …"; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing the packages of requirements.lock (once)…"
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

serve: $(VENV)/.ready ## run the site on http://127.0.0.1:8000 and rebuild after each change
	@$(RUN) scripts/serve.py --port $(PORT)

site: $(VENV)/.ready ## check the content and build the whole site into site/
	@$(RUN) scripts/build.py

check: $(VENV)/.ready ## check the content alone; what an author runs
	@$(RUN) scripts/check.py

new: $(VENV)/.ready ## begin a record with every field explained: make new KIND=note ID=some-name
	@$(RUN) scripts/new.py $(KIND) $(ID)

review: $(VENV)/.ready ## tell what your changes mean against another version: make review [BASE=origin/main]
	@$(RUN) scripts/review.py $(if $(BASE),--base $(BASE))

test: $(VENV)/.ready ## run every test, in a real browser too
	@$(RUN) scripts/browser.py
	@$(RUN) -m pytest -n auto

lint: $(VENV)/.ready ## ruff and mypy
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy

types: ## check the types of the survey's scripts, where npm is at hand
	@if command -v npx >/dev/null; then npx --yes -p typescript@5.9 tsc -p tsconfig.json; \
		else echo "npm is not at hand: the types of the scripts are not checked."; fi

bench: $(VENV)/.ready ## measure the budgets: weights, ratios, times
	@$(RUN) scripts/browser.py
	@$(RUN) scripts/bench.py

report: $(VENV)/.ready ## tell what the rules do on the whole: how often what is advised, what looks wrong
	@$(RUN) scripts/report.py

generated: $(VENV)/.ready ## write again what is generated: schemas, list of ids, forms
	@$(RUN) scripts/schema.py
	@$(RUN) scripts/ids.py
	@$(RUN) scripts/forms.py

editor: $(VENV)/.ready ## teach VS Code on this machine the ids of the records by their titles
	@$(RUN) scripts/editor.py

zensical: $(VENV)/.ready ## build with the successor of the theme into .build/zensical/; tells how far it comes, fails nothing
	@$(RUN) scripts/successor.py || echo "Zensical did not build the site; nothing depends on it."

lock: $(VENV)/.ready ## resolve requirements.lock anew from pyproject.toml
	@$(VENV)/bin/pip install --quiet pip-tools
	@$(VENV)/bin/pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe --no-annotate \
		--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.lock pyproject.toml

clean: ## remove everything that commands have made
	@rm -rf $(VENV) site .build .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
