#include "ui/fields/qr_block.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "ui/pictures/qr_code.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr Colour light{255, 255, 255}, dark{0, 0, 0};

// Of an address, kept while the screen is shown: making one takes longer than all else of a frame.
struct KeptCode {
  bool made = false;
  std::shared_ptr<const QrCode> code;  // nullptr where the address is too long
};

std::shared_ptr<const QrCode> code_of(Memory& memory, const std::string& address) {
  KeptCode& kept = memory.of<KeptCode>(address);
  if (!std::exchange(kept.made, true))
    if (auto code = qr_code_of(address)) kept.code = std::make_shared<const QrCode>(std::move(*code));
  return kept.code;
}

void draw_code(Frame& frame, const QrCode& code, const Box& box, float module) {
  const Box seen = frame.on_screen(box);
  frame.stop_mirroring();
  frame.fill(seen, light, module);
  const float start = module * quiet_zone;
  for (const QrCode::Stretch& stretch : code.dark)
    frame.fill({seen.x + start + module * static_cast<float>(stretch.column),
                seen.y + start + module * static_cast<float>(stretch.row),
                module * static_cast<float>(stretch.length), module},
               dark);
  frame.mirror_again();
}

/// As people read it aloud: without the scheme.
std::string spoken_address(const std::string& address) {
  const std::size_t scheme = address.find("://");
  return scheme == std::string::npos ? address : address.substr(scheme + 3);
}

}  // namespace

void add_qr(Frame& frame, PageContent& content, const std::string& address, float width) {
  if (address.empty()) return;
  const Theme& theme = frame.theme();
  const auto code = code_of(frame.memory(), address);
  const float modules = code ? static_cast<float>(code->size + 2 * quiet_zone) : 0;
  const float module =
      code ? std::max(1.0F, std::ceil(std::min(theme.size(Size::qr_code), width * 0.9F) / modules)) : 0;
  const float side = module * modules, gap = side > 0 ? theme.space(4) : 0;
  const Lettering lettering{TextSize::reading};
  const StyledText words(spoken_address(address));
  const bool beside = widest_word_of(frame, words, lettering) <= width - side - gap;
  const float column = beside ? width - side - gap : width;
  const float words_high = frame.height_of(words, lettering, column);
  content.add({.gap = theme.space(4),
               .height = beside ? std::max(side, words_high) : side + gap + words_high,
               .draw = [&frame, code, module, side, gap, lettering, words, beside](const Box& box) {
                 Box rest = box;
                 Box place = beside ? take_left(rest, side, gap) : take_top(rest, side, gap);
                 if (code) draw_code(frame, *code, {place.x, place.y, side, side}, module);
                 if (beside)
                   frame.write_in_middle(words, lettering, rest, frame.colours().ink);
                 else
                   frame.write(words, lettering, rest, frame.colours().ink);
                 return std::optional<Event>();
               }});
}

}  // namespace buurtpeil
