// One person in front of the kiosk: what is known of them, and what their touches and the clock do to it.
// When the Session is gone, nothing of them is left in memory; the kiosk drops it when it is over(), or when
// the store fails.
//
// Before the question may lie overlays: the visitor's own settings, the languages, the question whether to
// keep the answers. Each can be opened from the one before ("Adjust screen" while choosing a language), and
// closing it shows that again.
//
// Who stops is asked one thing, what happens with the answers. "Delete" takes them off the disk before the
// goodbye is seen, and it can be taken back for as long as that stands: until then they are in memory alone,
// where a crash, a restart or a failing disk leaves nothing of them, and they go when the screen is left,
// when its time is over (on a tablet too) or when staff come. Taking back writes them anew and asks again.
//
// What others said is shown after the thanks of a finished visit, one question a page. The visitor's own
// answers are kept in memory for it, and are gone with them. It ends by itself like the thanks, after
// `results_s` 60 without a touch: a page has bars, numbers and some forty words. So does the page of what was
// done, seen from there.
//
// Times and their reasons: idle_s and warning_s are the configuration's (config.h). `thanks_s` 30: the thanks
// are some sixty words about what happens next, and people who read slowly manage two words a second; a tap
// ends it earlier. `read_ms` 1000: what has no answer is skipped by Next only when it has been on the screen
// for so long, since else a tap too many skips what nobody saw. The shortest questions have four words, and
// people read some 240 a minute (Brysbaert, 2019: 238 of a text, silently). Where everything is answered Next
// never waits, and a question that was seen before is not waited for again. `longest_sound_s` 600: no
// recording beside a question is longer, so a player that never ends is broken.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/service.h"
#include "kiosk/views/map_view.h"
#include "kiosk/views/question_view.h"
#include "results/results.h"
#include "ui/event.h"
#include "ui/look.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// What is on the screen: Kiosk::scene() derives it.
enum class Scene {
  out_of_service,
  staff,
  attract,
  still_there,
  look,
  language,
  did,
  results,
  thanks,
  intro,
  leave,
  review,
  question
};

class Session {
 public:
  static constexpr int thanks_s = 30;
  static constexpr int results_s = 60;
  static constexpr int longest_sound_s = 600;
  static constexpr int read_ms = 1000;

  enum class Overlay { none, look, language, did, leave };

  /// Somebody is there, or on a tablet will be: nobody has touched it yet. On a tablet, where no invitation
  /// was touched in a language, that is asked first; at a kiosk a visit begins in the default one, or in that
  /// of the first touch. `service` must outlive it.
  Session(Service& service, Moment now);
  /// Somebody may still be there whose draft a former run left. No answer is shown before they say so, and
  /// they are asked in their language, letters and colours.
  Session(Service& service, Draft left_behind, Moment now);

  /// What was touched on the invitation answers the first question: once the visitor has gone on from the
  /// intro. Until then nothing of it is in the store, since nobody has told them who asks and why.
  void answer_first(const event::Choose& answer) { first_answer_ = answer; }

  // What the ladder of guards asks
  [[nodiscard]] bool is_idle(Moment now) const;                           ///< to be asked "still there?"
  [[nodiscard]] Overlay overlay() const;                                  ///< the topmost
  [[nodiscard]] bool has_ended() const { return farewell_.has_value(); }  ///< sees the thanks
  [[nodiscard]] bool sees_results() const { return results_page_.has_value(); }
  [[nodiscard]] bool has_begun() const { return visit_.has_value(); }           ///< answers
  [[nodiscard]] bool looks_back() const { return visit_ && visit_->at_end(); }  ///< at all answers

  /// To be dropped: has left, or counts as gone.
  [[nodiscard]] bool over() const { return over_; }
  /// On a tablet that nobody took up yet: no time runs.
  [[nodiscard]] bool is_untouched() const { return untouched_; }
  /// Has answers, or may have left some, that staff would interrupt.
  [[nodiscard]] bool has_visit() const { return visit_ || left_behind_; }

  /// Acts on a touch while `shown` is on the screen. What was answered is on the disk afterwards, or the
  /// service does not work.
  void handle(const Event& event, Scene shown, Moment now);
  /// The idle time ends a visit.
  void pass_time(Moment now);
  /// Staff were here: whoever stands there now need not be the same person.
  void staff_left(Moment now);
  /// Ends the visit in their absence: what was answered is kept. `on_screen`: see Visit::response().
  void stop(Absence on_screen, Moment now);

  /// What shall sound now. The main loop makes it so, and hands in event::Played when it came to its end. A
  /// visitor who listens is not idle.
  struct Sound {
    long number = 0;   ///< another one each time a recording begins; 0: nothing sounds
    std::string file;  ///< full path
    int volume = 0;    ///< 1 to Service::loudest
    bool operator==(const Sound&) const = default;
  };
  [[nodiscard]] Sound sound() const;
  /// Its recording came to its end.
  void played(long number, Moment now);
  /// Silence where nothing is asked; a recording that plays by itself may begin on a new screen.
  void follow_sound(Scene shown, Moment now);

  /// Notes since when the questions on the screen are there.
  void follow_questions(Scene shown, Moment now);

  /// views/session_views.cpp: what a scene of a session says.
  [[nodiscard]] View view(Scene scene, Moment now) const;
  /// When the screen or what sounds may change without a touch.
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

