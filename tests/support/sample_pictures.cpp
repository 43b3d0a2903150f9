#include "support/sample_pictures.h"

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <map>

#include <jpeglib.h>
#include <png.h>

namespace buurtpeil {

Pixels quarters(int width, int height) {
  Pixels pixels{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = x < width / 2, top = y < height / 2;
      pixels.rgba.push_back(left == top ? 255 : 0);
      pixels.rgba.push_back(left ? 0 : 255);
      pixels.rgba.push_back(top ? 0 : 255);
      pixels.rgba.push_back(255);
    }
  }
  return pixels;
}

std::string png_of(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  const int written =
      png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(), 0, nullptr);
  assert(written != 0);
  bytes.resize(size);
  return bytes;
}

std::string jpeg_of(const Pixels& pixels, int orientation) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &buffer, &size);
  jpeg.image_width = static_cast<JDIMENSION>(pixels.width);
  jpeg.image_height = static_cast<JDIMENSION>(pixels.height);
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 100, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  if (orientation != 0) {
    std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += static_cast<char>(orientation);
    exif.append(6, '\0');
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()),
                      static_cast<unsigned>(exif.size()));
  }
  std::string row(static_cast<std::size_t>(pixels.width) * 3, '\0');
  for (std::size_t y = 0; y < static_cast<std::size_t>(pixels.height); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(pixels.width); ++x)
      for (std::size_t colour = 0; colour < 3; ++colour)
        row[x * 3 + colour] =
            static_cast<char>(pixels.rgba[(y * static_cast<std::size_t>(pixels.width) + x) * 4 + colour]);
    auto* line = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&jpeg, &line, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string bytes(reinterpret_cast<const char*>(buffer), size);
  jpeg_destroy_compress(&jpeg);
  std::free(buffer);
  return bytes;
}

std::string colour_at(const Pixels& pixels, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) *
      4;
  std::string key, numbers;
  for (std::size_t part = 0; part < 4; ++part) {
    const int value = pixels.rgba.at(at + part);
    key += value > 250 ? '1' : value < 5 ? '0' : '?';
    numbers += (part == 0 ? "" : " ") + std::to_string(value);
  }
  static const std::map<std::string, std::string> names = {
      {"1001", "red"}, {"0101", "green"}, {"0011", "blue"}, {"1111", "white"}, {"0000", "clear"}};
  const auto name = names.find(key);
  return name == names.end() ? numbers : name->second;
}

}  // namespace buurtpeil
