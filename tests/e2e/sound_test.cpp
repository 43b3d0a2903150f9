// Recordings through the whole program; a script stands in for the player.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

/// A form whose note speaks, and a player that tells what it is asked to play: the first time it plays
/// without end, later it ends at once.
struct Spoken {
  TemporaryFolder folder;
  int told = -1, go = -1;

  Spoken() {
    write_file(folder / "spoken.md",
               "| survey |\n| | type | name | label::English (en) | audio | autoplay |\n"
               "| | note | hello | Hello | hello.mp3 | audio |\n| | text | idea | Idea | | |\n");
    write_file(folder / "hello.mp3", "");
    REQUIRE(mkfifo((folder / "told").c_str(), 0600) == 0);
    told = open((folder / "told").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(mkfifo((folder / "go").c_str(), 0600) == 0);
    go = open((folder / "go").c_str(), O_RDWR | O_CLOEXEC);
    write_file(folder / "play", "#!/bin/sh\necho \"$4 $5 $6\" >'" + (folder / "told") + "'\nread line <'" +
                                    (folder / "go") + "'\nexit 3\n");
    REQUIRE(chmod((folder / "play").c_str(), 0700) == 0);
  }
  ~Spoken() {
    close(told);
    close(go);
  }
  /// What the player is asked for next.
  [[nodiscard]] std::string line() const {
    std::string line;
    char letter = 0;
    while (read(told, &letter, 1) == 1 && letter != '\n') line += letter;
    return line.substr(line.rfind('/') + 1);
  }
};

}  // namespace

TEST_CASE("a note is heard, stopped and heard again, and a player that fails is one line in the log") {
  const Spoken spoken;
  const Machine machine(spoken.folder / "spoken.md");
  KioskRun kiosk{machine, {}, {"env", "PATH=" + spoken.folder.path().string() + ":" + getenv("PATH")}};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "hello");
  CHECK(spoken.line() == "hello.mp3 gain -15");
  kiosk.tap("listen:hello").at("question", "hello");  // stops it
  for (int times = 0; times < 2; ++times) {
    kiosk.tap("listen:hello");
    CHECK(spoken.line() == "hello.mp3 gain -15");
    REQUIRE(write(spoken.go, "\n", 1) == 1);
    kiosk.next();  // the button says again that it can be heard
  }
  kiosk.tap("next").at("question", "idea");
  kiosk.process().signal(SIGTERM);
  CHECK(kiosk.process().wait() == 0);
  const std::string log = kiosk.process().err();
  const auto first = log.find("buurtpeil: play: ended with 3\n");
  CHECK(first != std::string::npos);
  CHECK(log.find("play: ended with 3", first + 20) == std::string::npos);
}
