# The project's chores. PYTHON names the interpreter of the environment: make test PYTHON=python3.12
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python)

.PHONY: all test lint types imports rules golden docs drift owner format clean

all: lint types imports test drift

test:  ## run the tests
	$(PYTHON) -m pytest

lint:  ## style
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:  ## static types
	$(PYTHON) -m mypy

imports:  ## a room imports only rooms before it
	$(PYTHON) -c "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

rules:  ## the rules' own examples
	$(PYTHON) -m factcheck rules test

golden:  ## write reports/ anew from seeds/
	$(PYTHON) tools/golden.py

docs:  ## write docs/rules/, docs/reference/, factcheck/schemas/ and what pages of docs/ show anew
	$(PYTHON) tools/schemas.py
	$(PYTHON) tools/rule_docs.py
	$(PYTHON) tools/reference.py
	$(PYTHON) tools/howto.py

drift:  ## are reports/, docs/ and factcheck/schemas/ what would be written now?
	$(PYTHON) tools/golden.py --check
	$(PYTHON) tools/schemas.py --check
	$(PYTHON) tools/rule_docs.py --check
	$(PYTHON) tools/reference.py --check
	$(PYTHON) tools/howto.py --check

owner:  ## write who hosts this copy for the placeholder in links: make owner OWNER=your-name
	test -n "$(OWNER)"
	sed -i 's|OWNER/factcheck|$(OWNER)/factcheck|g' factcheck/__init__.py README.md docs/*.md tests/test_docs.py
	$(MAKE) golden

format:  ## set the code in order
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
