#include "form/did.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "form/form.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

struct StateWords {
  DidKind kind;
  std::string_view words;  ///< that a state begins with, in lower case, "|" between
};

// nl en tr pl uk ar de fr
constexpr auto state_words = std::to_array<StateWords>({
    {DidKind::done, "gedaan|klaar|uitgevoerd|afgerond|gereed"},
    {DidKind::going_on, "bezig|mee bezig|we zijn bezig|wij zijn bezig|in uitvoering|loopt|gestart|begonnen"},
    {DidKind::not_done, "niet|nee|afgewezen"},
    {DidKind::done, "done|finished|completed"},
    {DidKind::going_on, "going on|in progress|ongoing|under way|underway|started"},
    {DidKind::not_done, "not|no|rejected"},
    {DidKind::done, "yapıldı|tamamlandı|bitti"},
    {DidKind::going_on, "devam ediyor|sürüyor|başladı"},
    {DidKind::not_done, "yapılmadı|yapılmayacak|hayır|reddedildi"},
    {DidKind::done, "zrobione|wykonane|gotowe|zakończone"},
    {DidKind::going_on, "w toku|trwa|rozpoczęte|rozpoczęto"},
    {DidKind::not_done, "nie|odrzucone"},
    {DidKind::done, "зроблено|виконано|готово|завершено"},
    {DidKind::going_on, "триває|у процесі|в процесі|розпочато"},
    {DidKind::not_done, "не|ні|відхилено"},
    {DidKind::done, "تم|أُنجز|أنجز|اكتمل"},
    {DidKind::going_on, "جارٍ|جار|جاري|قيد التنفيذ|مستمر"},
    {DidKind::not_done, "لم|لن|لا"},
    {DidKind::done, "erledigt|fertig|umgesetzt|abgeschlossen"},
    {DidKind::going_on, "in arbeit|läuft|wir arbeiten|begonnen"},
    {DidKind::not_done, "nicht|nein|abgelehnt"},
    {DidKind::done, "fait|réalisé|terminé"},
    {DidKind::going_on, "en cours|commencé"},
    {DidKind::not_done, "non|pas|refusé"},
});

constexpr std::string_view marks_to_write =
    "begin it with [done], [going on] or [not done], which visitors do not see";

std::string in_lower_case(std::string_view text) {
  const std::unique_ptr<char, decltype(&g_free)> lower(
      g_utf8_strdown(text.data(), static_cast<gssize>(text.size())), g_free);
  return lower.get();
}

bool begins_with_words(const std::string& state, const std::string& words) {
  if (!state.starts_with(words)) return false;
  return state.size() == words.size() ||
         g_unichar_isalnum(g_utf8_get_char(state.c_str() + words.size())) == FALSE;
}

std::optional<DidKind> kind_by_words(std::string_view written) {
  const std::string state = in_lower_case(written);
  for (const StateWords& known : state_words)
    for (const std::string& words : split(known.words, "|"))
      if (begins_with_words(state, words)) return known.kind;
  return std::nullopt;
}

/// "[Going on]", "[going_on]"
std::optional<DidKind> kind_by_mark(std::string_view mark) {
  const std::string word = replace_all(replace_all(lower_case(trimmed(mark)), "_", " "), "-", " ");
  for (const DidKind kind : {DidKind::done, DidKind::going_on, DidKind::not_done})
    if (word == replace_all(to_name(kind), "_", " ")) return kind;
  return std::nullopt;
}

/// Takes the mark off the state where it has one.
std::expected<DidKind, std::string> take_kind(std::string& state) {
  const std::size_t end = state.find(']');
  if (!state.starts_with('[') || end == std::string::npos) {
    if (const auto kind = kind_by_words(state)) return *kind;
    return std::unexpected(
        fmt::format("ends in '{}', which does not tell whether it is done; {}", state, marks_to_write));
  }
  const auto kind = kind_by_mark(std::string_view(state).substr(1, end - 1));
  if (!kind)
    return std::unexpected(
        fmt::format("has the unknown mark '{}'; {}", state.substr(0, end + 1), marks_to_write));
  state = trimmed(std::string_view(state).substr(end + 1));
  if (state.empty())
    return std::unexpected("has nothing behind its mark; write there how far it is, for visitors to read");
  return *kind;
}

}  // namespace

std::string to_name(DidKind kind) {
  switch (kind) {
    case DidKind::done:
      return "done";
    case DidKind::going_on:
      return "going_on";
    case DidKind::not_done:
      return "not_done";
  }
  return "";
}

std::expected<Did, std::string> read_did(std::string_view line) {
  std::vector<std::string> parts = split(replace_all(line, "\u21d2", "=>"), "=>");
  const auto written = std::ranges::count_if(parts, [](const std::string& part) { return !part.empty(); });
  if (parts.size() != 3 || written != 3)
    return std::unexpected(
        fmt::format("has {} parts; write what people said => what was done => how far it is", written));
  Did did{.said = std::move(parts[0]), .did = std::move(parts[1]), .state = std::move(parts[2])};
  const auto kind = take_kind(did.state);
  if (!kind) return std::unexpected(kind.error());
  did.kind = *kind;
  return did;
}

std::vector<Did> dids_of(std::string_view text) {
  std::vector<Did> dids;
  for (const std::string& line : lines_of(text))
    if (auto did = read_did(line)) dids.push_back(std::move(*did));
  return dids;
}

std::vector<Did> dids_of(const Form& form, int language) {
  const auto text = form.settings_texts.find("kiosk_did");
  const Sentence* sentence =
      text == form.settings_texts.end() ? nullptr : form.in_language(text->second, language);
  return sentence == nullptr ? std::vector<Did>{} : dids_of(words_of(*sentence).words);
}

}  // namespace buurtpeil
