// check_image_maps: whether the choices of a question with the appearance image-map have a part of its
// drawing, as ODK has it: the element of the SVG with the choice's name as its id.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>

#include "form/compile/loading.h"
#include "form/limits.h"
#include "form/read/xml_reader.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

std::optional<std::string> content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(limits::svg_bytes, '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) && !file.eof()) return {};
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// Drawing programs write one, and the reader takes none.
std::string without_doctype(std::string bytes) {
  const std::size_t at = bytes.find("<!DOCTYPE");
  if (at == std::string::npos) return bytes;
  const std::size_t subset = bytes.find('[', at), end = bytes.find('>', at);
  const std::size_t last = subset < end ? bytes.find("]>", subset) + 1 : end;
  return last < bytes.size() ? bytes.erase(at, last + 1 - at) : bytes;
}

/// Nothing when it cannot be told: then nothing is said of it either.
std::optional<std::set<std::string>> ids_of(const std::filesystem::path& path) {
  const auto bytes = content_of(path);
  if (!bytes) return {};
  const std::string svg = without_doctype(*bytes);
  XmlReader reader(svg);
  std::set<std::string> ids;
  while (reader.next())
    if (reader.is_start())
      if (std::string id = reader.attribute("id"); !id.empty()) ids.insert(std::move(id));
  if (reader.failed()) return {};
  return ids;
}

void check_drawing(Loading& loading, const Loading::ImageMap& map, const std::string& file) {
  const Row& row = loading.form.rows[static_cast<std::size_t>(map.row)];
  const auto found = loading.form.media.find(file);
  const auto list = loading.form.choices.find(row.list);
  if (found == loading.form.media.end() || list == loading.form.choices.end()) return;
  const auto ids = ids_of(found->second.path);
  if (!ids) return;
  const auto has_part = [&](const Choice& choice) { return ids->contains(choice.name); };
  if (std::ranges::none_of(list->second, has_part))
    return loading.problems.warning(
        map.image,
        fmt::format("no part of the drawing '{}' can be touched: none of its elements has the name "
                    "of a choice as its id",
                    file));
  for (const Choice& choice : list->second)
    if (!has_part(choice) && !(row.or_other && choice.name == "other"))
      loading.problems.warning(
          choice.cell,
          fmt::format("the choice '{0}' has no part of the drawing '{1}' of the question '{2}': no "
                      "element has the id '{0}'; it is a card alone",
                      choice.name, file, row.name));
}

}  // namespace

void check_image_maps(Loading& loading) {
  for (const Loading::ImageMap& map : loading.image_maps) {
    const Row& row = loading.form.rows[static_cast<std::size_t>(map.row)];
    const auto images = row.media.find("image");
    if (images == row.media.end()) {
      loading.problems.warning(
          map.appearance,
          fmt::format(
              "the choices of '{}' are shown as cards: the appearance image-map needs a drawing (.svg) "
              "in the column image",
              row.name));
      continue;
    }
    std::set<std::string> files;
    for (const auto& [language, name] : images->second.by_language)
      if (name.size() == 1 && !name.front().reference) files.insert(name.front().words);
    for (const std::string& file : files) {
      if (lower_case(file).ends_with(".svg"))
        check_drawing(loading, map, file);
      else
        loading.problems.warning(
            map.image, fmt::format("the choices of '{}' are shown as cards: '{}' is no .svg, which alone has "
                                   "parts that can be touched",
                                   row.name, file));
    }
  }
}

}  // namespace buurtpeil
