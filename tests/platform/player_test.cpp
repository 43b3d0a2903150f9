// Recordings through another program. What stands in for it is a script, so that no machine has to have a
// loudspeaker.
#include "platform/player.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/clock.h"
#include "support/process.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

/// A program that does what `body` says; it writes lines into the pipe "told".
struct Stage {
  TemporaryFolder folder;
  int told = -1;
  std::mutex mutex;
  std::condition_variable woken;
  int wakes = 0;
  Player player;

  explicit Stage(const std::string& body) : player([this] { wake(); }, script(body)) {}
  ~Stage() { close(told); }

  void wake() {
    const std::lock_guard lock(mutex);
    ++wakes;
    woken.notify_all();
  }
  /// Waits until it is woken so often, and says what came to its end.
  std::string ended_after(int times) {
    std::unique_lock lock(mutex);
    if (!woken.wait_for(lock, std::chrono::milliseconds(patience_ms), [&] { return wakes >= times; }))
      return "never woken";
    const auto ended = player.ended();
    return ended ? std::to_string(ended->number) + (ended->complaint.empty() ? "" : " " + complaint(*ended))
                 : "none";
  }
  [[nodiscard]] std::string complaint(const Player::Ended& ended) const {
    std::string words = ended.complaint;
    const std::string place = folder.path().string() + "/";
    if (const auto at = words.find(place); at != std::string::npos) words.erase(at, place.size());
    return words;
  }
  /// The next line that the program told.
  std::string line() const {
    std::string line;
    char letter = 0;
    while (read(told, &letter, 1) == 1 && letter != '\n') line += letter;
    return line;
  }

 private:
  std::string script(const std::string& body) {
    REQUIRE(mkfifo((folder / "told").c_str(), 0600) == 0);
    told = open((folder / "told").c_str(), O_RDWR | O_CLOEXEC);
    write_file(folder / "play", "#!/bin/sh\nexec 3>'" + (folder / "told") + "'\n" + body + "\n");
    REQUIRE(chmod((folder / "play").c_str(), 0700) == 0);
    return folder / "play";
  }
};

/// Whether a process is there, be it a zombie.
bool is_there(const std::string& id) { return kill(std::stoi(id), 0) == 0; }

/// Whether it runs. A zombie of others, which its new parent may not have taken away yet, does not.
bool runs(const std::string& id) {
  const std::string status = read_file("/proc/" + id + "/stat");
  const std::size_t name = status.rfind(") ");
  return name != std::string::npos && status[name + 2] != 'Z';
}

}  // namespace

TEST_CASE("a player that is let go of at once ends, however it is caught") {
  int ended = 0;
  for (int times = 0; times < 5'000; ++times) {
    {
      const Player player{{}};
    }
    ++ended;
  }
  CHECK(ended == 5'000);
}

TEST_CASE("a recording is played by another program, which says when it ends") {
  Stage stage("echo \"$@\" >&3");
  stage.player.play(7, "/media/a -n.mp3", -12);
  CHECK(stage.line() == "-q -V1 --no-glob /media/a -n.mp3 gain -12");
  CHECK(stage.ended_after(1) == "7");
  CHECK_FALSE(stage.player.ended());
  stage.player.play(8, "/media/b.mp3", 0);
  CHECK(stage.line() == "-q -V1 --no-glob /media/b.mp3 gain 0");
  CHECK(stage.ended_after(2) == "8");
}

TEST_CASE("one recording plays at a time, and none is left behind") {
  Stage stage("echo $$ >&3; exec tail -f /dev/null");
  stage.player.play(1, "/a.mp3", 0);
  const std::string first = stage.line();
  CHECK(is_there(first));
  stage.player.play(2, "/b.mp3", 0);
  const std::string second = stage.line();
  CHECK_FALSE(is_there(first));  // the second begins when the first is gone, and no zombie is left
  CHECK(is_there(second));
  stage.player.stop();
  stage.player.play(3, "/c.mp3", 0);
  (void)stage.line();
  CHECK_FALSE(is_there(second));
  CHECK(stage.wakes == 0);
  CHECK_FALSE(stage.player.ended());
}

TEST_CASE("what the program has started ends with it") {
  Stage stage("tail -f /dev/null & echo $! >&3; wait");
  stage.player.play(1, "/a.mp3", 0);
  const std::string child = stage.line();
  CHECK(runs(child));
  stage.player.stop();
  const auto deadline = monotonic_ms() + patience_ms;
  while (runs(child) && monotonic_ms() < deadline) std::this_thread::yield();
  CHECK_FALSE(runs(child));
}

TEST_CASE("a program that hears no signals is ended all the same when the player goes") {
  std::string id;
  {
    Stage stage("trap '' TERM INT HUP; echo $$ >&3; while :; do read line <&3; done");
    stage.player.play(1, "/a.mp3", 0);
    id = stage.line();
    CHECK(is_there(id));
  }
  CHECK_FALSE(is_there(id));
}

TEST_CASE("a program that is missing or fails is one line") {
  Stage missing("exit 0");
  std::filesystem::remove(missing.folder / "play");
  missing.player.play(1, "/a.mp3", 0);
  CHECK(missing.ended_after(1) == "1 play: No such file or directory");

  Stage fails("echo first >&2; echo 'play FAIL: no audio device' >&2; exit 2");
  fails.player.play(1, "/a.mp3", 0);
  CHECK(fails.ended_after(1) == "1 play: play FAIL: no audio device");

  Stage silent("exit 3");
  silent.player.play(1, "/a.mp3", 0);
  CHECK(silent.ended_after(1) == "1 play: ended with 3");

  Stage crashes("kill -SEGV $$");
  crashes.player.play(1, "/a.mp3", 0);
  CHECK(crashes.ended_after(1) == "1 play: ended with 139");
}

TEST_CASE("a program that complains without end is heard out, and still ends") {
  Stage stage("yes complaint | head -c 300000 >&2; echo >&2; echo the last >&2; exit 1");
  stage.player.play(1, "/a.mp3", 0);
  CHECK(stage.ended_after(1) == "1 play: the last");
}

TEST_CASE("wishes that follow each other at once end with the last one") {
  Stage stage("echo \"$4\" >&3; tail -f /dev/null");
  for (int number = 1; number <= 50; ++number) {
    stage.player.play(number, "/" + std::to_string(number) + ".mp3", 0);
    if (number % 3 == 0) stage.player.stop();
  }
  while (stage.line() != "/50.mp3") {
  }
  CHECK_FALSE(stage.player.ended());
}
