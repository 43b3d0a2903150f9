#include "image/decode.h"

#include <map>

#include <doctest/doctest.h>

#include "support/sample_pictures.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

std::string size_in_words(const std::string& bytes) {
  const auto head = read_head(bytes);
  if (!head) return head.error();
  return std::to_string(head->width) + "x" + std::to_string(head->height) +
         (head->scales ? ", any size" : "");
}

std::string corners(const Pixels& pixels) {
  const int right = pixels.width - 1, bottom = pixels.height - 1;
  return colour_at(pixels, 0, 0) + " " + colour_at(pixels, right, 0) + " " + colour_at(pixels, 0, bottom) +
         " " + colour_at(pixels, right, bottom);
}

std::string decoded(const std::string& bytes, int width, int height) {
  const auto pixels = decode(bytes, width, height);
  if (!pixels) return pixels.error();
  return std::to_string(pixels->width) + "x" + std::to_string(pixels->height) + " " + corners(*pixels);
}

const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4">
  <path d="M0 0h4v2h-4z" fill="#f00"/><path d="M4 0h4v2h-4z" fill="#0f0"/><path d="M0 2h4v2h-4z" fill="#00f"/>
</svg>)";

/// A PNG that says it is that large and holds nothing.
std::string png_that_says(const std::string& width, const std::string& height) {
  return "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8) + width + height + "\x08\x06" +
         std::string(3, '\0');
}

}  // namespace

TEST_CASE("pictures are known by their bytes, and their size before they are decoded") {
  CHECK(size_in_words(png_of(quarters(40, 20))) == "40x20");
  CHECK(size_in_words(jpeg_of(quarters(40, 20))) == "40x20");
  CHECK(size_in_words(svg) == "1000x500, any size");
  CHECK(size_in_words(png_of(quarters(40, 20)).substr(0, 30)) == "40x20");
}

TEST_CASE("pictures are decoded in the size in which they are shown, and an SVG in any") {
  CHECK(decoded(png_of(quarters(40, 20)), 20, 10) == "20x10 red green blue white");
  CHECK(decoded(png_of(quarters(40, 20)), 80, 40) == "40x20 red green blue white");
  CHECK(decoded(jpeg_of(quarters(640, 320)), 20, 10) == "20x10 red green blue white");
  CHECK(decoded(jpeg_of(quarters(640, 320)), 600, 300) == "600x300 red green blue white");
  CHECK(decoded(svg, 160, 80) == "160x80 red green blue clear");
}

TEST_CASE("a photograph is turned the way its camera says") {
  const std::map<int, std::string> upright = {
      {1, "64x32 red green blue white"}, {2, "64x32 green red white blue"},
      {3, "64x32 white blue green red"}, {4, "64x32 blue white red green"},
      {5, "32x64 red blue green white"}, {6, "32x64 blue red white green"},
      {7, "32x64 white green blue red"}, {8, "32x64 green white red blue"},
      {9, "64x32 red green blue white"}};
  for (const auto& [orientation, picture] : upright) {
    CAPTURE(orientation);
    const std::string bytes = jpeg_of(quarters(64, 32), orientation);
    const bool on_its_side = picture.starts_with("32");
    CHECK(size_in_words(bytes) == picture.substr(0, 5));
    CHECK(decoded(bytes, on_its_side ? 32 : 64, on_its_side ? 64 : 32) == picture);
  }
}

TEST_CASE("a pixel of a smaller picture is the average of what it covers, weighed by how opaque that is") {
  const Pixels row{4, 1, {200, 0, 0, 255, 0, 100, 0, 255, 90, 90, 90, 255, 255, 255, 255, 0}};
  const Pixels half = scaled_down(row, 2, 1);
  CHECK(colour_at(half, 0, 0) == "100 50 0 255");
  CHECK(colour_at(half, 1, 0) == "90 90 90 128");
  const Pixels uneven = scaled_down({3, 1, {30, 0, 0, 255, 60, 0, 0, 255, 90, 0, 0, 255}}, 2, 1);
  CHECK(colour_at(uneven, 0, 0) == "40 0 0 255");
  CHECK(colour_at(uneven, 1, 0) == "80 0 0 255");
}

TEST_CASE("what is no sound picture is refused in a sentence") {
  const std::string png = png_of(quarters(40, 20)), jpeg = jpeg_of(quarters(40, 20));
  CHECK(size_in_words("") == "is no PNG, JPEG or SVG picture");
  CHECK(size_in_words("hello") == "is no PNG, JPEG or SVG picture");
  CHECK(size_in_words("<svg") == "is a damaged SVG");
  CHECK(size_in_words("<svg xmlns='http://www.w3.org/2000/svg'/>") == "is an SVG without a size");
  CHECK(size_in_words("<svg>" + std::string(max_svg_bytes, ' ')) == "is an SVG larger than 2 MB");
  CHECK(size_in_words(std::string(max_picture_bytes + 1, ' ')) == "is larger than 16 MB");
  CHECK(size_in_words(png.substr(0, 20)) == "is a damaged PNG");
  CHECK(size_in_words(jpeg.substr(0, 20)) == "is a damaged JPEG");
  CHECK(size_in_words(png_that_says(std::string("\0\0\0\0", 4), std::string("\0\0\0\x05", 4))) == "is empty");
  CHECK(size_in_words(png_that_says(std::string("\0\0\x10\0", 4), std::string("\0\0\x10\0", 4))) ==
        "has more than 16 million pixels; make it smaller");
  CHECK(size_in_words(png_that_says("\xff\xff\xff\xff", "\xff\xff\xff\xff")) ==
        "has more than 16 million pixels; make it smaller");
  CHECK(decoded(png.substr(0, png.size() / 2), 40, 20).starts_with("is a damaged PNG ("));
}

TEST_CASE("the size of an SVG is read from its first tag, whatever is in it") {
  const std::string tag = "<svg xmlns='http://www.w3.org/2000/svg' data-note='a > b' viewBox='0 0 8 4'>";
  CHECK(size_in_words(tag + "<path d='M0 0") == "1000x500, any size");
  CHECK(size_in_words("<!-- <svg -->" + tag + "</svg>") == "1000x500, any size");
  CHECK(size_in_words("<svg xmlns='http://www.w3.org/2000/svg'><rect width='8' height='2'/></svg>") ==
        "1000x250, any size");
}

TEST_CASE("an SVG shows nothing of other files") {
  const TemporaryFolder folder;
  write_file(folder / "red.png", png_of(quarters(8, 8)));
  const std::string around =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><image width='8' "
      "height='8' href='";
  CHECK(decoded(around + folder / "red.png" + "'/></svg>", 8, 8) == "8x8 clear clear clear clear");
  CHECK(decoded(around + "file://" + folder / "red.png" + "'/></svg>", 8, 8) ==
        "8x8 clear clear clear clear");
  CHECK(decoded(around + "red.png'/></svg>", 8, 8) == "8x8 clear clear clear clear");
}
