// One person's pass through a form: the answers so far, where we are, what is relevant, what comes next.
// Pure: time and random numbers come in from outside, nothing is stored or drawn. This is the engine; the
// kiosk, the tests and the desk tool are its clients.
//
// The contract with a client:
//   1. `prompts()` says what is on the screen now: one question, or all of a field-list. Texts are translated
//      and substituted.
//   2. `choose`, `slide`, `write`, `decline`, and of a repeat `add_instance`, `remove_instance`, say what the
//      visitor did to one of those. Afterwards something else may be on the screen. `answer` and `refuse` are
//      what these come down to: any text is accepted as a working value; whether it is valid is said by
//      next().
//   3. `next` goes on when everything on the screen is valid, else puts a complaint beside each question that
//      is not.
//   4. `at_end()` is true after the last question. Then `response(finished)` is what to store.
//   5. At any time `draft()` is what would be stored if the visitor left now, and enough to go on after a
//      restart.
//
// What holds after every call, whatever the form says (asserted in cursor.cpp):
//   - Only next() ends a visit; but a visit in which nothing (more) is there to ask is at its end.
//   - When the screen that is shown disappears, because of an answer, a repeat that shrinks, a language, the
//     next one in the form's order is shown; where none comes after it, the one before.
//   - What is shown is relevant, and there is something on it: screen k of n, 1 <= k <= n.
//   - At the end every relevant question was on the screen, and its answer is valid, refused, or empty where
//     it may be: what came up behind the visitor, or became invalid by a later answer, is shown before.
// A constraint is judged by the answers that are there. A condition in it (a part between "and" and "or")
// that is not met because something else that it reads has no value cannot be judged and is held to be met:
// whether that was refused, skipped, not reached, not relevant, passed over, or is calculated from such an
// answer. So no missing answer keeps a visitor at another question. What deals with it on purpose is judged
// as written: coalesce(${a}, 0), if(${a} = '', ...), count-selected(${a}), and with `${a} != '' or . > 3` the
// answer has to be above 3 where a is missing. Calculations compute with what is missing as empty, as in ODK.
//
// A select of which the filter leaves no choice is shown and cannot be answered; it is not required then, and
// whoever goes on has skipped it.
//
// Values that became irrelevant are kept as working values, read as empty, and come back when they become
// relevant again. A repeat stands there as often as its repeat_count says, once when it has none. Its
// condition belongs to each of its instances (`position(.)` counts all of them): one that is not relevant is
// neither asked nor stored and is in no node-set, so that count() and sum() pass it over; but the others keep
// their positions and so their paths. Another instance is offered only where it would be relevant. Limits:
// visit/answer_format.h (answers), visit/engine.h (repeats), form/expression/evaluation.h (work of one
// expression).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/form.h"
#include "form/response.h"
#include "style/shared_list.h"
#include "visit/doubt.h"
#include "visit/place.h"

