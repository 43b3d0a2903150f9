// Letters that no font has, with a machine that has one font, so that what is installed does not matter.
#include "theme/missing_letters.h"

#include <doctest/doctest.h>

#include <fstream>

#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

std::string said(const std::set<char32_t>& letters) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "fonts.conf")
      << "<?xml version=\"1.0\"?><fontconfig><cachedir>" << folder.path().string()
      << R"(</cachedir><dir>/usr/share/fonts/truetype/noto</dir><selectfont>
<rejectfont><glob>/usr/share/fonts/*</glob></rejectfont>
<acceptfont><glob>/usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf</glob></acceptfont>
</selectfont></fontconfig>)";
  std::string all;
  for (const MissingLetters& missing : letters_without_font(folder.path() / "fonts.conf", letters))
    all += to_sentence(missing) + "\n";
  return all;
}

}  // namespace

TEST_CASE("letters without a font are named with the package that has them") {
  CHECK(said({U'a', U'é', U'ж', U'ع'}) == "");       // every kiosk has them; no font is read
  CHECK(said({U'a', U'አ'}) == "");                   // Ethiopic is there
  CHECK(said({U'\u200D', U'\uFE0F', U'\n'}) == "");  // have no shape
  CHECK(said({U'우', U'리', U'中', U'𠀀'}) ==
        "no font on this machine has 中리우𠀀, shown as empty boxes; install the package fonts-noto-cjk\n");
  CHECK(said({U'🌳'}) ==
        "no font on this machine has 🌳, shown as empty boxes; install the package fonts-noto-color-emoji\n");
  CHECK(said({U'ក', U'አ'}) ==
        "no font on this machine has ក, shown as empty boxes; install the package "
        "fonts-noto-core, or fonts-noto-extra\n");
}

TEST_CASE("of many letters without a font the first are named and the rest counted") {
  std::set<char32_t> letters;
  for (char32_t letter = U'가'; letters.size() < 20; ++letter) letters.insert(letter);
  CHECK(said(letters) ==
        "no font on this machine has 가각갂갃간갅갆갇갈갉갊갋 and 8 letters more, shown as "
        "empty boxes; install the package fonts-noto-cjk\n");
}
