#include "support/sample_views.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <map>
#include <stdexcept>

#include "style/markup.h"
#include "support/sample_lists.h"
#include "support/sample_look.h"
#include "support/sample_map.h"
#include "support/sample_media.h"
#include "support/sample_results.h"
#include "support/sample_staff.h"
#include "support/sample_styled.h"
#include "support/sample_values.h"

namespace buurtpeil {
namespace {

using OwnWords = std::map<std::string, std::string>;  // key -> words in one language

// One line of comma-separated values; quotes may hold commas, no line breaks.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char character : line) {
    if (character == '"')
      quoted = !quoted;
    else if (character == ',' && !quoted)
      cells.emplace_back();
    else if (character != '\r')
      cells.back() += character;
  }
  return cells;
}

void read_words(const std::string& path, const std::string& language, OwnWords& words) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("cannot read " + path);
  const std::vector<std::string> heading = cells_of(line);
  std::size_t column = 1;
  while (column < heading.size() && heading[column] != language) ++column;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (column < cells.size()) words[cells[0]] = cells[column];
  }
}

OwnWords words_of(const std::string& language) {
  OwnWords words;
  read_words(BUURTPEIL_ASSETS "/texts/words.csv", language, words);
  read_words(BUURTPEIL_TESTS "/ui/sample_words.csv", language, words);
  return words;
}

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    const std::size_t at = text.find("{" + name + "}");
    if (at != std::string::npos) text.replace(at, name.size() + 2, value);
  }
  return text;
}

Direction direction_of(const std::string& language) {
  return language == "ar" ? Direction::right_to_left : Direction::left_to_right;
}

const std::map<std::string, std::string> names = {
    {"nl", "Nederlands"}, {"en", "English"}, {"tr", "Türkçe"},  {"pl", "Polski"},
    {"uk", "Українська"}, {"ar", "العربية"}, {"de", "Deutsch"}, {"fr", "Français"}};

// Makes the views of one language.
class Samples {
 public:
  explicit Samples(const std::string& language) : language_(language), words_(words_of(language)) {}

  AttractView attract() const {
    AttractView view{.page = page(), .invitations = {}};
    for (const std::string& other : ordered()) {
      const OwnWords words = words_of(other);
      view.invitations.push_back(
          {other, direction_of(other), words.at("kiosk_attract"),
           filled(words.at("attract_effort"),
                  {{"questions", filled(words.at("from_to"), {{"fewest", "9"}, {"most", "11"}})},
                   {"minutes", "4"}}),
           words.at("attract_start")});
    }
    return view;
  }

  /// With the form's first question, in place of the words.
  AttractView asking(const std::string& label, const std::string& list, ChoiceLook look) const {
    AttractView view = attract();
    view.first = choice(label, list);
    view.first->look = look;
    view.first->marked = false, view.first->instruction = words_.at("attract_answer");
    view.first->hint = view.first->refuse.label = "";
    return view;
  }

  LanguageView languages() const {
    LanguageView view{.page = page(), .languages = {}, .back = button("back", event::Back{})};
    view.page.languages = {};
    for (const std::string& code : sample_languages())
      view.languages.push_back({code, names.at(code), direction_of(code)});
    return view;
  }

  IntroView intro() const {
    return {.page = page(),
            .title = words_.at("intro_title"),
            .paragraphs = styled("kiosk_intro"),
            .start = button("intro_start", event::Start{}),
            .back = button("back", event::Back{})};
  }

  LookView look(const Look& chosen) const {
    LookView view = sample_look(chosen, [this](const std::string& key) { return word(key); });
    view.page = page();
    view.page.adjust = {};
    view.page.look = chosen;
    return view;
  }

