// What one screen says, as plain data: text already translated and substituted. One View feeds the drawing,
// the tests and later the speech, so what is shown, spoken and asserted is the same. Nothing here knows of
// Dear ImGui, a form or a store.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "style/shared_list.h"
#include "style/styled_text.h"
#include "ui/event.h"
#include "ui/look.h"

namespace buurtpeil {

enum class Direction { left_to_right, right_to_left };

/// A button: its words and what it does. An empty label means that there is none.
struct Button {
  std::string label;
  Event event = event::Touch{};
};

/// What every screen has: its language, the header, the visitor's settings.
struct PageInfo {
  std::string language;  ///< code, "nl"
  Direction direction = Direction::left_to_right;
  std::string owner;      ///< the municipality, top corner; may be ""
  std::string trial;      ///< "trial" in the visitor's language in a trial store, else ""
  std::string more = {};  ///< word for "there is more below"
  Look look = {};         ///< the visitor's own settings
  // The visitor's tools: other words, other letters, and on a high screen everything lower.
  Button languages = {}, adjust = {}, lower = {};
  /// A screen that lies before others has a greater one than those: they keep their place on the page, and
  /// what is open on them, until they are shown again.
  int depth = 0;
};

struct LanguageView {
  struct Entry {
    std::string code, name;
    Direction direction;
  };
  PageInfo page;
  std::vector<Entry> languages;  ///< names in their own language
  Button back;                   ///< unless it is the first page of all
};

/// How the visitor wants to see and hear the screens; what is tapped is so at once.
struct LookView {
  struct Option {
    std::string name;  ///< of its target, "text=larger"
    std::string label;
    bool chosen = false;
    Look look = {};  ///< that it leads to
  };
  struct Group {
    enum class Kind { text, contrast, others };  ///< one of four sizes, one of four, each on or off
    Kind kind;
    std::string label;
    std::vector<Option> options;
  };
  PageInfo page;
  std::string title;
  std::vector<Group> groups;
  std::string sample;  ///< a sentence in the letters that are chosen
  Button done, reset;
};

/// Who asks, why, what happens with the answers, how long they are kept, "write no names".
struct IntroView {
  PageInfo page;
  std::string title;
  std::vector<StyledText> paragraphs;
  Button start, back;
  std::string occasion = {};  ///< "Info evening, community centre", or ""
  /// What was touched on the invitation: "Your answer", the answer, "we keep it only when you continue"; ""
  /// for nothing.
  std::string answered = {};
  StyledText answer = {};
  std::string answer_kept = {};
};

/// Pictures and a recording beside a text: full paths of files, "" for none.
struct Media {
  std::string image = {};      ///< PNG, JPEG or SVG
  std::string big_image = {};  ///< the same in large, to be opened by a tap
  std::string audio = {};
  std::string qr = {};  ///< an address to show as a QR code; "" for none
  Button listen = {};   ///< plays the recording, or stops it while it is heard; without words there is none
  bool heard = false;   ///< it sounds now
};

/// What every field of a question screen says: of one question, a note or an open answer.
struct Asked {
  std::string path;
  StyledText label, hint;
  StyledText guidance = {};             ///< a longer explanation, shown when asked for; "" for none
  std::string explain = {}, hide = {};  ///< "show explanation", "hide explanation"
  std::string instruction = {};         ///< "several answers are possible", "2 of 3 chosen"
  /// A count says how many are chosen of how many may be; it takes the same room whatever it says.
  enum class Instruction { how_to, count, too_many } instruction_kind = Instruction::how_to;
  StyledText complaint = {};  ///< why the visit did not go on, beside the question
  Media media = {};
  Button refuse = {};  ///< "I'd rather not say"
  bool refused = false;
  bool follows = false;  ///< says more about the answer to the field above it, and belongs to that
};

struct NoteField : Asked {};

/// How choices lie on the page. Where there is no room for it, they are cards below each other.
enum class ChoiceLook {
  cards,        ///< below each other; beside each other where they are short
  columns,      ///< so many beside each other as ChoiceField::columns says, or as fit
  pack,         ///< each as wide as it needs, in rows
  scale,        ///< a row of circles with words below
  faces,        ///< a row of faces, the first the unhappiest, with words below
  map,          ///< the field's picture, an SVG, whose elements with the name of a choice as their id are
                ///< touched; and cards, each as good as its place in the picture
  closed,       ///< what is chosen in one field, which opens the list
  acknowledge,  ///< one large card
};

struct ChoiceField : Asked {
  struct Option {
    std::string name;
    StyledText label;
    bool selected = false;
    int place = 0;  ///< in an order, from 1; 0 for none yet
    Media media = {};
  };
  bool several = false;
  bool ordered = false;  ///< several, and each tap gives the next number; those that have one come first
  ChoiceLook look = ChoiceLook::cards;
  int columns = 0;     ///< of ChoiceLook::columns; 0: as many as fit
  bool marked = true;  ///< else a card shows its picture or its words alone, and a check once it is chosen
  /// Neighbours with the same word here, and the same choices, are rows of one table; "" for none. Where a
  /// table does not fit, each has its own look.
  std::string table = {};
  std::string open = {}, close = {};  ///< of ChoiceLook::closed: "choose from the list", "close the list"
  bool searched_first = false;        ///< of ChoiceLook::closed: it opens with the keyboard to search in it
  SharedList<Option> options;
  /// So many of them, from the first on, stand the other way round where the screen begins with choices out
  /// of sight: what is below the end of a page gets fewer answers, and so it is not the same for everybody.
  std::size_t reversed_if_hidden = 0;
  std::string search = {};  ///< "search the list", above a list that is too long to read; "" for others
  std::string nothing_found = {};
};

/// `digits`: a text of digits and the signs between them (a house number, a telephone number), on a keypad.
enum class Keyboard { text, whole_number, number, digits };

struct WriteField : Asked {
  Keyboard keyboard = Keyboard::text;
  bool multiline = false;
  int rows = 0;                 ///< lines that a field of several lines has at least; 0: the usual three
  bool sentences = true;        ///< the keyboard begins each with a capital
  std::string value;            ///< as typed: a number has the language's decimal sign
  std::string decimal_sign;     ///< "," or "." for Keyboard::number
  bool negative = true;         ///< of a number: one below nought may be valid, and the keypad has a minus
  std::string group_sign = {};  ///< shown between the thousands of a number, never written; "" for none
};

/// A value that is reached step by step, up and down: a counted number, the parts of a day or a time. What
/// a step leads to is counted elsewhere; here are only the values that each button writes.
struct StepField : Asked {
  struct Step {
    std::string writes;      ///< the whole new value; "": there is no such step
    std::string label = {};  ///< "+10" of the far ones
  };
  struct Column {
    std::string name;   ///< stable word, "day"
    std::string title;  ///< "day" in the visitor's language, or ""
    std::string value;  ///< as shown; "" while there is none
    Step up, down, far_up, far_down;
    std::string above = {}, below = {};  ///< neighbours on a wheel: what `up` and `down` lead to, as shown
  };
  /// Days of a month, months of a year, or years, to choose from where there is room for them. Which ones are
  /// shown is no answer: it is turned to others by buttons that browse.
  struct CalendarGrid {
    struct Cell {
      std::string label, writes;
      bool chosen = false;
      bool present = false;  ///< today, this month, this year
    };
    /// What it is turned by: the month, the year. A button without a label is not there.
    struct Turn {
      std::string title;  ///< "March"
      Button far_earlier, earlier, later, far_later;
    };
    std::vector<std::string> headings;  ///< the days of a week, Monday first; none above months and years
    int columns = 7;
    int blanks = 0;  ///< empty places before the first cell
    std::vector<Cell> cells;
    std::vector<Turn> turns;
    std::string instruction;  ///< in place of the field's
  };
  std::vector<Column> columns;
  Button clear;                ///< takes the answer away
  bool wheel = false;          ///< a single column stands upright too
  CalendarGrid calendar = {};  ///< in place of the columns of a day; without cells for none
};

/// One of many values in a row, from the lowest to the highest: a stop on a line, or so many stars. What a
/// stop stores is counted elsewhere.
struct ScaleField : Asked {
  enum class Shape { line, upright, stars };
  struct Tick {
    long stop = 0;
    StyledText label = {};  ///< "" for a mark alone
  };
  /// To another stop, for visitors who cannot drag; -1 where there is none.
  struct Move {
    long stop = -1;
    std::string label = {};  ///< "+10" of the far ones; "" where the scale has no far ones
  };
  Shape shape = Shape::line;
  long stops = 2;           ///< how many there are, counted from 0
  long stop = -1;           ///< the chosen one, -1 for none
  long placeholder = -1;    ///< where a hollow handle waits
  std::string value;        ///< as shown; "" while there is none
  bool marks = true;        ///< draws the ticks' marks, else their labels alone
  bool named = false;       ///< the labels are words of the form, not numbers: none is left out
  std::vector<Tick> ticks;  ///< ascending; the labels of the ends among them
  Move less, more, far_less, far_more;
  Button clear;
};

/// Points that are divided over several questions. None can be given more than what is left.
struct PointsField : Asked {
  struct Step {
    std::string label;   ///< "+10"
    std::string writes;  ///< "": not now
  };
  struct Item {
    std::string path;
    StyledText label;
    std::string value;             ///< as shown, "0" while there is none
    double share = 0;              ///< of all points, 0 to 1
    std::vector<Step> less, more;  ///< far ones first; always as many
  };
  std::vector<Item> items;
  std::string left;    ///< "Still to divide: 40"
  double divided = 0;  ///< part of all points, 0 to 1
  Button clear;        ///< takes them all back
};

/// After the last instance of a repeat: is there another one? Here the way on is a card among the others, so
/// that two equal answers stand below each other; the view has no other Next then.
struct RepeatField : Asked {
  Button add, go_on, remove;
};

using Field =
    std::variant<NoteField, ChoiceField, WriteField, StepField, ScaleField, PointsField, RepeatField>;
/// Name of the target of a step, "step:born:year:up"; `which` is up, down, far_up or far_down.
[[nodiscard]] std::string step_target(const StepField& field, const StepField::Column& column,
                                      const std::string& which);
/// What all kinds of fields have.
[[nodiscard]] const Asked& asked_of(const Field& field);

struct QuestionView {
  PageInfo page;
  /// Part of the form that is behind, 0 to 1; nothing of a question that is none of a form.
  std::optional<double> done = std::nullopt;
  std::string progress;     ///< "Question 3 of 10"; "" where nothing is asked
  std::string number = {};  ///< "Question 3", where there is no room for that
  /// What it says at the longest on other screens of the form: so much room is kept for it.
  std::string longest_progress = {};
  StyledText group;           ///< label of the group, or ""
  std::vector<Field> fields;  ///< one, or all of a field-list
  Button next, back, leave;
  bool waits = false;              ///< for a first answer on this screen: until then Next is quiet
  bool unread = false;             ///< it has just appeared, and Next is pale: it does not skip it yet
  std::string close_picture = {};  ///< that was opened in large
};

/// What came of something that was said: a row of "you said, we did".
struct Deed {
  enum class State { done, going_on, not_done };
  StyledText said, did;
  State state = State::done;
  std::string state_words;  ///< "done"; "not done: the pipes lie there"
};

/// The invitation, in every language of the form one under the other. A touch on one of them starts in that
/// language, any other touch in the first.
struct AttractView {
  struct Invitation {
    std::string language;
    Direction direction;
    StyledText invitation;  ///< "What do you think of your street?"
    std::string effort;     ///< "10 questions, about 4 minutes"
    StyledText start;       ///< "Tap to begin", the words on the button
  };
  PageInfo page;
  std::vector<Invitation> invitations;  ///< the default language first
  /// The form's first question in that language, in place of its invitation and button: a touched choice
  /// begins the visit with this answer.
  std::optional<ChoiceField> first = {};
  int slide = 0;                  ///< of the loop; each stands a little elsewhere, so that none burns in
  std::string picture = {};       ///< file of this slide's picture; "": the street
  std::string next_picture = {};  ///< of the next slide, to have it ready

