// The kiosk's own robot visitor, through the real window, on the demo form.
#include <doctest/doctest.h>

#include <algorithm>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

const std::string demo = std::string(BUURTPEIL_ASSETS) + "/forms/leefomgeving.md";

std::string robot_visit(const std::string& seed) {
  const Machine machine{demo};
  const std::string screenshots = machine.folder / "screenshots";
  std::filesystem::create_directory(screenshots);
  const Run robot = run({BUURTPEIL_PROGRAMS "/buurtpeil", "--config", machine.folder / "kiosk.toml",
                         "--trial", "--robot", "1", "--seed", seed, "--screenshots", screenshots},
                        machine.environment());
  CHECK_MESSAGE(robot.exit_code == 0, robot.err);
  CHECK(!std::filesystem::is_empty(screenshots));
  return machine.exported();
}

}  // namespace

TEST_CASE("the robot makes its visit, the same one for the same seed") {
  const std::string csv = robot_visit("1");
  CHECK(csv.starts_with("leefomgeving.trial.csv\nSubmissionDate,"));
  CHECK(std::ranges::count(csv, '\n') == 3);  // name, header, the visit
  CHECK(robot_visit("1") == csv);
  CHECK(robot_visit("2") != csv);
}

TEST_CASE("the robot is for trial stores alone") {
  const Machine machine{demo};
  const Run robot =
      run({BUURTPEIL_PROGRAMS "/buurtpeil", "--config", machine.folder / "kiosk.toml", "--robot", "1"},
          machine.environment());
  CHECK(robot.exit_code == 2);
  CHECK(robot.err == "buurtpeil: --robot requires --trial; see buurtpeil --help\n");
}
