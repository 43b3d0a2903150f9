// libjpeg itself, not gdk-pixbuf above it: that decodes with whatever modules the machine has installed, and
// has no limit for the passes of a progressive picture. libjpeg does not read EXIF; the one number of it that
// counts here is found without another library.
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <optional>

#include <jpeglib.h>

#include "image/decode_kinds.h"

namespace buurtpeil {
namespace {

// A picture in many passes costs a full pass for a few bytes; cameras and programs make about ten.
constexpr int max_scans = 100;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}
unsigned two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned>(byte_at(bytes, at)) << 8 | byte_at(bytes, at + 1);
}

/// EXIF's orientation, 1 to 8, from the contents of an APP1 segment; 1 is upright.
int orientation_of(std::string_view segment) {
  if (!segment.starts_with(std::string_view("Exif\0\0", 6))) return 1;
  const std::string_view tiff = segment.substr(6);
  const bool little = tiff.starts_with("II");
  const auto number = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
      const std::size_t offset = static_cast<std::size_t>(little ? size - 1 - i : i);
      value = value << 8 | byte_at(tiff, at + offset);
    }
    return value;
  };
  const std::size_t directory = number(4, 4);
  if (directory >= tiff.size()) return 1;
  const std::uint32_t count = number(directory, 2);
  for (std::uint32_t entry = 0; entry < count && entry < 200; ++entry) {
    const std::size_t at = directory + 2 + entry * 12;
    if (number(at, 2) != 0x0112) continue;
    const std::uint32_t value = number(at + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

struct JpegHead {
  int width = 0, height = 0, orientation = 1;
};

/// Walks the segments up to the frame header, which holds the size.
std::optional<JpegHead> walk(std::string_view bytes) {
  JpegHead head;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return {};
    const std::uint8_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;  // a fill byte
      continue;
    }
    const unsigned length = two_bytes(bytes, at + 2);
    if (length < 2) return {};
    const bool is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) {
      if (at + 9 > bytes.size()) return {};
      head.height = static_cast<int>(two_bytes(bytes, at + 5));
      head.width = static_cast<int>(two_bytes(bytes, at + 7));
      return head;
    }
    if (marker == 0xE1 && head.orientation == 1) {
      const int orientation = orientation_of(bytes.substr(at + 4, length - 2));
      if (orientation != 1) head.orientation = orientation;
    }
    if (marker == 0xDA || marker == 0xD9) return {};
    at += 2 + length;
  }
  return {};
}

bool lies_on_its_side(int orientation) { return orientation >= 5; }

/// The pixel of the upright picture at x, y comes from there.
Pixels upright(Pixels pixels, int orientation) {
  if (orientation == 1) return pixels;
  const int wide = lies_on_its_side(orientation) ? pixels.height : pixels.width;
  const int high = lies_on_its_side(orientation) ? pixels.width : pixels.height;
  Pixels turned{wide, high, std::vector<std::uint8_t>(pixels.rgba.size())};
  for (int y = 0; y < high; ++y) {
    for (int x = 0; x < wide; ++x) {
      int from_x = lies_on_its_side(orientation) ? y : x;
      int from_y = lies_on_its_side(orientation) ? x : y;
      const bool flips_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
      const bool flips_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
      if (flips_x) from_x = pixels.width - 1 - from_x;
      if (flips_y) from_y = pixels.height - 1 - from_y;
      const auto from = (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(pixels.width) +
                         static_cast<std::size_t>(from_x)) *
                        4;
      const auto to =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(wide) + static_cast<std::size_t>(x)) * 4;
      std::copy_n(pixels.rgba.begin() + static_cast<std::ptrdiff_t>(from), 4,
                  turned.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  return turned;
}

// libjpeg leaves by longjmp when it fails, so nothing with a destructor is made between setjmp and that.
struct Failing {
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf place;
};

[[noreturn]] void give_up(j_common_ptr jpeg) {
  std::longjmp(reinterpret_cast<Failing*>(jpeg->err)->place, 1);
}
void say_nothing(j_common_ptr) {}
void stay_quiet(j_common_ptr, int) {}
void count_scans(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > max_scans) give_up(jpeg);
}

/// A row of CMYK, which JPEGs for printing hold inverted, or of RGB, as RGBA.
void convert(const std::uint8_t* from, bool is_cmyk, std::uint8_t* to, int width) {
  for (int x = 0; x < width; ++x, to += 4) {
    for (int colour = 0; colour < 3; ++colour)
      to[colour] = is_cmyk ? static_cast<std::uint8_t>(from[colour] * from[3] / 255) : from[colour];
    to[3] = 255;
    from += is_cmyk ? 4 : 3;
  }
}

bool read_rows(jpeg_decompress_struct& jpeg, Failing& failing, Pixels& pixels, std::vector<std::uint8_t>& row,
               std::string_view bytes, int width, int height) {
  if (setjmp(failing.place) != 0) return false;
  jpeg_create_decompress(&jpeg);
  jpeg.progress = &failing.progress;
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&jpeg, TRUE);
  if (static_cast<std::size_t>(jpeg.image_width) * jpeg.image_height > max_picture_pixels) return false;
  const bool is_cmyk = jpeg.num_components == 4;
  jpeg.out_color_space = is_cmyk ? JCS_CMYK : JCS_RGB;
  jpeg.scale_num = 1;
  for (jpeg.scale_denom = 8; jpeg.scale_denom > 1; jpeg.scale_denom /= 2) {
    jpeg_calc_output_dimensions(&jpeg);
    if (jpeg.output_width >= static_cast<unsigned>(width) &&
        jpeg.output_height >= static_cast<unsigned>(height))
      break;
  }
  jpeg_start_decompress(&jpeg);
  pixels.width = static_cast<int>(jpeg.output_width);
  pixels.height = static_cast<int>(jpeg.output_height);
  const std::size_t stride = static_cast<std::size_t>(jpeg.output_width) * 4;
  pixels.rgba.resize(stride * jpeg.output_height);
  row.resize(stride);
  while (jpeg.output_scanline < jpeg.output_height) {
    const std::size_t line = jpeg.output_scanline;
    JSAMPROW into = row.data();
    if (jpeg_read_scanlines(&jpeg, &into, 1) != 1) return false;
    convert(row.data(), is_cmyk, pixels.rgba.data() + line * stride, pixels.width);
  }
  return true;
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

std::expected<PictureHead, std::string> jpeg_head(std::string_view bytes) {
  const auto head = walk(bytes);
  if (!head) return std::unexpected("is a damaged JPEG");
  if (lies_on_its_side(head->orientation)) return PictureHead{.width = head->height, .height = head->width};
  return PictureHead{.width = head->width, .height = head->height};
}

std::expected<Pixels, std::string> jpeg_pixels(std::string_view bytes, int width, int height) {
  const auto head = walk(bytes);
  if (!head) return std::unexpected("is a damaged JPEG");
  if (lies_on_its_side(head->orientation)) std::swap(width, height);
  jpeg_decompress_struct jpeg{};
  Failing failing{};
  jpeg.err = jpeg_std_error(&failing.errors);
  failing.errors.error_exit = give_up;
  failing.errors.output_message = say_nothing;
  failing.errors.emit_message = stay_quiet;
  failing.progress.progress_monitor = count_scans;
  Pixels pixels;
  std::vector<std::uint8_t> row;
  const bool complete = read_rows(jpeg, failing, pixels, row, bytes, width, height);
  jpeg_destroy_decompress(&jpeg);
  if (!complete) return std::unexpected("is a damaged JPEG");
  return upright(std::move(pixels), head->orientation);
}

}  // namespace buurtpeil
