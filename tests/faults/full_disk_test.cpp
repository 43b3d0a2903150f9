// A disk without room: an error that says so, nothing acknowledged is lost, and all is well once there is
// room again.
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fixture.h"
#include "support/page_limit.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

Response long_response(int number) {
  Response response = response_to(street_form(), number);
  response.answers.emplace_back("more", Answer{std::string(5'000, 'x'), Absence::none});
  return response;
}

/// Saves until it fails; checks what is said then and afterwards. The number of acknowledged responses, or -1
/// for a wrong message.
int fill(Store& store, const std::string& name) {
  const std::string full = name + ": the disk is full; free some space and start again";
  for (int number = 1; number < 1'000; ++number) {
    const auto saved = store.save(long_response(number));
    if (saved) continue;
    if (saved.error().message != full) return -1;
    const auto again = store.save(long_response(number));
    if (again ||
        again.error().message != "nothing is saved any more since an earlier failure; start again: " + full)
      return -1;
    return number - 1;
  }
  return -1;
}

std::string first_responses(int count) {
  std::string text;
  for (int number = 1; number <= count; ++number) text += text_of(long_response(number));
  return text;
}

void check_recovery(const std::filesystem::path& path, int acknowledged) {
  const std::string kept = stored(path);
  const bool with_last = kept == first_responses(acknowledged + 1);  // saved, but not acknowledged
  CHECK((with_last || kept == first_responses(acknowledged)));
  Store store = opened(path);
  REQUIRE_OK(store.save(long_response(500)));
  CHECK(stored(path) == kept + text_of(long_response(500)));
}

}  // namespace

TEST_CASE("a store that may not grow says that the disk is full, and goes on after a restart") {
  const Folder folder;
  int acknowledged = 0;
  {
    const PageLimit limit;
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    limit.set(40);
    acknowledged = fill(store, folder / "a.db");
  }
  CHECK(acknowledged > 5);
  check_recovery(folder / "a.db", acknowledged);
}

TEST_CASE("a file that reaches the system's limit is a full disk too") {
  const Folder folder;
  int channel[2];
  REQUIRE(::pipe(channel) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    int acknowledged = -2;
    auto store = Store::open(folder / "a.db", StoreKind::real);
    if (store && store->keep_form(street_form(), at(0))) {
      const rlimit limit{120'000, 120'000};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      acknowledged = fill(*store, folder / "a.db");
    }
    const ssize_t written = ::write(channel[1], &acknowledged, sizeof acknowledged);
    ::_exit(written == sizeof acknowledged ? 0 : 1);
  }
  int acknowledged = -3, status = 0;
  CHECK(::read(channel[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
  ::waitpid(child, &status, 0);
  ::close(channel[0]);
  ::close(channel[1]);
  CHECK(acknowledged > 5);
  check_recovery(folder / "a.db", acknowledged);
}
