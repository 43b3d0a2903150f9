#include "ui/pictures/picture.h"

#include <atomic>

#include <doctest/doctest.h>

#include "support/headless_ui.h"
#include "support/sample_pictures.h"
#include "support/temporary_folder.h"
#include "ui/frame.h"

using namespace buurtpeil;

namespace {

/// A screen of 200 by 100 that shows one picture.
struct Screen {
  HeadlessUi ui{200, 100};
  TextEngine engine = *TextEngine::create();
  Theme theme{{200, 100, 0.277F}};
  std::atomic<int> woken = 0;
  Pictures pictures;
  Memory memory;
  PageInfo page;
  Drawn drawn;
  ::buurtpeil::Picture shown;

  explicit Screen(std::size_t room = Pictures::default_room_bytes) : pictures([this] { ++woken; }, room) {}

  /// What lies at the left end, in the middle and at the right end of the middle row.
  std::string show(const std::string& file, const Box& box, Fit fit = Fit::contain) {
    drawn = {};
    const ImDrawData& data = ui.frame([&] {
      pictures.begin_frame();
      Frame frame(theme, engine, pictures, memory, page, drawn);
      frame.picture(file, box, fit);
    });
    shown = render(data);
    const DrawnPicture& picture = drawn.pictures.at(0);
    using State = DrawnPicture::State;
    return picture.state == State::waiting ? "waiting" : picture.state == State::shown ? "shown" : "missing";
  }
  std::string show_when_ready(const std::string& file, const Box& box, Fit fit = Fit::contain) {
    show(file, box, fit);
    pictures.wait_until_decoded();
    return show(file, box, fit);
  }
  void show_map(double longitude) {
    const MapSight sight{.files = {}, .frame = {{52, longitude}, 16, 2000, 1000}, .palette = {}};
    for (int times = 0; times < 2; ++times) {
      (void)ui.frame([&] {
        pictures.begin_frame();
        Frame frame(theme, engine, pictures, memory, page, drawn);
        (void)frame.map(sight, sight.frame, {0, 0, 200, 100});
      });
      pictures.wait_until_decoded();
    }
  }
  [[nodiscard]] std::string at(int x, int y) const {
    const auto& pixel = shown.pixels.at(static_cast<std::size_t>(y) * 200 + static_cast<std::size_t>(x));
    const auto byte = [](float part) { return static_cast<std::uint8_t>(part * 255 + 0.5F); };
    return colour_at({1, 1, {byte(pixel.red), byte(pixel.green), byte(pixel.blue), 255}}, 0, 0);
  }
};

// Of all textures but the letters'.
int bytes_kept() {
  int bytes = 0;
  for (const ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    const bool is_letters = ImGui::GetIO().Fonts->TexList.contains(const_cast<ImTextureData*>(texture));
    const bool is_kept =
        texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantCreate;
    if (is_kept && !is_letters) bytes += texture->GetSizeInBytes();
  }
  return bytes;
}

}  // namespace

TEST_CASE("a picture's place is kept until it is decoded, and then the screen is woken once") {
  const TemporaryFolder folder;
  write_file(folder / "a.png", png_of(quarters(80, 40)));
  Screen screen;
  const PictureSize size = screen.pictures.size(folder / "a.png");
  CHECK(size.width / size.height == 2.0F);
  CHECK(screen.show(folder / "a.png", {0, 0, 200, 100}) == "waiting");
  screen.pictures.wait_until_decoded();
  CHECK(screen.pictures.has_news());
  CHECK(screen.woken == 1);
  CHECK(screen.show(folder / "a.png", {0, 0, 200, 100}) == "shown");
  CHECK_FALSE(screen.pictures.waiting());
  CHECK_FALSE(screen.pictures.has_news());
  CHECK(screen.at(10, 10) + " " + screen.at(190, 10) + " " + screen.at(10, 90) == "red green blue");
}

TEST_CASE("a picture is contained in its box or covers it") {
  const TemporaryFolder folder;
  write_file(folder / "a.png", png_of(quarters(40, 40)));
  Screen screen;
  CHECK(screen.show_when_ready(folder / "a.png", {0, 0, 200, 100}) == "shown");
  CHECK(screen.at(40, 10) + " " + screen.at(60, 10) + " " + screen.at(140, 10) == "white red green");
  CHECK(screen.show_when_ready(folder / "a.png", {0, 0, 200, 100}, Fit::cover) == "shown");
  CHECK(screen.at(2, 10) + " " + screen.at(198, 10) + " " + screen.at(2, 90) == "red green blue");
  CHECK(screen.show_when_ready(folder / "a.png", {0, 0, 50, 100}, Fit::cover) == "shown");
  CHECK(screen.at(2, 2) + " " + screen.at(48, 2) + " " + screen.at(60, 50) == "red green white");
}

TEST_CASE("a picture lies in its mirrored place on a right-to-left page, and is itself not mirrored") {
  const TemporaryFolder folder;
  write_file(folder / "a.png", png_of(quarters(40, 40)));
  Screen screen;
  screen.page.direction = Direction::right_to_left;
  CHECK(screen.show_when_ready(folder / "a.png", {0, 0, 100, 100}) == "shown");
  CHECK(screen.at(50, 10) + " " + screen.at(110, 10) + " " + screen.at(190, 10) == "white red green");
}

TEST_CASE("a missing or damaged picture leaves a card with a sign") {
  const TemporaryFolder folder;
  const std::string png = png_of(quarters(40, 40));
  write_file(folder / "half.png", png.substr(0, png.size() / 2));
  write_file(folder / "text.png", "hello");
  Screen screen;
  CHECK(screen.show(folder / "none.png", {0, 0, 200, 100}) == "missing");
  CHECK(screen.show(folder / "text.png", {0, 0, 200, 100}) == "missing");
  CHECK(screen.show(folder.path().string(), {0, 0, 200, 100}) == "missing");
  CHECK(screen.show_when_ready(folder / "half.png", {0, 0, 200, 100}) == "missing");
  CHECK_FALSE(screen.pictures.waiting());
  CHECK_FALSE(screen.pictures.size(folder / "none.png").readable);
}

TEST_CASE("maps that a visitor moved on from make room sooner than pictures do") {
  Screen screen;
  for (int step = 0; step < 8; ++step) {
    screen.show_map(4 + step);
    CHECK(bytes_kept() <= 48'000'000);  // one map's 8 MB more, until the next frame
  }
}

TEST_CASE("pictures that were not shown for the longest time make room for others") {
  const TemporaryFolder folder;
  Screen screen(100'000);
  for (int i = 0; i < 5; ++i) {
    const std::string file = folder / (std::to_string(i) + ".png");
    write_file(file, png_of(quarters(200, 100)));
    CHECK(screen.show_when_ready(file, {0, 0, 200, 100}) == "shown");
    CHECK(bytes_kept() <= 160'000);  // one picture's 80 kB more, until the next frame
  }
  CHECK(screen.show(folder / "4.png", {0, 0, 200, 100}) == "shown");
  CHECK(bytes_kept() == 80'000);
  CHECK(screen.show(folder / "0.png", {0, 0, 200, 100}) == "waiting");
}
