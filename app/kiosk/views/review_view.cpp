#include "kiosk/views/review_view.h"

#include <algorithm>
#include <string>

#include "form/strings.h"
#include "kiosk/views/answer_words.h"
#include "visit/points.h"

namespace buurtpeil {
namespace {

constexpr int most_questions_without = 3;
constexpr std::size_t most_question_letters = 140, most_answer_letters = 240;

/// In one paragraph, cut between words.
std::string shortened(const std::string& text, std::size_t letters) {
  const std::string words = replace_all(std::string(trimmed(text)), "\n", " ");
  std::size_t count = 0, end = 0, space = 0;
  for (; end < words.size() && count <= letters; ++end) {
    if ((static_cast<unsigned char>(words[end]) & 0xC0) != 0x80) ++count;
    if (words[end] == ' ') space = end;
    if (count > letters) break;
  }
  if (end == words.size()) return words;
  return words.substr(0, space > end / 2 ? space : end) + "\u2026";
}

class Rows {
 public:
  Rows(const Form& form, const Visit& visit, const Wording& say, const Maps& maps)
      : form_(form), language_(visit.language()), say_(say), maps_(maps) {}

  [[nodiscard]] std::vector<ReviewView::Entry> of(const std::vector<Prompt>& prompts) {
    for (std::size_t i = 0; i < prompts.size(); ++i) {
      const Prompt& prompt = prompts[i];
      if (prompt.row->says_other && !entries_.empty())
        add_other(prompt);
      else if (is_part_of_points(form_, prompt))
        add_part(prompt);
      else
        add(prompt.path, group_of(prompt), prompt.label.words, prompt);
    }
    for (ReviewView::Entry& entry : entries_) entry.answer = shortened(entry.answer, most_answer_letters);
    return std::move(entries_);
  }

 private:
  void add(const std::string& path, const std::string& group, const std::string& question,
           const Prompt& prompt) {
    const std::string answer =
        prompt.refused ? say_("refuse") : answer_words(form_, prompt, language_, say_, maps_);
    entries_.push_back({.path = path,
                        .group = group == group_ ? "" : group,
                        .question = shortened(question, most_question_letters),
                        .answer = answer.empty() ? say_("review_unanswered") : answer,
                        .answered = !answer.empty() && !prompt.refused});
    group_ = group;
  }

  /// "Other: a pond": what says more about an answer stands with it.
  void add_other(const Prompt& prompt) {
    if (!prompt.value.empty()) entries_.back().answer += ": " + prompt.value;
  }

  /// "Trees 40, Homes 60": the points that are divided are one question.
  void add_part(const Prompt& prompt) {
    const std::string group = path_of_group(prompt.path);
    if (points_ != group) {
      points_ = group;
      add(prompt.path, "", prompt.group_label.words, prompt);
      if (entries_.back().answered) entries_.back().answer = part_words(prompt);
    } else if (!prompt.value.empty()) {
      ReviewView::Entry& entry = entries_.back();
      entry.answer = entry.answered ? entry.answer + ", " + part_words(prompt) : part_words(prompt);
      entry.answered = true;
    }
  }

  [[nodiscard]] static std::string part_words(const Prompt& prompt) {
    return prompt.label.words + " " + prompt.value;
  }

  /// With the number of the turn where it is in a repeat.
  [[nodiscard]] static std::string group_of(const Prompt& prompt) {
    if (prompt.group_label.empty() || prompt.group_position < 1) return prompt.group_label.words;
    return prompt.group_label.words + " (" + std::to_string(prompt.group_position) + ")";
  }

  const Form& form_;
  int language_;
  const Wording& say_;
  const Maps& maps_;
  std::vector<ReviewView::Entry> entries_;
  std::string group_;   ///< label of the group of the row before
  std::string points_;  ///< path of the group of points that was added last
};

}  // namespace

bool is_reviewed(const Form& form, const Visit& visit) {
  const auto setting = form.settings.find("kiosk_review");
  if (setting != form.settings.end() && lower_case(setting->second) == "no") return false;
  return visit.has_answers() && visit.progress().questions.most > most_questions_without;
}

ReviewView review_view(const Form& form, const Visit& visit, const Wording& say, const Maps& maps) {
  ReviewView view;
  view.title = say("review_title");
  view.explanation = say("review_explanation");
  view.entries.own() = Rows(form, visit, say, maps).of(visit.asked());
  view.change = say("review_change");
  view.finish = {say("finish"), event::Finish{}};
  view.back = {say("back"), event::Back{}};
  view.leave = {say("leave"), event::Leave{}};
  return view;
}

}  // namespace buurtpeil