  QuestionView question(Field field, int screen) const { return questions({std::move(field)}, screen); }
  QuestionView questions(std::vector<Field> fields, int screen) const {
    return {.page = page(),
            .done = screen / 11.0,
            .progress = progress(screen, fields.size()),
            .number = number(screen, fields.size()),
            .longest_progress = progress(5, 2),
            .group = "",
            .fields = std::move(fields),
            .next = button("next", event::Next{}),
            .back = button("back", event::Back{}),
            .leave = button("leave", event::Leave{}),
            .close_picture = words_.at("picture_close")};
  }

  std::string number(int question, std::size_t fields) const {
    const std::string first = std::to_string(question);
    const std::string last = std::to_string(question + static_cast<int>(fields) - 1);
    return first == last ? filled(words_.at("question_number"), {{"question", first}})
                         : filled(words_.at("question_numbers"), {{"first", first}, {"last", last}});
  }

  std::string progress(int question, std::size_t fields) const {
    const std::string most = question < 6 ? filled(words_.at("at_most"), {{"most", "11"}}) : "11";
    return filled(words_.at("progress"), {{"which", number(question, fields)}, {"questions", most}});
  }

  template <class F>
  F asked(const std::string& name) const {
    F field;
    field.path = name;
    field.label = words_.at(name + ".label");
    field.hint = optional(name + ".hint");
    return field;
  }

  IntroView intro_answered() const {
    IntroView view = intro();
    view.title = words_.at("intro_title_answered"), view.start.label = words_.at("next");
    view.answered = words_.at("intro_answer"), view.answer = words_.at("amount=enough");
    view.answer_kept = words_.at("intro_answer_kept");
    return view;
  }

  NoteField note() const {
    NoteField field;
    field.path = "note";
    field.label = words_.at("situation.label");
    field.hint = words_.at("field.hint");
    return field;
  }

  ChoiceField choice(const std::string& name, const std::string& list, bool several = false) const {
    auto field = asked<ChoiceField>(name);
    field.several = several;
    field.refuse = button("refuse", event::Refuse{name});
    if (several) field.instruction = words_.at("several");
    for (const auto& [key, label] : words_) {
      if (key.starts_with(list + "=")) field.options.push_back({key.substr(list.size() + 1), label, false});
    }
    return field;
  }

  WriteField write(const std::string& name, Keyboard keyboard, std::string value) const {
    auto field = asked<WriteField>(name);
    field.keyboard = keyboard;
    field.multiline = keyboard == Keyboard::text;
    field.value = std::move(value);
    field.decimal_sign = words_.at("decimal_sign");
    field.refuse = button("refuse", event::Refuse{name});
    return field;
  }

  RepeatField repeat() const {
    RepeatField field;
    field.path = "place";
    field.label = words_.at("repeat_another");
    field.hint = filled(words_.at("repeat_so_far"), {{"count", "2"}});
    field.add = button("repeat_add", event::Add{"place"});
    field.go_on = button("repeat_go_on", event::Next{});
    field.remove = button("repeat_remove", event::Remove{"place"});
    return field;
  }

  /// Of each column its name and value; far steps for those named so.
  StepField steps(const std::vector<std::pair<std::string, std::string>>& columns, bool far) const {
    auto field = asked<StepField>("trees");
    field.path = "moved";
    field.instruction = words_.at("step");
    field.clear = button("clear", event::Write{"moved", ""});
    for (const auto& [name, value] : columns) {
      StepField::Column column{.name = name,
                               .title = words_.contains(name) ? words_.at(name) : "",
                               .value = value,
                               .up = {name + "+1"},
                               .down = {name + "-1"},
                               .far_up = {},
                               .far_down = {}};
      if (far && name != "month") {
        column.far_up = {name + "+10", "\u200E+10"};
        column.far_down = {name + "-10", "\u200E−10"};
      }
      field.columns.push_back(column);
    }
    return field;
  }

  StillThereView still_there() const {
    return {.page = page(),
            .question = words_.at("still_there_question"),
            .explanation = words_.at("still_there_keeps"),
            .seconds_left = 21,
            .seconds = 30,
            .yes = button("still_there_yes", event::Stay{}),
            .stop = button("still_there_stop", event::Leave{})};
  }

