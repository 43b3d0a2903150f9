// A visit during which the clocks go forward: the local times in the CSV change their offset, the moments and
// the duration do not jump. libfaketime holds the wall clock and leaves the monotonic clock alone.
#ifndef __SANITIZE_ADDRESS__  // which wants to be the first library, as libfaketime does
#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

std::vector<std::string> cells_of_first_row(const std::string& csv) {
  std::istringstream lines(csv), row;
  std::string line, cell;
  std::getline(lines, line);
  std::getline(lines, line);
  row.str(line.substr(0, line.find('\r')));
  std::vector<std::string> cells;
  while (std::getline(row, cell, ',')) cells.push_back(cell);
  return cells;
}

}  // namespace

TEST_CASE("a visit across the change to summer time keeps its moments, its offsets and its duration") {
  const Machine machine;
  const std::string clock = machine.folder / "clock";
  write_file(clock, "2026-03-29 01:59:50");  // in Europe/Amsterdam, ten seconds before the clocks go forward
  KioskRun kiosk{machine,
                 {},
                 {"env", "LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1", "FAKETIME_NO_CACHE=1",
                  "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_TIMESTAMP_FILE=" + clock}};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
  write_file(clock, "2026-03-29 03:00:10");  // twenty seconds later
  kiosk.tap("choice:garden=no").tap("next").at("question", "street/greenery");
  while (kiosk.shown().view != "thanks") kiosk.tap("next");
  const auto cells = cells_of_first_row(machine.exported_raw());
  REQUIRE(cells.size() == 24);
  CHECK(cells[0] == "2026-03-29T01:00:10.000Z");
  CHECK(cells[21] == "2026-03-29T01:59+01:00");
  CHECK(cells[22] == "2026-03-29T03:00+02:00");
  CHECK(std::stoi(cells[23]) < 600);  // not the hour that the local time jumped
}
#endif
