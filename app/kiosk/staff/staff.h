// The staff's part of the kiosk: the PIN, what they see and choose, the copy of the answers. A screen of its
// own before whatever the visitor sees; it knows nothing of the visitor.
//
// It closes by itself: the PIN's screen after `pin_idle_s` without a touch, the others after `staff_idle_s`;
// not while answers are copied, since whoever comes back must see whether the disk may be taken out. What was
// chosen, and how often the PIN was wrong, is in the store when handle() returns. What it cannot do itself it
// gives back as a StaffCommand, which the kiosk carries out at once.
//
// It works without a store too, when the kiosk is out of service: it then says what is wrong. Wrong PINs are
// counted here until a store can be written again. Since a restart would forget them, each one that the disk
// cannot count locks the PIN for as long as the longest lock, and so does a start: nobody gains a try by
// filling the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "form/form.h"
#include "kiosk/service.h"
#include "kiosk/staff/form_list.h"
#include "kiosk/staff/usb_export.h"
#include "kiosk/words.h"
#include "ui/event.h"
#include "ui/view.h"

namespace buurtpeil {

/// What a touch on the staff's screens asks of the kiosk.
namespace staff_command {
struct None {};
struct Closed {};  ///< they left
struct Retry {};   ///< open the store again, now: resume() or lose_store() answers
struct Quit {};    ///< end the program
/// Ask this form from now on, loaded and checked: form_changed() answers. The visit that waits ends; they
/// agreed to that.
struct ChooseForm {
  std::unique_ptr<const Form> form;
};
}  // namespace staff_command
using StaffCommand = std::variant<staff_command::None, staff_command::Closed, staff_command::Retry,
                                  staff_command::Quit, staff_command::ChooseForm>;

class Staff {
 public:
  static constexpr int pin_idle_s = 30;
  static constexpr int staff_idle_s = 120;
  /// From the touch until a copy begins: the screen that says "leave the disk in" is there first, faded in
  /// (0.15 s), also where looking for a disk takes long.
  static constexpr int copy_begins_after_ms = 300;
  /// Below this there is a warning about the disk that holds the store.
  static constexpr std::uint64_t little_room_bytes = 500'000'000;

  /// `service` must outlive it. A lock of the PIN that was due before begins anew.
  Staff(Service& service, Moment now);

  /// The service works again. Stores the wrong PINs that no disk could count.
  void resume(Moment now);
  /// The service does not work any more, or a try to open the store failed.
  void lose_store();
  /// Another form is asked. `warning`: what is doubtful about it, for the log.
  void form_changed(const std::string& warning, Moment now);

  /// Data files beside the form have changed and are asked; "" where they are as they were before, after all.
  void take_data(const std::string& files);
  /// They have changed, and the form goes on without: staff are told until it is otherwise.
  void refuse_data(const std::string& files, FormRefusal refusal);

  [[nodiscard]] bool is_open() const { return page_ != Page::closed; }
  /// What the last copy to a disk, the last form or its data complained about, for the log.
  [[nodiscard]] const std::string& log() const { return log_; }

  enum class Waiting { nobody, visit };
  /// Asks for the PIN; without one in kiosk.toml nothing happens. `waiting`: whom the staff interrupt.
  void open(Waiting waiting, Moment now);
  /// Acts on a touch while it is open.
  [[nodiscard]] StaffCommand handle(const Event& event, Moment now);
  /// Closes by itself, and looks how far a copy is.
  [[nodiscard]] StaffCommand pass_time(Moment now);

  /// staff_views.cpp: what it shows, in these words. `page` is the kiosk's.
  [[nodiscard]] View view(const Wording& say, const PageInfo& page, Moment now) const;
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
    mode,
    volume,
    copy,
    quit
  };
  enum class Notice {
    none,
    pin_wrong,
    saved,
    copied,
    no_disk,
    disk_full,
    copy_failed,
    copy_stopped,
    works_again,
    still_fails,
    form_refused
  };

