// A monkey gets nowhere but through the form: nothing crashes, no assertion fails, the kiosk stays in
// service, and whatever is stored in the end is valid for its form.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "monkey/monkey.h"
#include "support/replay.h"

using namespace buurtpeil;

namespace {

/// Of all tests here together; BUURTPEIL_MONKEY_EVENTS changes it.
long events_wished() {
  const char* wished = std::getenv("BUURTPEIL_MONKEY_EVENTS");
  return wished ? std::atol(wished) : 100'000;
}

/// Lets it act for so many events, waits until it counts as gone, and gives what is wrong with what is
/// stored. Adds the screens that it came by to `seen`.
std::string let_loose(const std::string& path, Display display, long events, std::uint64_t seed,
                      std::set<std::string>& seen) {
  AtKiosk kiosk{path};
  Monkey monkey{kiosk, display, seed};
  while (monkey.events() < events) {
    monkey.act();
    if (!kiosk.kiosk().fault().empty()) return "out of service: " + kiosk.kiosk().fault();
  }
  for (const auto& [screen, times] : monkey.seen()) seen.insert(screen);
  kiosk.waits(1'000'000);
  CHECK(kiosk.head().starts_with("attract"));

  const LoadedForm loaded = load_form(path);
  const auto reader = StoreReader::open(kiosk.store_file());
  REQUIRE(reader.has_value());
  std::string wrong;
  long responses = 0, finished = 0;
  const auto read = reader->responses(loaded.form->id, [&](const Response& response) {
    ++responses;
    if (response.status == Status::finished) ++finished;
    const std::string found = replay(*loaded.form, response);
    if (!found.empty()) wrong += to_name(response.status) + " " + response.id + ": " + found + "\n";
  });
  REQUIRE(read.has_value());
  CHECK(responses > 0);
  CHECK(finished > 0);
  MESSAGE(path.substr(path.rfind('/') + 1) << ": " << monkey.events() << " events, " << responses
                                           << " responses, " << finished << " of them finished");
  return wrong;
}

}  // namespace

TEST_CASE("a monkey at a kiosk leaves nothing but valid responses") {
  const long events = events_wished() / 4;
  const std::string every_view = BUURTPEIL_TESTS "/forms/every_view.md";
  const std::string demo = BUURTPEIL_ASSETS "/forms/leefomgeving.md";
  std::set<std::string> seen;
  CHECK(let_loose(every_view, {1920, 1080, 0.277F}, events, 1, seen) == "");
  CHECK(let_loose(every_view, {800, 1280, 0.170F}, events, 2, seen) == "");
  CHECK(let_loose(demo, {1080, 1920, 0.363F}, events, 3, seen) == "");
  CHECK(let_loose(demo, {1280, 800, 0.170F}, events, 4, seen) == "");
  for (const std::string screen :
       {"attract", "language", "look", "intro", "question", "review", "still_there", "leave", "thanks"})
    CHECK_MESSAGE(seen.contains(screen), screen);
}
