# ladmp: `make run` and `make test` are all that a newcomer needs.
# Each target first makes sure of what it needs: a Swift toolchain, ncurses, libvterm for tests.

PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/release/ladmp

# Linux gets one file without libraries; macOS has no static executables.
ifeq ($(shell uname -s),Linux)
STATIC = --static-swift-stdlib -Xswiftc -static-executable \
	-Xlinker --gc-sections -Xlinker -s
endif

# To find a type by its mangled name goes through every conformance in the program; each time takes
# as long as a hundred rows of the screen, and a first frame asks for dozens.
DIRECT = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

.PHONY: run build test simulate bench fuzz robot soak sanitize format lint picture man install uninstall deb clean need need-tests

run: build
	@$(BINARY)

build: need
	@$(SWIFT) build -c release --product ladmp $(STATIC) $(DIRECT)

test: build need-tests
	@LADMP_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test

bench: build
	@sh .ci/need nnn ncdu htop tig calcurse newsboat lnav visidata jq fzf python3
	@$(SWIFT) build -c release --product bench --scratch-path .build-bench
	@.build-bench/release/bench $(BINARY) .

# Random bytes for whatever reads bytes, each for so many seconds. What breaks something is put into
# Tests/Fuzz/Corpus, which the tests go through too.
SECONDS_OF_FUZZ ?= 120
FUZZERS ?= store merge table history edition config theme query input

fuzz: need
	@sh Tests/Fuzz/build .build-fuzz
	@for property in $(FUZZERS); do \
		mkdir -p .build-fuzz/$$property && \
		SWIFT_BACKTRACE=enable=no LADMP_FUZZ=$$property .build-fuzz/fuzz -timeout=10 -max_len=4096 \
			-max_total_time=$(SECONDS_OF_FUZZ) -dict=Tests/Fuzz/words \
			-artifact_prefix=Tests/Fuzz/Corpus/$$property/ \
			.build-fuzz/$$property Tests/Fuzz/Corpus/$$property || exit 1; \
	done

# Random events on the dashboard's state and on the real program, and what always has to hold after
# each. A failure names its seed: LADMP_ROBOT_SEED tries it again, LADMP_ROBOT_TRACE tells every event.
ROBOT_EVENTS ?= 100000
ROBOT_SEED ?= 1
OPTIMIZED_TESTS = -c release -Xswiftc -enable-testing
ROBOT_TESTS = $(OPTIMIZED_TESTS) --scratch-path .build-robot

robot: build need-tests
	@LADMP_ROBOT_EVENTS=$(ROBOT_EVENTS) LADMP_ROBOT_SEED=$(ROBOT_SEED) LADMP_ROBOT_LIMIT=100 \
		$(SWIFT) test $(ROBOT_TESTS) --filter DashboardTests.RobotTests
	@LADMP_BINARY="$(CURDIR)/$(BINARY)" LADMP_ROBOT_SEED=$(ROBOT_SEED) \
		LADMP_ROBOT_EVENTS=$$(($(ROBOT_EVENTS) / 20)) $(SWIFT) test $(ROBOT_TESTS) --filter RobotEndToEnd

# How the program's memory grows over as many events as there are in an hour, ten a second.
SOAK_EVENTS ?= 36000

soak: build need-tests
	@LADMP_BINARY="$(CURDIR)/$(BINARY)" LADMP_SOAK=$(SOAK_EVENTS) $(SWIFT) test \
		--filter memoryDoesNotGrowWithTheEvents

# The tests with the compiler's sanitizers, on a program that has them too, both optimized, which is
# ten times as fast. They need much address space, files and calls of their own: tests where there is
# little of these are left out.
SANITIZED_TESTS = $(OPTIMIZED_TESTS) --skip littleMemory --skip fewDescriptors \
	--skip killedAtAnyCall --skip aDiskThatIsFull --skip whereFilesAreLimited

sanitize: need need-tests
	@for sanitizer in address thread; do \
		ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="halt_on_error=1 suppressions=$(CURDIR)/Tests/Sanitize.supp" \
			LADMP_BINARY="$(CURDIR)/.build-$$sanitizer/release/ladmp" $(SWIFT) test \
			--sanitize=$$sanitizer --scratch-path .build-$$sanitizer $(SANITIZED_TESTS) || exit 1; \
	done

# Desks that share a record and are ended in the middle, with the real git, and merges at random.
SIMULATIONS ?= 24

simulate: build need-tests
	@LADMP_BINARY="$(CURDIR)/$(BINARY)" LADMP_SIMULATIONS=$(SIMULATIONS) LADMP_RUNS=2000 \
		$(SWIFT) test --filter 'ShareSimulation|StoreMergeProperty'
	@python3 Tests/Simulation/writers.py

format:
	@$(SWIFT) format -i -r Package.swift Sources Tests

lint:
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests

# The picture in the README, made from the program's real screen.
picture: build need-tests
	@LADMP_BINARY="$(CURDIR)/$(BINARY)" LADMP_PICTURE="$(CURDIR)/Resources/screen.svg" \
		$(SWIFT) test --filter PictureTests

man: build
	@rm -rf .build/man && mkdir -p .build/man && $(BINARY) manual --all .build/man
	@echo ".build/man"

install: build
	@DESTDIR="$(DESTDIR)" sh Packaging/install "$(PREFIX)" $(BINARY)

uninstall: build
	@DESTDIR="$(DESTDIR)" sh Packaging/install --remove "$(PREFIX)" $(BINARY)

deb: build
	@sh Packaging/deb $(BINARY) .build/ladmp.deb

clean:
	@rm -rf .build .build-*

need:
	@sh .ci/need swift ncurses sqlite

need-tests:
	@sh .ci/need vterm ncurses-term cmark strace ssh-keygen gpg python-libs zsh fish mandoc tmux screen
