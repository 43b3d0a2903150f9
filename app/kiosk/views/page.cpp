#include "kiosk/views/page.h"

#include <algorithm>

namespace buurtpeil {
std::string code_of(const Service& service, int language) {
  if (language >= 0) return service.form().languages.at(static_cast<std::size_t>(language)).code;
  if (const std::string begins = service.language(); !begins.empty()) return begins;
  if (const std::string& plain = service.form().plain_language; !plain.empty()) return plain;
  const auto& configured = service.config().languages;
  return configured.empty() ? "en" : configured.front();
}

Direction direction_of(const std::string& code) {
  return is_right_to_left(code) ? Direction::right_to_left : Direction::left_to_right;
}

Wording wording_of(const Service& service, int language) {
  std::vector<std::string> wished = {code_of(service, language)};
  for (const int offered : service.languages()) wished.push_back(code_of(service, offered));
  return service.words().in(wished);
}

PageInfo page_of(const Service& service, int language) {
  const std::string code = code_of(service, language);
  const bool trial = service.config().kind == StoreKind::trial;
  const Wording say = wording_of(service, language);
  return {.language = code,
          .direction = direction_of(code),
          .owner = service.config().municipality,
          .trial = trial ? say("trial") : "",
          .more = say("more")};
}

std::string count_of_questions(const QuestionCount& count, const Wording& say) {
  const std::string fewest = std::to_string(std::max(1, count.fewest));  // who begins is asked something
  if (count.open_ended) return say("at_least", {{"fewest", fewest}});
  const std::string most = std::to_string(count.most);
  return count.fewest >= count.most || most == fewest ? most
                                                      : say("from_to", {{"fewest", fewest}, {"most", most}});
}

std::vector<StyledText> paragraphs_of(const Form& form, const char* setting, int language) {
  const auto text = form.settings_texts.find(setting);
  if (text == form.settings_texts.end()) return {};
  const Sentence* sentence = form.in_language(text->second, language);
  return sentence ? paragraphs_of(words_of(*sentence)) : std::vector<StyledText>{};
}

}  // namespace buurtpeil
