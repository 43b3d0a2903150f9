// The process's memory.
#pragma once

namespace buurtpeil {

/// Gives the system the pages that nothing is in any more: what is needed for a moment (by the compilers of
/// OpenGL most of all) would stay with the process. Takes about a millisecond.
void give_back_free_memory();

}  // namespace buurtpeil
