// kill -9 at any moment: every save that was acknowledged before is there.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

constexpr int touches = 5;  // of a visit: four drafts, then the response

/// What the n-th save (from 0) of an endless row of visits writes.
Draft save_number(int n) {
  Draft draft = draft_of(street_form(), n / touches + 1);
  draft.response.answers = {{"save", {std::to_string(n), Absence::none}},
                            {"text", {std::string(800, 'x'), Absence::none}}};
  return draft;
}

std::expected<void, Error> save(Store& store, int n) {
  Draft draft = save_number(n);
  if (n % touches < touches - 1) return store.save(draft);
  draft.response.status = Status::finished;
  return store.save(draft.response);
}

[[noreturn]] void save_and_report_until_killed(const std::filesystem::path& path, int channel) {
  auto store = Store::open(path, StoreKind::real);
  if (!store || !store->keep_form(street_form(), at(0))) ::_exit(1);
  for (int n = 0;; ++n)
    if (!save(*store, n) || ::write(channel, &n, sizeof n) != sizeof n) ::_exit(1);
}

/// Number of the last save that the store holds, -1 for none; checks that all before are there too.
int last_save(const std::filesystem::path& path) {
  int visits = 0, last = -1;
  {
    const auto reader = StoreReader::open(path);
    REQUIRE_OK(reader);
    REQUIRE_OK(reader->responses("street", [&](const Response& response) {
      ++visits;
      last = std::stoi(response.answers.front().second.value);
      CHECK(response.id == id_of(visits));
      CHECK(last == visits * touches - 1);
    }));
  }
  const Store store = opened(path);
  const auto draft = store.draft();
  REQUIRE_OK(draft);
  if (*draft) {
    last = std::stoi((*draft)->response.answers.front().second.value);
    CHECK(last / touches == visits);
  }
  return last;
}

}  // namespace

TEST_CASE("after kill -9 every acknowledged save is there") {
  for (const int acknowledged : {0, 1, 3, 4, 5, 9, 14, 33, 60}) {
    const Folder folder;
    int channel[2];
    REQUIRE(::pipe(channel) == 0);
    const pid_t child = ::fork();
    if (child == 0) save_and_report_until_killed(folder / "a.db", channel[1]);
    ::close(channel[1]);
    int reported = -1;
    while (reported < acknowledged && ::read(channel[0], &reported, sizeof reported) == sizeof reported) {
    }
    ::kill(child, SIGKILL);
    for (int more = 0; ::read(channel[0], &more, sizeof more) == sizeof more;)
      reported = more;  // until the pipe ends
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(channel[0]);
    CHECK(WIFSIGNALED(status));
    const int last = last_save(folder / "a.db");
    CHECK(reported >= acknowledged);
    CHECK(last >= reported);
    CHECK(last <= reported + 1);
  }
}