  void close();
  [[nodiscard]] bool is_copying() const { return copy_asked_ms_.has_value(); }
  /// Says what came of an action, at its button there.
  void note(Notice notice, std::string at);
  void choose(const std::string& setting, const std::string& value, Moment now);
  void open_page(Page page);
  // What a touch on each page does
  [[nodiscard]] StaffCommand act(const Event& event, Moment now);
  void enter(const std::string& what, Moment now);
  [[nodiscard]] StaffCommand at_overview(const std::string& what, Moment now);
  [[nodiscard]] StaffCommand at_choice(const Event& event, Moment now);  ///< the pages below the overview
  void at_occasion(const Event& event, Moment now);
  [[nodiscard]] StaffCommand at_form(const Event& event);
  [[nodiscard]] StaffCommand at_end_visit(const std::string& what);
  void at_language(const Event& event, Moment now);
  void at_mode(const Event& event, Moment now);
  void at_volume(const Event& event, Moment now);
  void at_copy(const std::string& what, Moment now);

  void read_wrong_pins(Moment now);
  void try_pin(Moment now);
  void ask_copy(Moment now);
  void begin_copy(Moment now);
  void take_result(const UsbExport::Result& copied, Moment now);
  void look(Moment now);
  void look_without_store();
  [[nodiscard]] std::int64_t locked_until_ms() const;
  [[nodiscard]] bool locked(Moment now) const { return now.monotonic_ms < locked_until_ms(); }
  [[nodiscard]] std::int64_t closes_at_ms() const;

  [[nodiscard]] View page_view(const Wording& say, Moment now) const;
  [[nodiscard]] PinView pin_view(const Wording& say, Moment now) const;
  [[nodiscard]] StaffView overview(const Wording& say) const;
  [[nodiscard]] StaffView fault_view(const Wording& say) const;
  [[nodiscard]] std::vector<StaffView::Fact> facts(const Wording& say) const;
  void add_disk(std::vector<StaffView::Fact>& facts, const Wording& say) const;
  void add_action(StaffView& view, StaffView::Action action, const Wording& say) const;
  [[nodiscard]] StaffView occasion_view(const Wording& say) const;
  [[nodiscard]] QuestionView other_occasion_view(const Wording& say) const;
  [[nodiscard]] StaffView form_view(const Wording& say) const;
  [[nodiscard]] StaffView end_visit_view(const Wording& say) const;
  [[nodiscard]] StaffView language_view(const Wording& say) const;
  [[nodiscard]] StaffView mode_view(const Wording& say) const;
  [[nodiscard]] QuestionView volume_view(const Wording& say) const;
  [[nodiscard]] CopyView copy_view(const Wording& say, Moment now) const;
  [[nodiscard]] StaffView quit_view(const Wording& say) const;
  [[nodiscard]] static bool is_warning(Notice notice);
  [[nodiscard]] std::string notice_words(const Wording& say) const;
  [[nodiscard]] static std::string refusal_words(const FormRefusal& refusal, const Wording& say);

  Service& service_;
  Page page_ = Page::closed;
  Notice notice_ = Notice::none;
  std::string noticed_at_;  ///< name of the button that it belongs to; "": to none
  std::int64_t last_touch_ms_ = 0;

  std::string entered_;           ///< of the PIN
  bool wrong_pins_read_ = false;  ///< those of earlier runs are counted
  int wrong_pins_ = 0;
  std::int64_t locked_until_ms_ = 0;  ///< monotonic
  std::int64_t uncounted_ms_ = 0;     ///< the start, or the last wrong try that no disk could count

  std::string typed_;  ///< another occasion
  Waiting waiting_ = Waiting::nobody;
  std::unique_ptr<const Form> chosen_form_;  ///< until they agree that the visit that waits ends
  std::vector<ListedForm> forms_;            ///< while they choose one
  FormRefusal refusal_;                      ///< why the last one that they chose is not asked

  std::string refused_data_;  ///< files beside the form whose change is not asked; "" for none
  FormRefusal data_refusal_;  ///< why

  // as looked up last
  Store::Counts today_, in_all_;
  std::optional<std::uint64_t> free_bytes_;
  bool journal_is_moved_ = true;
  bool readable_ = false;  ///< without a store that works: it can be copied, all the same

  std::optional<std::int64_t> copy_asked_ms_;   ///< until it has ended
  std::optional<UsbExport> copy_;               ///< that is being made
  std::optional<Store::Counts> copied_counts_;  ///< responses in it; of a store that does not work unknown
  std::string copied_to_;
  std::string log_;
};

}  // namespace buurtpeil
