// What one screen says, as plain data: text already translated and substituted. One View feeds the drawing,
// the tests and later the speech, so what is shown, spoken and asserted is the same. Nothing here knows of
// Dear ImGui, a form or a store.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "style/styled_text.h"
#include "ui/event.h"
#include "ui/field.h"
#include "ui/look.h"

namespace buurtpeil {

enum class Direction { left_to_right, right_to_left };

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
