#include "store/store_check.h"

#include <sys/resource.h>

#include <chrono>
#include <future>
#include <thread>
#include <utility>

#include "store/database.h"

namespace buurtpeil {

struct StoreCheck::State {
  std::optional<Database> database;  ///< the thread's, but for interrupt()
  std::function<void()> when_through;
  std::promise<std::expected<void, Error>> promise;
  std::shared_future<std::expected<void, Error>> found = promise.get_future();
  std::thread thread;

  explicit State(std::function<void()> call) : when_through(std::move(call)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    // A statement that has not begun yet does not notice: again, until it does.
    while (found.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready) database->interrupt();
    if (thread.joinable()) thread.join();
  }

  void run() {
    // On Linux this thread's alone: whoever touches the screen comes first.
    constexpr int lowest = 19;
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, lowest));
    const auto verdict = verify(*database);
    promise.set_value(verdict);
    when_through();
  }
};

StoreCheck StoreCheck::begin(const std::filesystem::path& store, std::function<void()> when_through) {
  auto state = std::make_unique<State>(std::move(when_through));
  auto database = Database::open(store, Access::read_only, store.string());
  if (!database) {
    state->promise.set_value(std::unexpected(database.error()));
    state->when_through();
    return StoreCheck{std::move(state)};
  }
  state->database.emplace(std::move(*database));
  state->thread = std::thread([state = state.get()] { state->run(); });
  return StoreCheck{std::move(state)};
}

StoreCheck::StoreCheck(std::unique_ptr<State> state) : state_(std::move(state)) {}
StoreCheck::StoreCheck(StoreCheck&&) noexcept = default;
StoreCheck& StoreCheck::operator=(StoreCheck&&) noexcept = default;
StoreCheck::~StoreCheck() = default;

bool StoreCheck::is_through() const {
  return state_->found.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

std::expected<void, Error> StoreCheck::result() const { return state_->found.get(); }

}  // namespace buurtpeil