  LeaveView leave() const {
    return {.page = page(),
            .question = words_.at("leave_question"),
            .explanation = words_.at("leave_explanation"),
            .keep = button("leave_keep", event::Keep{}),
            .erase = button("leave_erase", event::Delete{}),
            .stay = button("leave_stay", event::Stay{})};
  }

  ThanksView thanks() const {
    return {.page = page(),
            .title = words_.at("thanks_title"),
            .paragraphs = styled("kiosk_thanks"),
            .done = button("thanks_done", event::Next{})};
  }

  ThanksView erased() const {
    return {.page = page(),
            .title = words_.at("thanks_erased_title"),
            .paragraphs = {words_.at("thanks_erased"), words_.at("thanks_erased_until")},
            .done = button("thanks_done", event::Next{}),
            .take_back = button("thanks_take_back", event::TakeBack{})};
  }

  OutOfServiceView out_of_service() const {
    OutOfServiceView view{.page = bare_page(), .notices = {}};
    for (const std::string& other : ordered())
      view.notices.push_back({other, direction_of(other), words_of(other).at("out_of_service")});
    return view;
  }

  std::vector<std::pair<std::string, View>> staff() const {
    return sample_staff([this](const std::string& key) { return word(key); }, bare_page());
  }

  /// As kiosk/views/step_view.cpp shows one.
  [[nodiscard]] std::string month() const {
    static const std::map<std::string, std::string> augusts = {
        {"nl", "aug"},   {"en", "Aug"},   {"tr", "Ağu"}, {"pl", "sie"},
        {"uk", "серп."}, {"ar", "أغسطس"}, {"de", "Aug"}, {"fr", "août"}};
    return augusts.at(language_);
  }
  [[nodiscard]] const std::string& word(const std::string& key) const { return words_.at(key); }
  [[nodiscard]] std::vector<StyledText> styled(const std::string& key) const {
    StyledText text;
    for (const MarkupPiece& piece : read_markup(word(key)).pieces) text.add(piece.words, piece.style);
    return paragraphs_of(text);
  }
  [[nodiscard]] std::string complaint() const {
    return filled(words_.at("complaint_required"), {{"refuse", words_.at("refuse")}});
  }

 private:
  PageInfo bare_page() const {
    PageInfo bare = page();
    bare.languages = bare.adjust = bare.lower = {};
    return bare;
  }
  PageInfo page() const {
    PageInfo page{.language = language_,
                  .direction = direction_of(language_),
                  .owner = "Gemeente Elzermonde",
                  .trial = words_.at("trial"),
                  .more = words_.at("more")};
    page.languages = button("language", event::ShowLanguages{});
    page.adjust = button("adjust", event::ShowLook{});
    page.lower = button("lower", event::SetLook{{.lower_half = true}});
    return page;
  }
  Button button(const std::string& key, Event event) const { return {words_.at(key), std::move(event)}; }
  std::string optional(const std::string& key) const { return words_.contains(key) ? words_.at(key) : ""; }
  std::vector<std::string> ordered() const {  // this language first
    std::vector<std::string> codes = {language_};
    for (const std::string& code : sample_languages())
      if (code != language_) codes.push_back(code);
    return codes;
  }

  std::string language_;
  OwnWords words_;
};

