# make site             build Moot and the sample site
# make test             run every test
# make update-expected  take the pages of the sample as they are now for the expected ones
# make man              write the manual page, .build/moot.1
# make clean            remove what was built
.PHONY: site test update-expected man clean tools

site: tools
	@Tests/install-missing building
	swift build -c release
	.build/release/moot build
	@echo
	@echo "The sample site is in _site. To look at it:"
	@echo "  python3 -m http.server --directory _site 8000"
	@echo "and open http://localhost:8000/"

test: tools
	@Tests/install-missing building testing
	@Tests/run-all

update-expected: tools
	@Tests/install-missing building
	Sources/CDesign/list-files
	UPDATE_EXPECTED=1 swift test --filter "GoldenTests|ReferenceTests"

# “man -l .build/moot.1” shows it.
man: tools
	@Tests/install-missing building
	swift build -c release --product moot
	.build/release/moot manual > .build/moot.1

clean:
	rm -rf .build _site ._site.* .venv .tools

tools:
	@command -v swift > /dev/null || { \
	  echo "Moot is written in Swift, and there is no Swift here (6.2 or later is needed)."; \
	  echo "Install it as https://www.swift.org/install/linux/ says, for example with swiftly, and run this again."; \
	  exit 1; }
