#include "ui/text/edited_text.h"

#include <glib.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace buurtpeil {
namespace {

bool is_valid(std::string_view text) {
  return text.empty() || g_utf8_validate_len(text.data(), text.size(), nullptr) != 0;
}

std::string made_valid(std::string_view text) {
  if (is_valid(text)) return std::string(text);
  const std::unique_ptr<char, decltype(&g_free)> valid{
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free};
  return valid.get();
}

}  // namespace

EditedText::EditedText(std::string_view text, std::size_t most_bytes) : most_bytes_(most_bytes) {
  now_.text = made_valid(text);
  now_.caret = now_.anchor = now_.text.size();
}

Span EditedText::selection() const {
  return {std::min(now_.caret, now_.anchor), std::max(now_.caret, now_.anchor)};
}

void EditedText::go_to(std::size_t index, Selecting selecting) {
  now_.caret = Positions(now_.text).at_or_before(index);
  if (selecting == Selecting::no) now_.anchor = now_.caret;
}

void EditedText::select(std::size_t anchor, std::size_t caret) {
  const Positions positions(now_.text);
  now_.anchor = positions.at_or_before(anchor);
  now_.caret = positions.at_or_before(caret);
}

void EditedText::replace(Span part, std::string_view words) {
  State after = now_;
  after.text.replace(part.from, part.to - part.from, words);
  if (after.text == now_.text) return;
  if (after.text.size() > std::max(most_bytes_, now_.text.size())) return;
  if (after.text.size() > most_bytes_ && !words.empty()) return;
  // What comes together may become one letter, and its end is where the caret can stand.
  after.caret = after.anchor = Positions(after.text).at_or_after(part.from + words.size());
  before_.push_back(std::exchange(now_, std::move(after)));
  if (before_.size() > most_undos) before_.erase(before_.begin());
}

void EditedText::write(std::string_view words) {
  if (is_valid(words)) replace(selection(), words);
}

void EditedText::erase(std::size_t one_end, std::size_t other_end) {
  if (has_selection()) return replace(selection(), "");
  replace({std::min(one_end, other_end), std::max(one_end, other_end)}, "");
}

void EditedText::erase_before() { erase(Positions(now_.text).erase_from(now_.caret), now_.caret); }
void EditedText::erase_after() { erase(now_.caret, Positions(now_.text).next(now_.caret)); }
void EditedText::erase_word_before() {
  erase(Positions(now_.text).previous_word_start(now_.caret), now_.caret);
}
void EditedText::erase_word_after() { erase(now_.caret, Positions(now_.text).next_word_end(now_.caret)); }

void EditedText::undo() {
  if (before_.empty()) return;
  now_ = std::move(before_.back());
  before_.pop_back();
}

}  // namespace buurtpeil
