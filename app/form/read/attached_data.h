// Data files beside a form as records: each line of a .csv, each item of an .xml (<root><item><name>...),
// each feature of a .geojson, with its columns.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "form/error.h"
#include "form/form.h"

namespace buurtpeil {

struct AttachedData {
  std::vector<Choice> records;       ///< each with all of its columns and without a name or label
  std::vector<std::string> columns;  ///< of the headings of a .csv, of all records of the others
  std::vector<int> lines = {};       ///< of each record, where the file has lines: a .csv
  std::string unusual =
      {};  ///< how a .csv is written (PlainCsv); which places of a .geojson have several parts
  std::vector<std::string> doubtful =
      {};  ///< of a .csv or .geojson, what is not as it seems: "has two columns 'name' ..."
};
/// By the file's suffix. The error says what is wrong with it.
[[nodiscard]] std::expected<AttachedData, Error> read_attached_data(std::string_view file,
                                                                    std::string_view bytes);

/// geojson.cpp: a FeatureCollection (RFC 7946). Its places are points, lines and areas, of one part or of
/// several, in degrees of WGS 84. The column `geometry` has what XForms can say of them: of an area its outer
/// border, of several parts "", and `unusual` says so. A feature that has no place on the earth has "" there
/// too, and `doubtful` says so, a sentence a kind.
[[nodiscard]] std::expected<std::vector<Choice>, Error> read_geojson_records(
    std::string_view bytes, std::vector<std::string>& doubtful, std::string& unusual);

/// Whether a reference to an instance comes from pulldata('name', ...), which means the file name.csv, or
/// from instance('name').
[[nodiscard]] bool is_pulldata(const Expression& expression, const Reference& reference);

}  // namespace buurtpeil