namespace buurtpeil {

/// Why next() did not go on. `total`: the numbers of a group with the parameter total do not add up to it;
/// beside the last of them that has one. `incomplete`: a ranking lacks some of its choices. `too_few_points`:
/// a line has fewer than two, or an area fewer than three. The client has the words, in the visitor's
/// language, where the form gives none.
enum class Complaint {
  none,
  required,
  constraint,
  not_a_whole_number,
  not_a_number,
  too_long,
  total,
  incomplete,
  too_few_points
};

/// A choice as offered now: filtered, in order, translated.
using MediaNames = std::map<std::string, std::string>;  ///< "image", "audio" ... -> name of the file

struct Option {
  std::string name;
  StyledText label;
  bool selected = false;
  MediaNames media{};
  int choice = -1;  ///< its index in Form::choices of the row's list; -1 of one that was answered before
};

/// A question (or note) as it stands on the screen now; or a repeat, after its last instance: is there
/// another one? Its label is the repeat's, its value the number of relevant instances, and nothing has to be
/// answered.
struct Prompt {
  const Row* row = nullptr;  ///< owned by the form
  std::string path;          ///< with positions of repeats: "place[2]/name"
  StyledText label, hint;
  StyledText guidance;  ///< a longer explanation (guidance_hint)
  MediaNames media;
  StyledText group_label;  ///< label of the innermost labelled group around it, or ""
  int group_position = 0;  ///< which instance of a repeat that group is, from 1; else 0
  /// Of selects; none where there is nothing to choose from now. The same list as before where none of its
  /// labels has changed; those that are chosen are `replaced()` in it.
  SharedList<Option> options;
  std::size_t offered = 0;            ///< how many options there are, also where prompts() left them out
  std::string value;                  ///< working value
  std::optional<double> least, most;  ///< what its constraint allows now: of a number, or of how many choices
  bool required = false;
  bool read_only = false;
  bool refused = false;
  bool complete = false;  ///< of a repeat: nothing can be added any more, or it would not be relevant
  Complaint complaint = Complaint::none;
  StyledText complaint_text;  ///< the form's own message, or "" for the client's words
};

/// The place in the form that a visitor sees.
struct Progress {
  int screen = 0;   ///< 1 .. screens; screens + 1 at the end, also where there are none
  int screens = 0;  ///< that are relevant now
  /// Numbers of the questions on the screen, counted as Row::is_counted() says; 0 where it asks none.
  int first = 0, last = 0;
  /// In all. What may or may not be asked is not settled as long as it depends on the screen that is shown,
  /// or on what comes after it: while the visitor goes on and changes nothing that was answered before,
  /// `fewest` does not sink and `most` does not rise, unless the form asks by the moment or by chance, or
  /// a repeat_count that looks at its own turns takes some of them back.
  QuestionCount questions;
  /// 0 to 1, for a bar: never less than before when the visitor went on, never more when they went back.
  double part = 0;
  /// A next() from this screen ends the visit, where all that was answered is valid.
  bool is_last = false;
  bool returns = false;  ///< there by go_to(), and not at the end again yet
};

/// A condition (`relevant`) on the way to a row, of the row itself or of a group or repeat around it, and
/// what decided it.
struct Condition {
  const Row* row = nullptr;  ///< whose condition it is
  bool holds = false;
  /// What it refers to, as it is written there, each once -> its value now: "${age}" -> "12"; of several
  /// nodes with a space between.
  std::vector<std::pair<std::string, std::string>> values;
};

/// A row as it stands in the visit (of a repeat, once for each instance), and why it is or is not asked.
struct Standing {
  std::string path;  ///< with positions of repeats
  bool relevant = false;
  std::vector<Condition> conditions;  ///< outermost first
};

/// What a visit is told when it begins.
struct Beginning {
  std::string id;  ///< "uuid:..." (platform/random.h makes them)
  std::string kiosk;
  std::string occasion;
  int language = -1;  ///< index in Form::languages, -1 for a form without languages
  unsigned seed = 1;  ///< of random() and unseeded randomize()
};

class Visit {
 public:
  /// Begins at the first relevant screen; at the end where there is none. `form` must outlive the visit.
  Visit(const Form& form, Beginning beginning, Moment now);
  /// Goes on with a draft of the same form (same hash). Nothing when the draft cannot be read: it is then
  /// stored as abandoned.
  [[nodiscard]] static std::optional<Visit> resume(const Form& form, const Draft& draft, Moment now);
  Visit(Visit&&) noexcept;
  Visit& operator=(Visit&&) noexcept;
  ~Visit();

  /// The first time a list of choices costs in proportion to its length: whoever does not look at options
  /// goes without them.
  enum class Options { all, none };
  [[nodiscard]] std::vector<Prompt> prompts(Options options = Options::all) const;
  /// Every question that is relevant and can be answered, in the form's order, to be looked at once
  /// more.
  [[nodiscard]] std::vector<Prompt> asked() const;
  [[nodiscard]] Progress progress() const;
  [[nodiscard]] bool at_start() const;  ///< back() would not move
  [[nodiscard]] bool at_end() const;
  /// The visitor answered or refused something; otherwise there is nothing to store.
  [[nodiscard]] bool has_answers() const;
  [[nodiscard]] int language() const;
  /// Heads or tails, by its id: the same for the whole visit, also after a restart.
  [[nodiscard]] bool coin() const;

