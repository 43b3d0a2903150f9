#include "platform/free_memory.h"

#include <malloc.h>

namespace buurtpeil {

void give_back_free_memory() { malloc_trim(0); }

}  // namespace buurtpeil
