# What one can do here. `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
SERVE ?= yes
RUN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo serve test test-sqlite test-postgresql test-browser check bench messages lock clean python core tools

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 26

demo: core ## install, load the Compact and the Mali sample, compile the review, serve it (SERVE=no, PORT=8000)
	@$(RUN)/taama demo --port $(PORT) $(if $(filter no,$(SERVE)),--no-serve)

serve: core ## serve what is loaded
	@$(RUN)/taama serve --port $(PORT)

test: test-sqlite test-postgresql test-browser ## every test: on SQLite, on PostgreSQL, in a browser

test-sqlite: tools ## rooms and house on SQLite
	$(RUN)/python -m pytest -n 2 -m "not journey"

test-postgresql: tools ## the same suite on PostgreSQL
	$(RUN)/python -m tests.with_postgresql $(RUN)/python -m pytest -n 2 -m "not journey"

test-browser: tools ## the newcomer's walk in Chromium, against the served demo
	$(RUN)/python -m pytest tests/journeys

check: tools ## lint, types, walls
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/python -m mypy taama
	$(RUN)/lint-imports --no-cache
	$(RUN)/djade --check $$(git ls-files 'taama/**/templates/**.html')

bench: python ## speed beside what a user would pick instead (NAMES=review)
	@$(PYTHON) taama/config/install.py bench
	@$(RUN)/taama bench $(NAMES)

messages: ## compile the message catalogues
	$(RUN)/python -m taama.web.messages

lock: ## renew the lock files
	for set in "" test bench; do \
	  $(RUN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
	    $${set:+--extra test} $$([ "$$set" = bench ] && echo --extra bench) pyproject.toml \
	    -o requirements$${set:+-$$set}.lock; \
	done

clean: ## remove the environment and all that was made; var/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache

python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python 3.11 ou plus récent est introuvable (cherché : $(PYTHON))." >&2; \
	  echo "Python 3.11 or newer was not found (looked for: $(PYTHON))." >&2; exit 1; }

core: python
	@$(PYTHON) taama/config/install.py core

tools: python
	@$(PYTHON) taama/config/install.py test
