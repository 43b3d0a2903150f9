// A core dump would hold the answers of the visit in progress.
#include "store/private_memory.h"

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("a program that keeps its memory private leaves no core dump") {
  const pid_t child = ::fork();
  if (child == 0) {
    buurtpeil::keep_memory_private();
    rlimit limit{1, 1};
    ::getrlimit(RLIMIT_CORE, &limit);
    if (limit.rlim_max != 0) ::_exit(1);
#ifndef __SANITIZE_ADDRESS__
    if (::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0) ::_exit(2);
#endif
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}