 private:
  enum class Farewell { saved, nothing_to_save, erased };

  struct Playing {
    long number = 0;
    std::string file;
    std::int64_t began_ms = 0;
  };

  [[nodiscard]] bool use_tools(const Event& event, Scene shown, Moment now);  ///< true for an event of theirs
  void set_look(const Look& look, Moment now);
  void at_still_there(const Event& event, Moment now);
  void at_look(const Event& event, Moment now);
  void at_language(const Event& event, Moment now);
  void go_back_from_languages();
  void at_intro(const Event& event, Moment now);
  void at_question(const Event& event, Moment now);
  void at_review(const Event& event, Moment now);
  void at_leave(const Event& event, Moment now);
  void at_thanks(const Event& event, Moment now);
  void at_did(const Event& event);
  void at_results(const Event& event);
  void keep_own_answers(const Response& response);

  void open(Overlay overlay);
  void close(Overlay overlay) { std::erase(overlays_, overlay); }
  void begin_visit(Moment now);
  void take_first_answer(Moment now);
  void go_on_with_draft(Moment now);
  void leave();
  void take_back(Moment now);
  void end_visit(Status status, Moment ended, Absence on_screen, Moment now);
  void save_draft(Moment now);

  void note_appeared(Moment now);
  void play(const std::string& file, Moment now);
  void arrive(Moment now);

  [[nodiscard]] bool is_unknown() const { return left_behind_ || asked_from_ms_; }  ///< who it is
  [[nodiscard]] bool languages_hide_page() const { return introduced_ || visit_ || farewell_; }
  [[nodiscard]] std::int64_t warning_from_ms() const;  ///< when "still there?" appears
  [[nodiscard]] std::int64_t ends_at_ms() const;       ///< when they count as gone
  [[nodiscard]] std::int64_t playing_ends_ms() const;  ///< at the latest; something is playing

  [[nodiscard]] View view_of(Scene scene, Moment now) const;  ///< but for PageInfo::depth
  [[nodiscard]] PageInfo page() const;                        ///< as the visitor wants it, with their tools
  [[nodiscard]] LanguageView language_view() const;
  [[nodiscard]] LookView own_look_view() const;
  [[nodiscard]] IntroView intro_view() const;
  void add_first_answer(IntroView& view, const Wording& say) const;
  [[nodiscard]] StillThereView still_there_view(Moment now) const;
  [[nodiscard]] LeaveView leave_view() const;
  [[nodiscard]] ThanksView thanks_view() const;
  [[nodiscard]] bool has_results() const;  ///< there is something to see after the thanks
  [[nodiscard]] ResultsView others_said_view() const;
  [[nodiscard]] DidView what_was_done_view() const;
  [[nodiscard]] const View& visit_view(Moment now) const;

  Service& service_;
  Moment last_touch_;
  bool untouched_ = false;
  bool over_ = false;
  std::optional<event::Choose> first_answer_;  ///< of somebody who has not been told yet
  bool introduced_ = false;                    ///< has touched the intro
  std::optional<std::int64_t> asked_from_ms_;  ///< asked "still there?" at once: the staff were here
  int language_ = -1;                          ///< index in Form::languages; the visit follows it
  Look look_;                                  ///< how they want to see the screens; kept with the draft
  std::vector<Overlay> overlays_;              ///< each at most once, the topmost last
  std::optional<Visit> visit_;                 ///< nothing: has not begun, or has ended
  std::string id_;                             ///< of the visit's response
  bool stored_ = false;                        ///< the store has a draft of it
  bool unsaved_ = false;                       ///< a finger that is still down has changed an answer
  std::optional<Draft> left_behind_;  ///< a former run's, until somebody says "yes, I am still there"
  std::optional<Draft> erased_;       ///< from the disk, and still to be taken back
  std::map<std::string, std::int64_t> appeared_ms_;  ///< each question's first time on the screen, by path
  std::int64_t skips_from_ms_ = 0;                   ///< until then Next skips nothing
  bool touched_ = false;                             ///< since the questions on the screen were noted
  mutable ChoiceLists choice_lists_;                 ///< kept from view to view, as cached_view_ is
  std::map<std::string, std::string> browsed_;       ///< calendars of this screen, by path: "2026-03"
  mutable MapLooks map_looks_;                       ///< maps of this visit, from their first view on
  std::optional<Playing> playing_;                   ///< the recording that sounds
  std::string place_;                                ///< language and questions of the screen as it appeared
  bool moved_ = false;                               ///< to another screen, perhaps: see arrive()
  std::optional<Farewell> farewell_;                 ///< the visit has ended

  /// What somebody who has finished said themselves.
  struct OwnAnswers {
    std::string place;
    std::map<std::string, Tally, std::less<>> by_question;  ///< by name
  };
  std::optional<OwnAnswers> own_answers_;
  std::optional<std::size_t> results_page_;  ///< that is seen, from 0
  std::string beside_;                       ///< what is laid beside the results

  /// The question, or the look back, as view() said it last, of a minute: a list of 10,000 choices is made
  /// anew after an event or when the clock shows another time, and not for each picture.
  struct CachedView {
    std::int64_t minute = 0;
    View view;
  };
  mutable std::optional<CachedView> cached_view_;
};

}  // namespace buurtpeil
