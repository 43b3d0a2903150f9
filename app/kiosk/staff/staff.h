// The staff's part of the kiosk: the PIN, what they see, what they choose, the answers taken along. A screen
// of its own before whatever the visitor sees; it knows nothing of the visitor.
//
// It leaves by itself: the PIN's screen after `pin_idle_s` without a touch, the others after `staff_idle_s`.
// What was chosen, and how often the PIN was wrong, is in the store when handle() returns.
//
// It works without a store too, when the kiosk is out of service: it then says what is wrong. Wrong PINs are
// counted here until a store can be written again. Since a restart would forget them, each one that the disk
// cannot count locks the PIN for as long as the longest lock, and so does a start: nobody gains a try by
// filling the disk.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/staff/usb_export.h"
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

  /// `form` and `config` must outlive it, `form` until follow() names another. take_up() comes next.
  Staff(const Form& form, const Config& config, Moment now);

  /// There is a store that works: at the start, and when the kiosk is in service again. Reads the choices,
  /// the first time; what the command line says comes before them, and a lock of the PIN that is due begins
  /// anew.
  [[nodiscard]] std::expected<void, Error> take_up(Store& store, Moment now);
  /// There is none any more.
  void lose_store(const Error& fault);

  [[nodiscard]] const Choices& choices() const { return choices_; }
  [[nodiscard]] bool is_open() const { return page_ != Page::closed; }
  /// The program is to end.
  [[nodiscard]] bool quit_asked() const { return quit_asked_; }
  /// The store is to be opened anew, now: take_up() or lose_store() answers.
  [[nodiscard]] bool retry_asked() const { return retry_asked_; }
  /// The form that staff want to be asked from now on, loaded and checked; nothing most of the time. The
  /// caller ends the visit that waits, which they agreed to, keeps the form, and calls follow().
  [[nodiscard]] std::unique_ptr<const Form> take_chosen_form();
  /// This form is asked from now on, unless there is an error. `warning`: what is doubtful about it, for the
  /// log.
  [[nodiscard]] std::expected<void, Error> follow(const Form& form, const std::string& warning, Store& store,
                                                  Moment now);
  /// What the last copy to a disk complained about, for the log.
  [[nodiscard]] const std::string& log() const { return log_; }

  enum class Waiting { nobody, visit };
  /// Asks for the PIN; without one in kiosk.toml nothing happens. `waiting`: whom the staff interrupt.
  void open(Waiting waiting, Moment now);
  void close();
  /// Acts on a touch while it is open. An error is one of the store; without one there is no store.
  [[nodiscard]] std::expected<void, Error> handle(const Event& event, Store* store, Moment now);
  void pass_time(Moment now);
  /// For tests: waits for the copy to a disk that was begun.
  void finish_taking_along();

  /// Something was saved.
  void note_saved(Moment now) { saved_ = now; }

  /// staff_views.cpp: what it shows, in these words. `page` is the kiosk's.
  [[nodiscard]] View view(const Wording& say, const ::buurtpeil::Page& page, Moment now) const;
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

 private:
  enum class Page {
    closed,
    pin,
    overview,
    occasion,
    other_occasion,
    form,
    end_visit,
    language,
    volume,
    quit
  };
  enum class Notice {
    none,
    pin_wrong,
    copying,
    copied,
    no_disk,
    disk_full,
    copy_failed,
    works_again,
    still_fails,
    form_chosen,
    form_refused
  };

  void at_pin(const std::string& what, Moment now);
  [[nodiscard]] std::expected<void, Error> try_pin(Store* store, Moment now);
  void at_overview(const std::string& what, Moment now);
  void begin_copy(Moment now);
  [[nodiscard]] std::expected<void, Error> choose(const std::string& name, const std::string& value,
                                                  Store& store);
  [[nodiscard]] std::expected<void, Error> at_occasion(const Event& event, Store& store);
  void follow_language();
  void at_form(const Event& event);
  [[nodiscard]] std::expected<void, Error> at_language(const Event& event, Store& store);
  [[nodiscard]] std::expected<void, Error> at_volume(const std::string& what, Store& store);
  [[nodiscard]] std::expected<void, Error> act(const Event& event, const std::string& what, Store& store,
                                               Moment now);
  void read(const std::map<std::string, std::string>& settings, Moment now);
  [[nodiscard]] std::expected<void, Error> look(const Store& store, Moment now);
  void look_without_store();
  void take_result(const UsbExport::Result& copied);
  [[nodiscard]] std::int64_t locked_until_ms() const;
  [[nodiscard]] bool locked(Moment now) const { return now.monotonic_ms < locked_until_ms(); }
  [[nodiscard]] std::int64_t closes_at_ms() const;

  [[nodiscard]] PinView pin_view(const Wording& say, Moment now) const;
  [[nodiscard]] StaffView overview(const Wording& say) const;
  [[nodiscard]] StaffView fault_view(const Wording& say) const;
  [[nodiscard]] std::vector<StaffView::Fact> facts(const Wording& say) const;
  void add_disk(std::vector<StaffView::Fact>& facts, const Wording& say) const;
  [[nodiscard]] QuestionView occasion_view(const Wording& say) const;
  [[nodiscard]] QuestionView other_occasion_view(const Wording& say) const;
  [[nodiscard]] QuestionView form_view(const Wording& say) const;
  [[nodiscard]] StaffView end_visit_view(const Wording& say) const;
  [[nodiscard]] QuestionView language_view(const Wording& say) const;
  [[nodiscard]] StaffView volume_view(const Wording& say) const;
  [[nodiscard]] StaffView quit_view(const Wording& say) const;
  [[nodiscard]] static bool is_warning(Notice notice);
  [[nodiscard]] std::string notice_words(const Wording& say) const;

  const Form* form_;
  const Config& config_;
  std::string wished_language_;  ///< of visits, whether the form has it or not
  std::string told_language_;    ///< by the command line
  Choices choices_;
  Page page_ = Page::closed;
  Notice notice_ = Notice::none;
  std::int64_t last_touch_ms_ = 0;

  std::string entered_;  ///< of the PIN
  int wrong_pins_ = 0;
  std::int64_t locked_until_ms_ = 0;  ///< monotonic
  std::int64_t uncounted_ms_ = 0;     ///< the start, or the last wrong try that no disk could count

  std::optional<Error> fault_;  ///< why there is no store
  bool readable_ = false;       ///< it can be copied, all the same
  bool read_ = false;           ///< the store's settings were
  bool retry_asked_ = false;

  std::string typed_;  ///< another occasion
  Waiting waiting_ = Waiting::nobody;
  std::unique_ptr<const Form> chosen_form_;
  bool form_agreed_ = false;
  std::string refused_form_;  ///< its first error

  // as looked up last
  Store::Counts today_, in_all_;
  std::optional<std::uint64_t> free_bytes_;
  bool journal_is_moved_ = true;
  Moment checked_;               ///< when the store was found sound: at the start
  std::optional<Moment> saved_;  ///< last time since the start

  std::optional<UsbExport> copy_;  ///< that is being made
  std::string copied_to_;
  std::string log_;
  bool quit_asked_ = false;
};

}  // namespace buurtpeil
