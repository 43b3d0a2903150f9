// Any text with markup, and with marks where something is put in.
#include "style/markup.h"

#include <set>

#include "fuzz.h"

using namespace buurtpeil;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source = fuzz::text_of(data, size);
  const auto check = [&](const Markup& markup) {
    std::set<int> marks;  // a link's address is shown behind its text: in any order
    std::size_t bytes = 0;
    for (const MarkupPiece& piece : markup.pieces) {
      bytes += piece.words.size();
      must((piece.inserted < 0) != piece.words.empty(), "a piece is neither words nor a mark, or both");
      must(piece.words.find(inserted_mark) == std::string::npos, "a mark is taken for a word");
      if (piece.inserted >= 0) must(marks.insert(piece.inserted).second, "a mark stands twice");
    }
    must(bytes <= 4 * source.size() + 16, "there are far more words than were written");
    return marks.size();
  };
  (void)check(read_markup(source));
  const std::size_t marks = check(as_typed(source));
  std::size_t written = 0;
  for (const char c : source) written += c == inserted_mark ? 1 : 0;
  must(marks == written, "a mark is lost");
  return 0;
}
