# Everything is done in .venv, which the first run makes and a later one finds ready.
# Wants Python 3.11 or newer; `make play PYTHON=/path/to/python3` names another one.
.POSIX:
.PHONY: play test check acceptance test-lowest coverage bench performance screenshot gallery snapshots clean help

VENV = .venv
RUN = VENV='$(VENV)' PYTHON='$(PYTHON)' sh tools/venv.sh

play: ## open quizgen
	@$(RUN) play python -m quizgen

test: ## run the tests (needs nothing but Python)
	@$(RUN) test python -m pytest

check: ## lint, format, types, import contracts
	@$(RUN) check ruff check
	@$(RUN) check ruff format --check
	@$(RUN) check mypy
	@$(RUN) check lint-imports

acceptance: test-lowest ## install what is built, run it beside outside programs
	@sh tools/outside.sh tmux npm chromium xmllint pdftotext
	@$(RUN) acceptance python -m pytest tests/acceptance

test-lowest: ## run the tests with the oldest dependencies that pyproject.toml allows
	@mkdir -p build
	@$(RUN) test python tools/lowest.py >build/lowest.txt
	@VENV=build/lowest PIP_OPTIONS='--constraint build/lowest.txt' PYTHON='$(PYTHON)' \
		sh tools/venv.sh test python -m pytest

coverage: ## run the tests and show which lines none of them reached
	@$(RUN) test python -m pytest --cov --cov-report=term-missing:skip-covered

bench: ## measure against the budgets, and beside other programs
	@$(RUN) bench python tools/rivals.py
	@$(RUN) bench python -m benchmarks

performance: ## measure all that docs/performance.md shows, and write it; PARTS='…' only some
	@$(RUN) bench python tools/rivals.py
	@$(RUN) bench python -m benchmarks --page $(PARTS)

screenshot: ## draw the README's picture anew
	@$(RUN) play python tools/screenshot.py

gallery: ## draw every screen in every size and colour, to be looked at
	@$(RUN) play python tools/gallery.py

snapshots: ## note how every screen looks now, for the tests to compare with
	@$(RUN) play python tools/snapshots.py

clean: ## remove .venv and everything else that was made
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find quizgen tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 22
