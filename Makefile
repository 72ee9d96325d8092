# make site             build Moot and the sample site
# make install          install moot below PREFIX (/usr/local), its manual page and completions
# make uninstall        take them away again
# make test             run every test
# make audit            measure the accessibility of every page, then every PDF; options as AUDIT="--site sample --quick"
# make screenshots      take the pictures in Documentation/screenshots anew
# make update-expected  take the pages of the sample as they are now for the expected ones
# make man              write the manual page
# make clean            remove what was built
.PHONY: site program install uninstall test audit screenshots update-expected man clean tools

PREFIX = /usr/local
program = .build/installable/moot
share = $(DESTDIR)$(PREFIX)/share

site: program
	$(program) build
	@echo
	@echo "The sample site is in _site. To look at it:"
	@echo "  python3 -m http.server --directory _site 8000"
	@echo "and open http://localhost:8000/"

program: tools
	@Tests/install-missing building
	@Installing/build

# As another user than the one who builds: “make program”, then “sudo make install”, which needs no Swift.
install:
	@if [ -x $(program) ] && ! command -v swift > /dev/null; then :; else $(MAKE) --no-print-directory program; fi
	install -D -m 755 $(program) $(DESTDIR)$(PREFIX)/bin/moot
	install -D -m 644 $(program).1 $(share)/man/man1/moot.1
	install -D -m 644 $(program).bash $(share)/bash-completion/completions/moot
	install -D -m 644 $(program).zsh $(share)/zsh/site-functions/_moot
	install -D -m 644 $(program).fish $(share)/fish/vendor_completions.d/moot.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/moot $(share)/man/man1/moot.1 $(share)/bash-completion/completions/moot
	rm -f $(share)/zsh/site-functions/_moot $(share)/fish/vendor_completions.d/moot.fish

test: tools
	@Tests/install-missing building testing
	@Tests/run-all

audit: program
	@Tests/install-missing testing
	@python3 Tests/Web/audit.py $(AUDIT)
	@python3 Tests/Web/pdf.py --long

screenshots: program
	@Tests/install-missing testing
	@python3 Tests/Web/screenshots.py

update-expected: tools
	@Tests/install-missing building
	Sources/c/CAssets/list-files
	UPDATE_EXPECTED=1 swift test --filter "GoldenTests|ReferenceTests"

man: program
	@echo "“man -l $(program).1” shows it."

clean:
	rm -rf .build _site _audit ._site.* .venv .tools

tools:
	@command -v swift > /dev/null || { \
	  echo "Moot is written in Swift, and there is no Swift here (6.2 or later is needed)."; \
	  echo "Install it as https://www.swift.org/install/linux/ says, for example with swiftly, and run this again."; \
	  exit 1; }
