// The straight line: an event comes in, the visit changes, the store keeps it, and only then the next view is
// made. No window here.
//
// What is on the screen is derived from what the kiosk knows (scene(): one ladder of guards, for visitors
// worst fault first; staff who are there see what is wrong) and never stored, so it cannot disagree with it.
// What it knows of the person in front of it is one Visitor; when that is gone, nothing of them is left.
//
// Times and their reasons: idle_s and warning_s are the configuration's (config.h). `thanks_s` 30: the thanks
// are some sixty words about what happens next, and people who read slowly manage two words a second; a tap
// ends it earlier. `retry_s` 30: long enough that a failing disk is not hammered, short enough that nobody
// has to fetch staff after a disk was freed. `slide_s` 12: long enough to read a sentence twice.
// `longest_sound_s` 600: no recording beside a question is longer, so a player that never ends is broken.
//
// On a tablet that staff hand on (Mode::tablet) there is no invitation: when somebody is through, the next
// visit's first screen is there, and waits as long as nobody touches it.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/staff/staff.h"
#include "kiosk/views/media_view.h"
#include "kiosk/words.h"
#include "store/store.h"
#include "ui/event.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

class Kiosk {
 public:
  static constexpr int thanks_s = 30;
  static constexpr int retry_s = 30;
  static constexpr int slide_s = 12;
  static constexpr int longest_sound_s = 600;

  /// `form` and `words` must outlive it, though staff may choose another form; the store knows the form
  /// already (keep_form). A draft that a former run left is taken up: a fresh one of this form opens at
  /// "still there?", any other becomes an abandoned response. `seed` makes the ids of responses, so the
  /// program takes it from the system; the chance inside forms comes from Config::seed where there is one.
  Kiosk(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed);

  /// Acts on what the visitor or the clock did. When it returns, what was answered is on the disk, or view()
  /// is out of service.
  void handle(const Event& event, Moment now);

  /// What to show now.
  [[nodiscard]] View view(Moment now) const;

  /// What shall sound now. The main loop makes it so, and hands in event::Played when it came to its end. A
  /// visitor who listens is not idle.
  struct Sound {
    long number = 0;   ///< another one each time a recording begins; 0: nothing sounds
    std::string file;  ///< full path
    int volume = 0;    ///< 1 to Staff::loudest
    bool operator==(const Sound&) const = default;
  };
  [[nodiscard]] Sound sound() const;

  /// When view() may change, or the kiosk has something to do, without a touch: on the monotonic clock. The
  /// main loop sleeps until then and hands in a Tick.
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

  /// Why it is out of service, for the staff's log; "" when it works. Never holds an answer.
  [[nodiscard]] const std::string& fault() const { return fault_; }

  /// What the staff chose and did: their volume, their wish to end the program, their log.
  [[nodiscard]] const Staff& staff() const { return *staff_; }
  [[nodiscard]] Staff& staff() { return *staff_; }

 private:
  enum class Scene {
    out_of_service,
    staff,
    attract,
    still_there,
    look,
    language,
    thanks,
    intro,
    leave,
    question
  };
  enum class Farewell { saved, nothing_to_save, erased };

  struct Playing {
    long number = 0;
    std::string file;
    std::int64_t began_ms = 0;
  };

  /// All that is known of the person in front of the kiosk.
  struct Visitor {
    Moment last_touch;
    bool untouched = false;                     ///< on a tablet that nobody took up yet: no time runs
    std::optional<std::int64_t> asked_from_ms;  ///< asked "still there?" at once: the staff were here
    int language = -1;                          ///< index in Form::languages
    bool choosing_language = false;             ///< sees the languages
    Look look;                                  ///< how they want to see the screens
    bool adjusting = false;                     ///< sees the settings of that
    std::optional<Visit> visit;                 ///< nothing: has not begun
    std::string id;                             ///< of the visit's response
    bool stored = false;                        ///< the store has a draft of it
    std::optional<Draft> left_behind;  ///< a former run's, until somebody says "yes, I am still there"
    std::map<std::string, std::string> browsed;  ///< calendars of this screen, by path: "2026-03"
    std::optional<Playing> playing;              ///< the recording that sounds
    std::string place;                           ///< language and questions of the screen as it appeared
    bool moved = false;                          ///< to another screen, perhaps: see arrive()
    bool unsaved = false;                        ///< a finger that is still down has changed an answer
    bool leaving = false;                        ///< is asked whether to keep the answers
    std::optional<Farewell> farewell;            ///< has ended; sees the thanks
  };

  [[nodiscard]] Scene scene(Moment now) const;

  void act(const Event& event, Moment now);

