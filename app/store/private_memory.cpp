#include "store/private_memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cassert>

namespace buurtpeil {

void keep_memory_private() {
  const rlimit none{0, 0};
  [[maybe_unused]] const int limited = ::setrlimit(RLIMIT_CORE, &none);
  assert(limited == 0);
#ifndef __SANITIZE_ADDRESS__  // whose search for leaks looks into the process itself
  [[maybe_unused]] const int hidden = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // a collector ignores the limit
  assert(hidden == 0);
#endif
}

}  // namespace buurtpeil
