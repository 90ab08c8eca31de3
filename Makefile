# Every chore is one word. `make` lists them.

NPM        := npm --prefix frontend
WEB_READY  := frontend/node_modules/.ready
LINT_TOOLS := target/lint/.ready
FUZZ_TOOLS := target/fuzz/.ready
WEB_FILES  := $(shell find frontend \( -name node_modules -o -name dist -o -name e2e \) -prune -o -type f -print 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help
help: ## List the chores
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Everyday

.PHONY: run
run: install-build frontend/dist/index.html ## Build the system and start it with a demonstration programme
	MASLAHAT_DEMO=true cargo run --release --locked --quiet -- serve

.PHONY: dev
dev: install-build $(WEB_READY) ## Start it for development: both halves reload when a file changes
	scripts/dev

.PHONY: test
test: ## Run every check and test there is
	@scripts/test

.PHONY: check
check: rust-format rust-lint web-lint web-types ## Check formats, lints and types, in seconds once built

.PHONY: bench
bench: ## Measure the server under load
	scripts/install load
	cargo build --release --locked --features load
	tests/load/run

.PHONY: fuzz
fuzz: install-fuzz $(FUZZ_TOOLS) server ## Fuzz the API from its document, in depth, on SQLite and PostgreSQL
	target/fuzz/bin/python tests/fuzz/fuzz.py thorough sqlite
	target/fuzz/bin/python tests/fuzz/fuzz.py thorough postgres

.PHONY: mutants
mutants: install-mutants ## Change the rules of access bit by bit, to see whether the tests notice (takes hours)
	scripts/mutants

.PHONY: openapi
openapi: $(WEB_READY) server ## Write the OpenAPI document and the web app's client anew
	scripts/openapi write

.PHONY: audit
audit: $(WEB_READY) ## Look for known vulnerabilities in what is built upon (needs the network)
	cargo deny --locked check
	$(NPM) audit --omit=dev

.PHONY: clean
clean: ## Remove what was built; data stays
	cargo clean
	rm -rf target frontend/dist frontend/node_modules

# The parts of `make test`, each a chore of its own

.PHONY: rust-format
rust-format:
	cargo fmt --check

.PHONY: rust-lint
rust-lint:
	cargo clippy --locked --all-targets -- -D warnings

.PHONY: rust-test
rust-test: ## Test the server on SQLite and PostgreSQL
	scripts/with-postgres scripts/cargo-test

.PHONY: web-lint
web-lint: $(WEB_READY)
	$(NPM) run lint

.PHONY: web-types
web-types: $(WEB_READY)
	$(NPM) run typecheck

.PHONY: web-test
web-test: $(WEB_READY) ## Test the web app's parts
	$(NPM) run test

.PHONY: drift
drift: $(WEB_READY) server
	scripts/openapi check

.PHONY: licences
licences: $(WEB_READY)
	node scripts/licences.mjs

.PHONY: deploy-lint
deploy-lint: $(LINT_TOOLS)
	scripts/deploy-lint

.PHONY: fuzz-test
fuzz-test: $(FUZZ_TOOLS) server ## Fuzz the API from its document, a little, as everybody there is
	target/fuzz/bin/python tests/fuzz/fuzz.py

.PHONY: nginx-test
nginx-test: server frontend/dist/index.html ## Test the nginx configuration in front of the server
	scripts/with-server scripts/nginx-test

.PHONY: browser-test
browser-test: server frontend/dist/index.html ## Test the whole in a browser
	scripts/with-server $(NPM) run e2e

# What the chores stand on

# With the tests: they and the server then share one build of every dependency.
.PHONY: server
server:
	cargo build --locked --all-targets

.PHONY: install-build install-test install-fuzz install-mutants
install-build install-test install-fuzz install-mutants: install-%:
	@scripts/install $*

$(WEB_READY): frontend/package-lock.json frontend/package.json
# Not `npm ci`: it refuses a lock file that lacks an optional package of another platform, and npm leaves those out
# where a registry does not offer them (npm/cli#9846). The versions are those of the lock file all the same.
	$(NPM) install --no-save --no-audit --no-fund
	@touch $@

frontend/dist/index.html: $(WEB_READY) $(WEB_FILES)
	$(NPM) run build
	@touch $@

$(FUZZ_TOOLS): tests/fuzz/requirements.txt
	scripts/install-fuzz
	@touch $@

$(LINT_TOOLS): deploy/lint/requirements.txt deploy/lint/package-lock.json
	scripts/install-linters
	@touch $@
