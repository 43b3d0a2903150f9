// Any bytes as data beside a form: which separator and letters a .csv has, its records, and .xml and
// .geojson.
#include <algorithm>

#include "form/read/attached_data.h"
#include "form/read/csv_records.h"
#include "form/strings.h"
#include "fuzz.h"

using namespace buurtpeil;
using fuzz::must;

namespace {

/// Records come in the order of their lines, and hold no more than the text.
void read_records(std::string_view text, char separator) {
  CsvRecords records(text, separator);
  std::vector<std::string> cells;
  std::size_t bytes = 0;
  int last = 0;
  for (int line = 0; records.next(cells, line); last = line) {
    must(line > last, "two records begin on one line");
    must(!cells.empty(), "a record has no cells");
    for (const std::string& cell : cells) bytes += cell.size();
  }
  must(bytes <= text.size(), "the cells hold more than the text");
}

void check(const AttachedData& data) {
  must(data.lines.empty() || data.lines.size() == data.records.size(), "not every record has its line");
  for (const Choice& record : data.records)
    for (const auto& [column, value] : record.columns)
      must(std::ranges::find(data.columns, column) != data.columns.end(), "a record has a column of its own");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  if (const auto text = utf8_of(bytes)) {
    must(!line_of_bad_utf8(text->utf8), "what is read is no UTF-8");
    for (const char separator : {separator_of_table(text->utf8), separator_of_form(text->utf8)})
      read_records(text->utf8, separator);
  }
  for (const char* file : {"a.csv", "a.xml", "a.geojson"})
    if (const auto read = read_attached_data(file, bytes)) check(*read);
  return 0;
}
