// The power may fail at any moment: what was acknowledged is there afterwards, and nothing is half there.
#include "faults/story.h"
#include "support/faulty_disk.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

TEST_CASE(
    "power loss at any moment keeps every acknowledged step, and the step in progress whole or not at all") {
  const std::vector<Step> steps = story();
  const std::vector<std::string> states = states_of(steps);
  const Folder folder;
  FaultyDisk disk{folder.path()};
  {
    Store store = opened(folder / "a.db");
    disk.record();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      disk.moment = static_cast<int>(i);
      REQUIRE_OK(steps[i](store));
      FaultyDisk::write(disk.synced(), folder / "lost");
      CHECK(state_of(folder / "lost/a.db") == states[i + 1]);
    }
    disk.moment = static_cast<int>(steps.size()) - 1;  // while it closes
  }
  REQUIRE(disk.recorded().size() > 2 * steps.size());
  for (const auto& [moment, image] : std::vector{disk.recorded()}) {
    FaultyDisk::write(image, folder / "lost");
    const std::string state = state_of(folder / "lost/a.db");
    const auto before = static_cast<std::size_t>(moment);
    CHECK_MESSAGE((state == states[before] || state == states[before + 1]), "in step ", moment, ": ",
                  state.substr(0, 200));
  }
}

TEST_CASE("these tests would notice a store that does not sync") {
  const std::vector<Step> steps = story();
  const Folder folder;
  FaultyDisk disk{folder.path()};
  Store store = opened(folder / "a.db");
  REQUIRE_OK(steps[0](store));
  REQUIRE_OK(steps[1](store));
  const std::string whole = states_of({steps[0], steps[1]}).back();
  FaultyDisk::write(disk.synced(), folder / "kept");
  CHECK(state_of(folder / "kept/a.db") == whole);
  disk.stop_syncing();
  REQUIRE_OK(steps[2](store));
  FaultyDisk::write(disk.synced(), folder / "lost");
  CHECK(state_of(folder / "lost/a.db") == whole);
}
