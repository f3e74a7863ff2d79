# All a newcomer types: `make run` and `make test`. Both set everything up.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
READY := .venv/.ready
# Many processes are started, and none should compile the product anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check bench soak setup lock thresholds

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

$(READY): requirements.lock pyproject.toml
	@bash deploy/setup.sh

setup: $(READY) ## prepare .venv (done by the others when needed)

run: $(READY) ## sample commune, web chat and everything else in one process; no token needed
	@.venv/bin/doithoai serve --demo

test: $(READY) ## all tests (PostgreSQL and browser tests where those are installed); ARGS=tests/web runs some
	@bash deploy/test.sh $(ARGS)

check: $(READY) ## linters, types, import rules
	@bash deploy/check.sh

bench: $(READY) ## speed and memory against named peers, medians of 3
	@$(PY) -m benchmarks

soak: $(READY) ## the full kill test: 20 kills, 2,000 messages each
	@$(PY) -m tests.soak --kills 20 --messages 2000

lock: $(READY) ## renew requirements.lock after a change in pyproject.toml
	@bash deploy/lock.sh

thresholds: $(READY) ## learn anew when the FAQ matcher may answer, after a change of the FAQ
	@$(PY) -m faq.calibrate tests/data/faq_messages/tuning.jsonl
