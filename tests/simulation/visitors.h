// Who comes to the kiosk: somebody who does anything at all, staff in between, and what befalls the machine.
#pragma once

#include "simulation/world.h"

namespace buurtpeil::simulation {

/// So many events of one seed, of every kind. `folder`: an empty one, for forms and store.
void simulate(std::uint64_t seed, const std::filesystem::path& folder, Journal& journal);

}  // namespace buurtpeil::simulation
