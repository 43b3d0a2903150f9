// QR codes on the screen, read by another program.
#include <filesystem>

#include <doctest/doctest.h>

#include "support/needs.h"
#include "support/process.h"
#include "support/sample_views.h"
#include "support/temporary_folder.h"
#include "support/ui_robot.h"
#include "ui/pictures/qr_code.h"

using namespace buurtpeil;

namespace {

std::string read_from_screen(const Display& display, const std::string& language, const Look& look,
                             const std::string& address) {
  const TemporaryFolder folder;
  View view = sample_view("question_qr", language);
  std::visit([&look](auto& any) { any.page.look = look; }, view);
  std::get<NoteField>(std::get<QuestionView>(view).fields.front()).media.qr = address;
  UiRobot robot(display);
  robot.show(view);
  if (robot.target("more")) robot.tap(view, "more"), robot.show(view);
  robot.save_picture(folder.path() / "screen.png");
  return run({"zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder.path() / "screen.png"})
      .out;
}

}  // namespace

TEST_CASE("a telephone reads the code of a note, mirrored page or not, in every contrast" *
          needs{"/usr/bin/zbarimg"}) {
  const std::string address = "https://example.org/elzermonde?ronde=2&buurt=tolkade";
  for (const Display& display :
       {Display{1920, 1080, 0.277F}, Display{1080, 1920, 0.363F}, Display{1280, 800, 0.170F}})
    for (const char* language : {"nl", "ar"})
      CHECK(read_from_screen(display, language, {}, address) == address + "\n");
  const Display landscape{1920, 1080, 0.277F};
  CHECK(read_from_screen(landscape, "nl", {.contrast = Contrast::high}, address) == address + "\n");
  CHECK(read_from_screen(landscape, "nl", {.contrast = Contrast::low}, address) == address + "\n");
  CHECK(read_from_screen(landscape, "nl", {.contrast = Contrast::dark}, address) == address + "\n");
  const std::string longest(300, 'x');
  CHECK(read_from_screen(landscape, "nl", {}, longest) == longest + "\n");
}

TEST_CASE("a text that is too long for any code has none") {
  CHECK(qr_code_of(std::string(2'331, 'x')).has_value());
  CHECK_FALSE(qr_code_of(std::string(2'332, 'x')).has_value());
}
