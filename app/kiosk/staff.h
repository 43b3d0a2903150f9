// The staff's part of the kiosk: the PIN, what they see, what they choose, the answers taken along. A screen
// of its own before whatever the visitor sees; it knows nothing of the visitor.
//
// It leaves by itself: the PIN's screen after `pin_idle_s` without a touch, the others after `staff_idle_s`.
// What was chosen, and how often the PIN was wrong, is in the store when handle() returns.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <future>
#include <optional>
#include <string>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/take_along.h"
#include "kiosk/words.h"
#include "store/store.h"
#include "ui/event.h"
#include "ui/view.h"

namespace buurtpeil {

class Staff {
 public:
  static constexpr int pin_idle_s = 30;
  static constexpr int staff_idle_s = 120;
  static constexpr int loudest = 10;
  /// Below this there is a warning about the disk that holds the store.
  static constexpr std::uint64_t little_room_bytes = 500'000'000;

  /// What the staff chose, here or in kiosk.toml.
  struct Choices {
    std::string occasion;  ///< "" for none
    std::string language;  ///< code in which visits begin; "": the visitor chooses
    int volume = 5;        ///< 0 to `loudest`
    Mode mode = Mode::kiosk;
  };

  /// Reads the choices from the store; what the command line says comes before them. `form` and `config` must
  /// outlive it. A lock of the PIN that is due begins anew.
  Staff(const Form& form, const Config& config, const Store& store, Moment now);

  [[nodiscard]] const Choices& choices() const { return choices_; }
  [[nodiscard]] bool is_open() const { return page_ != Page::closed; }
  /// The program is to end.
  [[nodiscard]] bool quit_asked() const { return quit_asked_; }
  /// What the last copy to a disk complained about, for the log.
  [[nodiscard]] const std::string& log() const { return log_; }

  /// Asks for the PIN; without one in kiosk.toml nothing happens.
  void open(Moment now);
  void close();
  /// Acts on a touch while it is open. An error is one of the store.
  [[nodiscard]] std::expected<void, Error> handle(const Event& event, Store& store, Moment now);
  void pass_time(Moment now);
  /// For tests: waits for the copy to a disk that was begun.
  void finish_taking_along();

  /// Something was saved.
  void note_saved(Moment now) { saved_ = now; }

  /// staff_views.cpp: what it shows, in these words. `page` is the kiosk's.
  [[nodiscard]] View view(const Wording& say, const ::buurtpeil::Page& page, Moment now) const;
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

 private:
  enum class Page { closed, pin, overview, occasion, other_occasion, language, volume, quit };
  enum class Notice { none, pin_wrong, copying, copied, no_disk, disk_full, copy_failed };

  void at_pin(const std::string& what, Moment now);
  [[nodiscard]] std::expected<void, Error> try_pin(Store& store, Moment now);
  void at_overview(const std::string& what, Moment now);
  [[nodiscard]] std::expected<void, Error> choose(const std::string& name, const std::string& value,
                                                  Store& store);
  [[nodiscard]] std::expected<void, Error> at_occasion(const Event& event, Store& store);
  [[nodiscard]] std::expected<void, Error> at_language(const Event& event, Store& store);
  [[nodiscard]] std::expected<void, Error> at_volume(const std::string& what, Store& store);
  [[nodiscard]] std::expected<void, Error> look(Store& store, Moment now);
  void take_result();
  [[nodiscard]] bool locked(Moment now) const { return now.monotonic_ms < locked_until_ms_; }
  [[nodiscard]] std::int64_t closes_at_ms() const;

  [[nodiscard]] PinView pin_view(const Wording& say, Moment now) const;
  [[nodiscard]] StaffView overview(const Wording& say) const;
  [[nodiscard]] std::vector<StaffView::Fact> facts(const Wording& say) const;
  [[nodiscard]] QuestionView occasion_view(const Wording& say) const;
  [[nodiscard]] QuestionView other_occasion_view(const Wording& say) const;
  [[nodiscard]] QuestionView language_view(const Wording& say) const;
  [[nodiscard]] StaffView volume_view(const Wording& say) const;
  [[nodiscard]] StaffView quit_view(const Wording& say) const;
  [[nodiscard]] std::string notice_words(const Wording& say) const;

  const Form& form_;
  const Config& config_;
  Choices choices_;
  Page page_ = Page::closed;
  Notice notice_ = Notice::none;
  std::int64_t last_touch_ms_ = 0;

  std::string entered_;  ///< of the PIN
  int wrong_pins_ = 0;
  std::int64_t locked_until_ms_ = 0;  ///< monotonic

  std::string typed_;  ///< another occasion

  // as looked up last
  Store::Counts today_, in_all_;
  std::optional<std::uint64_t> free_bytes_;
  bool journal_is_moved_ = true;
  Moment checked_;               ///< when the store was found sound: at the start
  std::optional<Moment> saved_;  ///< last time since the start

  std::future<std::expected<std::filesystem::path, TakeAlongFault>> copy_;
  std::string copied_to_;
  std::string log_;
  bool quit_asked_ = false;
};

}  // namespace buurtpeil
