#include "image/decode.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "image/decode_kinds.h"

namespace buurtpeil {
namespace {

std::expected<PictureHead, std::string> within_limits(std::expected<PictureHead, std::string> head) {
  if (!head) return head;
  if (head->width <= 0 || head->height <= 0) return std::unexpected("is empty");
  if (!head->scales &&
      static_cast<std::size_t>(head->width) * static_cast<std::size_t>(head->height) > max_picture_pixels)
    return std::unexpected("has more than 16 million pixels; make it smaller");
  return head;
}

/// For each new pixel of a line, which old ones it covers and how much of the first and the last.
struct Cover {
  int first = 0, last = 0;
  float first_part = 1, last_part = 1;
};

std::vector<Cover> covers(int from, int to) {
  std::vector<Cover> all;
  const double step = static_cast<double>(from) / to;
  for (int index = 0; index < to; ++index) {
    const double begin = index * step, end = std::min<double>(from, (index + 1) * step);
    Cover cover;
    cover.first = static_cast<int>(begin);
    cover.last = std::max(cover.first, static_cast<int>(std::ceil(end)) - 1);
    cover.first_part = static_cast<float>(std::min<double>(end, cover.first + 1) - begin);
    cover.last_part = static_cast<float>(end - cover.last);
    all.push_back(cover);
  }
  return all;
}

float part_of(const Cover& cover, int at) {
  if (at == cover.first) return cover.first_part;
  return at == cover.last ? cover.last_part : 1.0F;
}

/// Adds a row of a picture, its colours multiplied by alpha, to the sums of a new row.
void add_row(const Pixels& pixels, int row, float part, std::vector<float>& sums) {
  const std::uint8_t* from =
      pixels.rgba.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.width) * 4;
  for (std::size_t at = 0; at < sums.size(); at += 4) {
    const float alpha = part * static_cast<float>(from[at + 3]);
    for (std::size_t colour = 0; colour < 3; ++colour)
      sums[at + colour] += alpha * static_cast<float>(from[at + colour]);
    sums[at + 3] += alpha;
  }
}

std::uint8_t byte_of(float value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

}  // namespace

Pixels scaled_down(const Pixels& pixels, int width, int height) {
  width = std::clamp(width, 1, pixels.width);
  height = std::clamp(height, 1, pixels.height);
  if (width == pixels.width && height == pixels.height) return pixels;
  Pixels small{width, height, {}};
  small.rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const std::vector<Cover> columns = covers(pixels.width, width);
  const float area = static_cast<float>(pixels.width) / static_cast<float>(width) *
                     static_cast<float>(pixels.height) / static_cast<float>(height);
  std::vector<float> sums(static_cast<std::size_t>(pixels.width) * 4);
  for (const Cover& rows : covers(pixels.height, height)) {
    std::ranges::fill(sums, 0.0F);
    for (int row = rows.first; row <= rows.last; ++row) add_row(pixels, row, part_of(rows, row), sums);
    for (const Cover& column : columns) {
      std::array<float, 4> sum{};
      for (int x = column.first; x <= column.last; ++x)
        for (std::size_t part = 0; part < 4; ++part)
          sum[part] += part_of(column, x) * sums[static_cast<std::size_t>(x) * 4 + part];
      for (std::size_t colour = 0; colour < 3; ++colour)
        small.rgba.push_back(sum[3] > 0 ? byte_of(sum[colour] / sum[3]) : std::uint8_t{0});
      small.rgba.push_back(byte_of(sum[3] / area));
    }
  }
  return small;
}

std::expected<PictureHead, std::string> read_head(std::string_view bytes) {
  if (bytes.size() > max_picture_bytes) return std::unexpected("is larger than 16 MB");
  if (is_png(bytes)) return within_limits(png_head(bytes));
  if (is_jpeg(bytes)) return within_limits(jpeg_head(bytes));
  return within_limits(svg_head(bytes));
}

std::expected<Pixels, std::string> decode(std::string_view bytes, int width, int height) {
  const auto head = read_head(bytes);
  if (!head) return std::unexpected(head.error());
  if (head->scales) return svg_pixels(bytes, std::max(1, width), std::max(1, height));
  const int wide = std::clamp(width, 1, head->width), high = std::clamp(height, 1, head->height);
  auto pixels = is_png(bytes) ? png_pixels(bytes) : jpeg_pixels(bytes, wide, high);
  if (!pixels) return pixels;
  return scaled_down(*pixels, wide, high);
}

// ---- PNG ----

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

std::expected<PictureHead, std::string> png_head(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::unexpected("is a damaged PNG");
  const auto number = [bytes](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return static_cast<int>(std::min<std::uint32_t>(value, 1'000'000));
  };
  return PictureHead{.width = number(16), .height = number(20)};
}

std::expected<Pixels, std::string> png_pixels(std::string_view bytes) {
  struct FreeImage {
    void operator()(png_image* image) const { png_image_free(image); }
  };
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const std::unique_ptr<png_image, FreeImage> cleanup(&image);
  const auto fail = [&image] {
    return std::unexpected(std::string("is a damaged PNG (") + image.message + ")");
  };
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return fail();
  image.format = PNG_FORMAT_RGBA;
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.rgba.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0) return fail();
  return pixels;
}

}  // namespace buurtpeil