// The other ways in which choices lie.
void add_choice_looks(const Samples& samples, std::vector<std::pair<std::string, View>>& views) {
  const auto add = [&](const std::string& name, const std::string& label, const std::string& list,
                       ChoiceLook look, std::size_t chosen) {
    ChoiceField field = samples.choice(label, list);
    field.look = look;
    if (chosen < field.options.size()) field.options.own()[chosen].selected = true;
    views.emplace_back("question_" + name, samples.question(field, 4));
    return field;
  };
  add("columns", "themes", "theme", ChoiceLook::columns, 2);
  ChoiceField pack = add("pack", "themes", "theme", ChoiceLook::pack, 2);
  pack.marked = false;
  views.emplace_back("question_no_buttons", samples.question(pack, 4));
  add("likert", "traffic", "agree", ChoiceLook::scale, 3);
  add("likert_short", "traffic", "amount", ChoiceLook::scale, 9);
  add("faces", "situation", "mood", ChoiceLook::faces, 3);
  add("faces_three", "traffic", "speed", ChoiceLook::faces, 9);
  ChoiceField rules = samples.choice("idea", "none");
  rules.several = true;
  rules.look = ChoiceLook::acknowledge;
  rules.options = {{"OK", samples.word("acknowledge"), false}};
  views.emplace_back("question_acknowledge", samples.question(rules, 4));
  rules.options.own().front().selected = true;
  views.emplace_back("question_acknowledged", samples.question(rules, 4));
}

// Rankings, ranges, dates and moments.
void add_stepped(const Samples& samples, std::vector<std::pair<std::string, View>>& views) {
  const auto add = [&views](const std::string& name, View view) {
    views.emplace_back(name, std::move(view));
  };
  ChoiceField list = samples.choice("field", "field");
  list.search = samples.word("search");
  list.nothing_found = samples.word("search_nothing");
  for (int number = 0; number < 10'000; ++number)
    list.options.push_back(
        {"tree" + std::to_string(number), samples.word("search") + " " + std::to_string(number)});
  add("question_search", samples.question(list, 8));
  QuestionView repeat = samples.question(samples.repeat(), 8);
  repeat.group = samples.word("situation.label");
  repeat.next = {};
  add("question_repeat", repeat);
  add("question_range", samples.question(samples.steps({{"value", "7"}}, false), 8));
  add("question_range_far", samples.question(samples.steps({{"value", "2,5"}}, true), 8));
  add("question_date",
      samples.question(samples.steps({{"day", "31"}, {"month", samples.month()}, {"year", "2026"}}, true),
                       8));
  StepField moment =
      samples.steps({{"day", ""}, {"month", ""}, {"year", ""}, {"hour", ""}, {"minute", ""}}, true);
  moment.complaint = samples.complaint();
  moment.clear = {};
  moment.refuse = {samples.word("refuse"), event::Refuse{"moved"}};
  add("question_moment", samples.question(moment, 8));
  const auto word = [&samples](const std::string& key) { return samples.word(key); };
  for (auto& [name, field] : sample_values(word, samples.complaint()))
    add(name, samples.question(std::move(field), 8));
  const auto choice = [&samples](const std::string& name, const std::string& options) {
    return samples.choice(name, options);
  };
  int screen = 0;  // neighbours have another one: what is remembered of a screen is not theirs
  for (auto& [id, map] : sample_maps(word, samples.complaint())) add(id, samples.questions(map, ++screen));
  for (auto& [name, group, fields] : sample_lists(choice, word, samples.complaint())) {
    QuestionView view = samples.questions(std::move(fields), 2 + screen++ % 9);
    view.group = group;
    add(name, std::move(view));
  }
}

void add_media(const Samples& samples, std::vector<std::pair<std::string, View>>& views) {
  for (const auto& [name, field] : sample_media([&](const std::string& key) { return samples.word(key); }))
    views.emplace_back("question_" + name, samples.question(field, 4));
  for (const auto& [name, field] : sample_styled([&](const std::string& key) { return samples.word(key); }))
    views.emplace_back("question_" + name, samples.question(field, 4));
}

void add_invitations(const Samples& samples, std::vector<std::pair<std::string, View>>& views) {
  const auto pictured = [](AttractView view) {
    view.picture = view.next_picture = sample_picture("street.svg");
    return view;
  };
  views.emplace_back("attract", samples.attract());
  views.emplace_back("attract_picture", pictured(samples.attract()));
  views.emplace_back("attract_faces", samples.asking("situation", "mood", ChoiceLook::faces));
  views.emplace_back("attract_choices", samples.asking("heating", "heating", ChoiceLook::cards));
  views.emplace_back("attract_picture_choices",
                     pictured(samples.asking("traffic", "speed", ChoiceLook::cards)));
}

}  // namespace

