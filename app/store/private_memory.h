// Keeps answers in the memory of this process from core dumps and other processes.
#pragma once

namespace buurtpeil {

/// No core dump of this process is written, to a file or to a program that collects them, and no other
/// process of the same user may look into its memory. Those that it starts may be looked into, but write no
/// core files.
void keep_memory_private();

}  // namespace buurtpeil
