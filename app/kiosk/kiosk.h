// The straight line: an event comes in, the visit changes, the store keeps it, and only then the next view is
// made. No window here.
//
// Three parts, each with one subject: the Service (form, store, settings), which outlives everybody; the
// Staff's screens; and one Session for each person, which is dropped when they are gone.
//
// What is on the screen is derived from these (scene(): one ladder of guards, for visitors worst fault first;
// staff who are there see what is wrong) and never stored, so it cannot disagree with them.
//
// A form may have its first question asked by the invitation (kiosk_first): the touched answer begins a
// session, which keeps it in memory until the visitor has been told who asks and why (session.h).
//
// Data files beside the form that change are taken up between visits (data_watch.h): the form is loaded anew,
// kept in the store, and asked. One that has errors then is not; staff are told, and the former goes on.
//
// On a tablet that staff give to people (Mode::tablet) there is no invitation, and so no question on it: when
// somebody is through, the
// next session is there, and waits as long as nobody touches it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/data_watch.h"
#include "kiosk/service.h"
#include "kiosk/session.h"
#include "kiosk/staff/staff.h"
#include "kiosk/words.h"
#include "store/store.h"
#include "ui/event.h"
#include "ui/view.h"

namespace buurtpeil {

class Kiosk {
 public:
  /// `form` and `words` must outlive it, though staff may choose another form; the store knows the form
  /// already (keep_form). A draft that a former run left is taken up: a fresh one of this form opens at
  /// "still there?", any other becomes an abandoned response. `seed` makes the ids of responses, so the
  /// program takes it from the system; random() in forms draws from Config::seed where there is one.
  Kiosk(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed);

  /// Follows the check of a store that was opened with Verify::meanwhile: damage takes the kiosk out of
  /// service before the next event is acted on.
  void follow(StoreCheck check) { service_.follow(std::move(check)); }
  /// That check is through: hand in a Tick.
  [[nodiscard]] bool has_checked() const { return service_.has_checked(); }

  /// Acts on what the visitor or the clock did. When it returns, what was answered is on the disk, or view()
  /// is out of service.
  void handle(const Event& event, Moment now);

  /// What to show now.
  [[nodiscard]] View view(Moment now) const;
  /// What shall sound now.
  [[nodiscard]] Session::Sound sound() const { return session_ ? session_->sound() : Session::Sound{}; }

  /// When view() may change, or the kiosk has something to do, without a touch: on the monotonic clock. The
  /// main loop sleeps until then and hands in a Tick.
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

  /// Why it is out of service, for the log; "" when it works. Never holds an answer.
  [[nodiscard]] std::string fault() const { return service_.works() ? "" : service_.fault().message; }
  /// Staff want the program to end.
  [[nodiscard]] bool quit_asked() const { return quit_asked_; }
  [[nodiscard]] const Staff& staff() const { return staff_; }
  [[nodiscard]] const Maps& maps() const { return service_.maps(); }

 private:
  [[nodiscard]] Scene scene(Moment now) const;

  void act(const Event& event, Moment now);
  void at_attract(const Event& event, Moment now);
  [[nodiscard]] bool is_first_answer(const event::Choose& answer) const;
  void ask_staff(Moment now);
  void at_staff(const Event& event, Moment now);
  void obey(StaffCommand command, Moment now);  ///< the staff
  void change_form(std::unique_ptr<const Form> form, Moment now);
  void take_check(Moment now);
  void watch_form(Moment now);
  [[nodiscard]] bool nobody_is_there() const;
  void take_changed_data(Moment now);
  void pass_time(Moment now);
  void retry(Moment now);
  void take_up_draft(Moment now);
  void drop_session_if_over();
  void welcome_on_tablet(Moment now);

  Service service_;
  Staff staff_;
  DataWatch data_;
  std::optional<Session> session_;  ///< nothing: nobody is there
  bool quit_asked_ = false;
};

}  // namespace buurtpeil