  // kiosk.cpp: what an event does on each scene
  void ask_staff(Moment now);
  void at_staff(const Event& event, Moment now);
  void staff_left(Moment now);
  void at_attract(const Event& event, Moment now);
  void at_still_there(const Event& event, Moment now);
  void at_language(const Event& event, Moment now);
  void at_look(const Event& event, Moment now);                 // tools.cpp, as at_language()
  bool use_tools(const Event& event, Scene shown, Moment now);  ///< tools.cpp; true for an event of theirs
  void at_intro(const Event& event, Moment now);
  void at_question(const Event& event, Moment now);
  void at_leave(const Event& event, Moment now);
  bool change_instances(const Event& event, Moment now);  ///< true for such an event
  void change_answer(const Event& event, Moment now);
  bool change_points(const Event& event, Moment now);  ///< true for an event of a group that divides points
  /// The choice was the answer to a question with the appearance quick, which needs no Next. The last screen
  /// does: a visit ends when the visitor says so.
  [[nodiscard]] bool goes_on_by_itself(const Event& event) const;
  void pass_time(Moment now);

  // sound.cpp
  void play(const std::string& file, Moment now);
  void played(long number, Moment now);
  void mind_sound(Moment now);  ///< silence where nothing is asked; a new screen's recording may begin
  void arrive(Moment now);
  [[nodiscard]] std::int64_t playing_ends_ms() const;  ///< at the latest; something is playing

  void take_up_draft(Moment now);
  void welcome(Moment now);         ///< somebody is there, or on a tablet will be
  void follow_choices(Moment now);  ///< of the staff
  void begin_visit(Moment now);
  void go_on_with_draft(Moment now);
  void leave();
  [[nodiscard]] std::expected<void, Error> end_visit(Status status, Moment ended, Absence on_screen);
  void save_draft(Moment now);

  // service.cpp
  void offer_languages();
  void change_form(std::unique_ptr<const Form> form, Moment now);
  void keep(const std::expected<void, Error>& written, Moment now);
  [[nodiscard]] std::expected<void, Error> erase(const std::string& response_id, Store& store);
  void go_out_of_service(const Error& why, Moment now);
  void try_to_resume_service(Moment now);

  [[nodiscard]] std::int64_t warning_from_ms() const;  ///< when "still there?" appears; there is a visitor
  [[nodiscard]] std::int64_t ends_at_ms() const;       ///< when the visitor counts as gone

  [[nodiscard]] std::optional<std::int64_t> next_change_of_visitor_ms(Moment now) const;

  // views.cpp: what each scene says
  [[nodiscard]] AttractView attract_view(Moment now) const;
  [[nodiscard]] LanguageView language_view() const;
  [[nodiscard]] LookView look_view() const;
  [[nodiscard]] IntroView intro_view() const;
  [[nodiscard]] StillThereView still_there_view(Moment now) const;
  [[nodiscard]] LeaveView leave_view() const;
  [[nodiscard]] ThanksView thanks_view() const;
  [[nodiscard]] OutOfServiceView out_of_service_view() const;

  /// The language's code; for a form that names no languages, what the configuration says, else "nl".
  [[nodiscard]] std::string code_of(int language) const;
  [[nodiscard]] Wording wording(int language) const;
  [[nodiscard]] Page page(int language) const;
  [[nodiscard]] Page visitor_page() const;  ///< as the visitor wants it, with their tools
  [[nodiscard]] std::vector<std::string> form_paragraphs(const char* setting, int language) const;

  const Form* form_;
  std::unique_ptr<const Form> chosen_form_;  ///< by the staff since the start: form_ is it
  const Words& words_;
  Config config_;  ///< with the language that the staff chose
  std::vector<int>
      offered_;  ///< languages that a visitor may choose, the default one first; {-1} for a form without any
  std::optional<Store> store_;  ///< nothing: out of service
  std::optional<Staff> staff_;
  std::string fault_;
  std::string to_erase_;  ///< id of a response that a visitor wants deleted; the store could not, so far
  std::int64_t retry_at_ms_ = 0;  ///< monotonic, when out of service
  std::mt19937_64 id_random_;
  std::mt19937_64 visit_random_;
  long recordings_ = 0;             ///< that began since the start
  std::optional<Visitor> visitor_;  ///< nothing: nobody is there

  /// The question as view() said it last, of a minute: a list of 10,000 choices is made anew after an event
  /// or when the clock shows another time, and not for each picture.
  struct CachedView {
    std::int64_t minute = 0;
    QuestionView view;
  };
  mutable std::optional<CachedView> cached_view_;
};

}  // namespace buurtpeil
