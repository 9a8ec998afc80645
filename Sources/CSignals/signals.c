#define _GNU_SOURCE
#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int noted[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
enum { NOTED = sizeof noted / sizeof *noted, FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction noted_before[NOTED], fatal_before[FATAL];
static int pipe_ends[2] = {-1, -1};

// What a trap writes back. Only the guard's switch is read while a handler may run.
static volatile sig_atomic_t is_guarded;
static int guarded_terminal;
static struct termios modes;
static char farewell[512];
static size_t farewell_count;

static void note(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already wakes the reader.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = error;
}

// A limit on the size of files is told by the call that meets it, and kills nobody. A handler, and
// not that the signal is ignored: programs that are started from here inherit only the latter.
static void pass_over(int number) { (void)number; }

static void give_back_and_die(int number) {
  if (is_guarded) {
    is_guarded = 0;
    (void)!write(STDOUT_FILENO, farewell, farewell_count);
    tcsetattr(guarded_terminal, TCSANOW, &modes);
    static const char message[] =
        "ladmp: stopped by a fault of its own; the terminal was given back.\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
  }
  signals_die(number);
}

int signals_open(void) {
  if (pipe_ends[0] < 0) {
    if (pipe(pipe_ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
      fcntl(pipe_ends[end], F_SETFL, O_NONBLOCK);
    }
  }
  struct sigaction passing = {.sa_handler = pass_over, .sa_flags = SA_RESTART};
  sigaction(SIGXFSZ, &passing, NULL);
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int place = 0; place < NOTED; place++) {
    sigaction(noted[place], &action, &noted_before[place]);
    // nohup and its like ask for a signal to be ignored; that wish holds.
    if (noted_before[place].sa_handler == SIG_IGN)
      sigaction(noted[place], &noted_before[place], NULL);
  }
  return pipe_ends[0];
}

void signals_close(void) {
  for (int place = 0; place < NOTED; place++) sigaction(noted[place], &noted_before[place], NULL);
}

void signals_stop(void) {
  struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &usual, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void signals_die(int number) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(number, &usual, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

bool signals_remember(int terminal) {
  guarded_terminal = terminal;
  return tcgetattr(terminal, &modes) == 0;
}

void signals_farewell(const char *bytes, size_t count) {
  sig_atomic_t was_guarded = is_guarded;
  is_guarded = 0;
  farewell_count = count < sizeof farewell ? count : sizeof farewell;
  memcpy(farewell, bytes, farewell_count);
  is_guarded = was_guarded;
}

void signals_guard(void) {
  farewell_count = 0;
  // A stack that ran over can't carry a handler.
  static char stack[1 << 16];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = give_back_and_die, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int place = 0; place < FATAL; place++)
    sigaction(fatal[place], &action, &fatal_before[place]);
  is_guarded = 1;
}

void signals_unguard(void) {
  if (!is_guarded) return;
  is_guarded = 0;
  for (int place = 0; place < FATAL; place++) sigaction(fatal[place], &fatal_before[place], NULL);
}
