// The answers to one question about places as a .geojson (RFC 7946), for programs that draw maps: a Feature
// for each place that was given, with the other answers beside it as its properties. Longitude first, seven
// decimals; the border of an area runs counterclockwise. A response without a place has no Feature.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/stored_response.h"
#include "sync/columns.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {

/// Which columns of a table are places: of a geopoint its first one.
[[nodiscard]] std::vector<std::size_t> places_in(const Table& table);

class GeoJsonSheet {
 public:
  /// Begins the file. `column` is one of places_in(); the table must outlive the sheet.
  [[nodiscard]] static std::expected<GeoJsonSheet, Error> begin(const std::filesystem::path& path,
                                                                const Table& table, std::size_t column);

  /// `place` is of this table. The value must stay until write().
  void put(const Place& place, std::string_view value);
  /// Writes the Features of the response whose answers were put.
  [[nodiscard]] std::expected<void, Error> write(const StoredResponse& response);
  [[nodiscard]] std::expected<void, Error> end();

  [[nodiscard]] std::int64_t features() const { return features_; }
  [[nodiscard]] WholeFile& file() { return file_; }

 private:
  GeoJsonSheet(WholeFile file, const Table& table, std::size_t column)
      : file_(std::move(file)), table_(&table), column_(column) {}
  struct Answered {
    std::string_view row;
    std::size_t column;
    std::string_view value;
  };
  void add_feature(std::string& json, const StoredResponse& response, const Answered& place) const;

  WholeFile file_;
  const Table* table_;
  std::size_t column_;
  std::vector<Answered> answered_;  ///< of one response
  std::int64_t features_ = 0;
};

/// The geometry of a value as XForms writes it: {"type":"Point","coordinates":[4.7100000,52.0100000]}. The
/// line of a geoshape that ends where it began is a Polygon. "" of what is no place.
[[nodiscard]] std::string geometry_json(std::string_view value, Type type);

}  // namespace buurtpeil::sync