  /// A slide with what was said here, to be read in passing: so many of ten people.
  struct Finding {
    std::string question;
    std::string claim;  ///< "In Tolkade 6 of 10 people chose: trees"
    int of_ten = 0;
    std::string about;  ///< "About 40 people answered here. Not a sample."
  };
  /// In place of this slide's picture, at most one of them.
  std::optional<Finding> finding = {};
  std::optional<Deed> deed = {};
  std::string said_words = {}, did_words = {};  ///< of the deed: "You said", "We did"
  Button did = {};                              ///< to all that was done; less inviting than the way to begin
};

/// What was answered, to be looked at once more before the visit ends.
struct ReviewView {
  /// A row: tapped, it leads to the question.
  struct Entry {
    std::string path;      ///< of its target, "change:trees"
    std::string group;     ///< label of the group that begins with it, or ""
    std::string question;  ///< one line or a few
    std::string answer;    ///< in the visitor's words; else why there is none
    bool answered = true;
  };
  PageInfo page;
  std::string title, explanation;
  SharedList<Entry> entries;
  std::string change;  ///< "Change", at the end of each row
  Button finish, back, leave;
};

struct StillThereView {
  PageInfo page;
  std::string question;     ///< "Are you still there?"
  std::string explanation;  ///< what happens when nobody touches
  int seconds_left = 0;
  int seconds = 0;  ///< of the whole warning
  Button yes, stop;
};

/// Who stops says what happens with the answers; it is not asked again whether they stop.
struct LeaveView {
  PageInfo page;
  std::string question, explanation;
  Button keep, erase, stay;
};

/// What is decided, what is open, when people hear back.
struct ThanksView {
  PageInfo page;
  std::string title;
  std::vector<StyledText> paragraphs;
  Button done;
  Button take_back = {};  ///< what was deleted, as long as this is on the screen
  Button results = {};    ///< to what others said; the first thing to do here then
  Button did = {};        ///< to what came of what was said before
};

/// What others said about one question, for somebody who has answered. Every number is as round as it is told
/// and about so many people that nobody is found in it (results/results.h).
struct ResultsView {
  /// How the bars lie. Where there is no room for columns, they are rows.
  enum class Shape {
    rows,     ///< one below the other, each as long as its share of everybody
    columns,  ///< upright beside each other, in an order that means something: of numbers, of a scale
    faces,    ///< the same below which there are faces, the first the unhappiest
  };
  /// A choice, a class of numbers, a part of points, a place in an order.
  struct Bar {
    std::string name;
    StyledText label;
    double part = 0;    ///< 0 to 1: its length
    std::string value;  ///< beside it, "40 %"
    double beside = 0;  ///< the same of what is laid beside
    std::string beside_value = {};
    bool own = false;  ///< what the visitor answered: `own_words` stand with it
    int place = 0;     ///< in an order, from 1; 0 for none
  };
  /// Something to lay beside; what is chosen lies there, and is taken away by its event.
  struct Comparison {
    std::string name;   ///< of its target, "compare:region"
    std::string label;  ///< "the whole region"
    bool chosen = false;
    Event event = event::Compare{};
  };
  PageInfo page;
  double done = 0;       ///< part of the pages up to this one, 0 to 1
  std::string progress;  ///< "2 of 5"
  std::string longest_progress = {};
  std::string title;  ///< "What others said"
  StyledText question;
  std::string about;         ///< whom the bars tell of: "About 40 people in Tolkade, since 1 March"
  std::string beside_about;  ///< whom the second ones tell of; "" for none
  std::string note;          ///< "Too few people in Rietwijk have answered"; "" for none
  std::string change;        ///< in words: "More people than last time chose trees"; "" for none
  std::string own_words;     ///< "Your answer"
  Shape shape = Shape::rows;
  std::vector<Bar> bars;  ///< none: `note` says why
  std::string compare;    ///< above the comparisons: "Lay beside"
  std::vector<Comparison> comparisons;
  /// "Not a sample: these are the people who answered here"; what cannot be laid beside, and why.
  std::vector<std::string> small_print;
  Button next, back, finish;
};

/// "You said, we did": what came of what was said before, and what is decided and open now.
struct DidView {
  /// "Already decided", and what is.
  struct Matter {
    std::string label;
    std::vector<StyledText> paragraphs;
  };
  PageInfo page;
  std::string title;
  std::string said_words, did_words;  ///< above each of these: "You said", "We did"
  std::vector<Deed> deeds;
  std::vector<Matter> matters;
  Button next, back;
};

/// In every language of the kiosk: it does not work at present; nothing of what you answered is lost.
struct OutOfServiceView {
  struct Notice {
    std::string language;
    Direction direction;
    std::string text;
  };
  PageInfo page;
  std::vector<Notice> notices;
};

/// Digits that nobody sees.
struct PinView {
  PageInfo page;
  std::string title;
  std::string notice;   ///< wrong, or locked for so long; "" for none
  int digits = 0;       ///< so many are entered
  bool locked = false;  ///< no key does anything
  Button enter, back;   ///< enter without words: too few digits yet
};

/// What the staff see and may do.
struct StaffView {
  struct Fact {
    std::string label, value;
    bool warning = false;
  };
  struct Action {
    enum class Kind {
      act,     ///< is done at once
      open,    ///< leads to a screen
      choice,  ///< one of several
      chosen,  ///< the one of them that holds
    };
    std::string name;   ///< of its target
    std::string label;  ///< a verb and a noun, or what is chosen
    std::string value;  ///< what is chosen now, or more about it, or ""
    Event event;
    Kind kind = Kind::act;
    std::string outcome = {};  ///< what came of it when it was touched last, or ""
    bool warning = false;      ///< that is nothing that somebody hoped for
  };
  PageInfo page;
  std::string title;
  std::string notice;    ///< what there is to know before anything is done, or ""
  bool warning = false;  ///< of something that is wrong
  std::vector<Action> actions;
  std::vector<Fact> facts;
  Button back;
};

/// The answers are copied to a disk: whether it may be taken out is said over the whole screen.
struct CopyView {
  enum class State { busy, done, failed };
  PageInfo page;
  State state = State::busy;
  std::string title, text;
  int seconds = 0;     ///< since it began
  Button again, back;  ///< back: ends one that is busy; again: only of one that failed
};

using View =
    std::variant<AttractView, LanguageView, LookView, IntroView, QuestionView, ReviewView, StillThereView,
                 LeaveView, ThanksView, ResultsView, DidView, OutOfServiceView, PinView, StaffView, CopyView>;

/// "attract", "language", "look", "intro", "question", "review",
/// "still_there", "leave", "thanks", "results", "did", "out_of_service", "pin",
/// "staff", "copy": the words of --trace.
[[nodiscard]] std::string name_of(const View& view);

}  // namespace buurtpeil
