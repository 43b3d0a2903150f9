#include "support/sample_styled.h"

#include <array>

namespace buurtpeil {
namespace {

/// The words of a sentence, in turn plain and in each style that a line may have within it.
StyledText motley(const std::string& sentence, RunStyle line = {}) {
  const std::array styles = {RunStyle{},
                             RunStyle{.bold = true},
                             RunStyle{.italic = true},
                             RunStyle{.colour = Colour{255, 255, 0}},
                             RunStyle{.underline = true},
                             RunStyle{.family = FontFamily::serif},
                             RunStyle{.family = FontFamily::monospace},
                             RunStyle{.bold = true, .colour = Colour{190, 0, 0}},
                             RunStyle{.small = true}};
  StyledText text;
  std::size_t count = 0;
  for (std::size_t at = 0; at < sentence.size(); ++count) {
    const std::size_t end = std::min(sentence.find(' ', at), sentence.size() - 1) + 1;
    RunStyle style = styles.at(count % styles.size());
    style.heading = line.heading;
    style.align = line.align;
    text.add(sentence.substr(at, end - at), style);
    at = end;
  }
  return text;
}

StyledText heading(const std::string& words, int level) {
  StyledText text;
  text.add(words, {.heading = level});
  return text;
}

}  // namespace

std::vector<std::pair<std::string, Field>> sample_styled(
    const std::function<std::string(const std::string&)>& word) {
  ChoiceField question;
  question.path = "heating";
  question.label = heading(word("heating.label") + "\n", 2);
  question.label += motley(word("trees.label"));
  question.hint = motley(word("heating.hint"));
  question.complaint = motley(word("trees.constraint_message"));
  for (const char* name : {"network", "pump", "insulate"})
    question.options.push_back({name, motley(word(std::string("heating=") + name))});
  question.options.own()[1].selected = true;

  NoteField note;
  note.path = "situation";
  for (int level = 1; level <= 6; ++level)
    note.label += heading(word("theme=water") + " " + std::to_string(level) + "\n", level);
  note.label += motley(word("field.label") + "\n", {.align = LineAlign::center});
  note.label += motley(word("field.label") + "\n", {.align = LineAlign::right});
  note.label += motley(word("field.label"), {.align = LineAlign::left});

  NoteField code;
  code.path = "situation";
  code.label = word("situation.label");
  code.hint = word("field.hint");
  code.media.qr = "https://example.org/elzermonde/plan-voor-alle-buurten";

  NoteField letters;
  letters.path = "situation";
  letters.label = "\U000F0001\U000F0002 " + word("situation.label");  // of no font
  return {{"styled", question}, {"headings", note}, {"qr", code}, {"letters", letters}};
}

}  // namespace buurtpeil
