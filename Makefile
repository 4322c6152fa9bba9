# Lunshen (伦审). `make run` and `make test` are enough: each first installs what is missing.
#
#   make run       build and open the program; without a display it walks the demo committee and says where the pictures are
#   make test      lint, unit and property tests, scenarios, the screens, the real window; ends with "N passed, N failed"
#   make bench     measurements as ratios, into out/bench/
#   make package   the installer for this system, into out/package/ (.deb on Debian and Ubuntu)
#   make check-pdf  every kind of paper by veraPDF against PDF/A-2b, where veraPDF is installed
#   make host      the screens in a browser at http://127.0.0.1:5180/ (for drawing them; not part of the product)
#   make lint fmt fonts ui setup clean

SHELL := /bin/sh
TARGET := $(or $(CARGO_TARGET_DIR),target)
APP := $(TARGET)/debug/lunshen
UI_SOURCES := $(shell find ui/src ui/index.html ui/vite.config.ts ui/tsconfig.json ui/package-lock.json -type f 2>/dev/null)

.PHONY: run test bench check-pdf package host lint fmt fonts ui setup setup-tests app clean

run: app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		exec "$(APP)"; \
	else \
		$(MAKE) --no-print-directory walk; \
	fi

# The main job in the real window on a screen of its own, with pictures and papers left in out/walk/.
.PHONY: walk
walk: setup-tests app
	@cargo run --quiet -p proof --bin walk -- out/walk

test: setup-tests fonts ui
	@.ci/test

bench: setup-tests fonts ui
	@.ci/bench

check-pdf: setup fonts
	@.ci/check-pdf

package: setup fonts ui/node_modules/.package-lock.json
	@.ci/package

host: app
	@cargo run --quiet -p proof --bin host

lint: setup fonts ui
	cargo clippy --workspace --all-targets -- -D warnings
	cd ui && npx tsc --noEmit

fmt:
	cargo fmt --all

app: setup fonts ui
	@cargo build -p lunshen

setup:
	@.ci/setup build

setup-tests:
	@.ci/setup build tests

fonts: | setup
	@assets/fonts/fetch.sh

ui: ui/dist/index.html

ui/node_modules/.package-lock.json: ui/package-lock.json | setup
	cd ui && npm ci --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(UI_SOURCES)
	cd ui && npm run --silent build
	@touch $@

clean:
	cargo clean
	rm -rf ui/dist ui/node_modules out