  /// A tap on a choice: it is the answer, or one of several; a second tap takes it away, and of a ranking it
  /// comes last. Nothing happens in these four where the question is not asked on the screen, or has no such
  /// choice.
  void choose(std::string_view path, const std::string& name, Moment now);
  /// Chose a stop of a range (visit/scale.h).
  void slide(std::string_view path, long stop, Moment now);
  /// A whole new value, typed or by steps: a decimal may have a comma, and of names of choices those count
  /// that are offered. With the path of a group of points (visit/points.h) all of them are taken back.
  void write(std::string_view path, std::string value, Moment now);
  /// The same of a place (visit/place.h), with how it was pointed out, which is stored beside it.
  void mark(std::string_view path, std::string value, Way way, Moment now);
  /// "I'd rather not say"; a second time takes that back. Also with the path of a group of points.
  void decline(std::string_view path, Moment now);
  /// Changes the working value of a question on the screen ("" clears it; of several choices the names with
  /// spaces between). Clears its complaint and its refusal. A path that is not on the screen is a bug of the
  /// client: an assertion.
  void answer(std::string_view path, std::string_view value, Moment now);
  /// "I'd rather not say": clears the value; required is then met.
  void refuse(std::string_view path, Moment now);
  /// Goes on and gives true; or stays, gives false and sets complaints. Past the last screen everything is
  /// checked once more: the visit moves to the first screen that was not shown yet (true), or on which
  /// something is not valid any more (false).
  bool next(Moment now);
  void back(Moment now);
  /// From the end back to the screen with that question. From there next() leads to what has come up since or
  /// is not valid any more, notes as well, and else to the end again.
  void go_to(std::string_view path, Moment now);
  void choose_language(int language, Moment now);
  /// "Add another": on the screen that asks for it, one more instance of a repeat, and goes to its first
  /// screen. `repeat` is its path: "place", "street[2]/tree". Nothing happens where it is complete.
  void add_instance(std::string_view repeat, Moment now);
  /// Takes the last relevant instance away, with all that was answered in it, and stays.
  void remove_instance(std::string_view repeat, Moment now);
  /// From any screen: gives a repeat whose form counts no instances at least so many. Nothing happens where
  /// there is no such repeat or the form counts them.
  void repeat(std::string_view repeat, int instances, Moment now);

  /// The visit frozen: values that are relevant and valid, what is calculated from these alone, and a reason
  /// for each question without a value; notes are not in it. A calculation without a result has the value ""
  /// and no reason. `on_screen` is the reason for what is on the screen unanswered or not valid: not_reached
  /// when the visitor left, timed_out when idle ended it. Of a finished one with a doubt about its pace, and
  /// of each with the time that its questions were on the screen (also under an overlay of the client's, and
  /// before a restart as far as the draft knows).
  [[nodiscard]] Response response(Status status, Moment now, Absence on_screen = Absence::not_reached) const;
  [[nodiscard]] Draft draft(Moment now) const;
  /// Of a visit at its end, for the comparison with the one before it.
  [[nodiscard]] Imprint imprint(Moment now) const;

  /// There is nothing to point at: a place cannot be answered, and is not required.
  void lack_places();

  /// How the visitor wants to see it, in the client's own words: goes with the draft, so that it is there
  /// after a restart, and with no response.
  void keep_look(std::string look);
  /// What a draft has of it, before anybody goes on with it; "" for nothing.
  [[nodiscard]] static std::string look_of(const Draft& draft);

  /// Why a row of the form is or is not asked, at each place where it stands.
  [[nodiscard]] std::vector<Standing> standings(const Row& row) const;

  /// How many expressions were evaluated since the visit began, not counting references in texts; for tests
  /// of what is computed again.
  [[nodiscard]] long evaluations() const;

 private:
  struct State;
  explicit Visit(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