const std::vector<std::string>& sample_languages() {
  static const std::vector<std::string> codes = {"nl", "en", "tr", "pl", "uk", "ar"};
  return codes;
}

std::vector<std::pair<std::string, View>> sample_views(const std::string& language) {
  const Samples samples(language);
  std::vector<std::pair<std::string, View>> views;
  const auto add = [&views](const std::string& name, View view) { views.emplace_back(name, view); };
  add_invitations(samples, views);
  add("language", samples.languages());
  add("look", samples.look({}));
  add("look_changed", samples.look({.contrast = Contrast::high, .still = true}));
  add("intro", samples.intro());
  add("intro_answered", samples.intro_answered());

  ChoiceField field = samples.choice("field", "field");
  field.options.own()[1].selected = true;
  add("question_choices", samples.question(field, 5));
  ChoiceField refused = samples.choice("heating", "heating");
  refused.refused = true;
  add("question_refused", samples.question(refused, 6));
  ChoiceField themes = samples.choice("themes", "theme", true);
  for (const std::size_t chosen : {0U, 3U, 4U}) themes.options.own()[chosen].selected = true;
  add("question_several", samples.question(themes, 8));
  ChoiceField complained = samples.choice("heating", "heating");
  complained.complaint = samples.complaint();
  add("question_complaint", samples.question(complained, 6));

  QuestionView list =
      samples.questions({samples.choice("green", "amount"), samples.choice("traffic", "speed")}, 3);
  list.group = samples.word("situation.label");
  list.waits = true;
  add("question_list", list);
  add("question_note", samples.question(samples.note(), 2));

  WriteField cars = samples.write("trees", Keyboard::whole_number, "3");
  add("question_mixed",
      samples.questions({samples.note(), field, cars, samples.write("idea", Keyboard::text, "")}, 7));
  ChoiceField many = samples.choice("field", "field");
  for (int number = 0; number < 40; ++number) {
    std::string label = samples.word(number % 3 == 0   ? "heating.label"
                                     : number % 3 == 1 ? "theme=water"
                                                       : "field=high_half");
    many.options.push_back({"more" + std::to_string(number), std::to_string(number) + ". " + label, false});
  }
  add("question_many", samples.question(many, 5));

  QuestionView empty = samples.question(samples.write("idea", Keyboard::text, ""), 11);
  empty.waits = true;
  add("question_text_empty", empty);
  add("question_text",
      samples.question(samples.write("idea", Keyboard::text, samples.word("trees.label")), 11));
  WriteField too_long = samples.write("idea", Keyboard::text, samples.word("trees.label"));
  too_long.complaint = samples.word("idea.constraint_message");
  add("question_text_complaint", samples.question(too_long, 11));
  add("question_number", samples.question(samples.write("trees", Keyboard::whole_number, "12"), 4));
  WriteField number = samples.write("trees", Keyboard::number, "120");
  number.complaint = samples.word("trees.constraint_message");
  add("question_number_complaint", samples.question(number, 4));

  add_stepped(samples, views);
  add_choice_looks(samples, views);
  add_media(samples, views);
  add("review", sample_review(samples.leave().page, [&](auto& key) { return samples.word(key); }));
  add("still_there", samples.still_there());
  add("leave", samples.leave());
  add("thanks", samples.thanks());
  add("thanks_erased", samples.erased());
  add_what_others_said(views, [&](auto& key) { return samples.word(key); }, samples.leave().page);
  add("out_of_service", samples.out_of_service());
  for (auto& [name, view] : samples.staff()) views.emplace_back(name, std::move(view));
  return views;
}

View sample_view(const std::string& name, const std::string& language) {
  for (auto& [each, view] : sample_views(language)) {
    if (each == name) return view;
  }
  throw std::runtime_error("no sample view " + name);
}

}  // namespace buurtpeil
