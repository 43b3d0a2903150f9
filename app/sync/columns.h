// Which columns the export of a form has: those of its newest version in its order, then those that vanished
// from it, then what is found in the answers alone. A repeat has a table of its own, as in ODK Central.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"

namespace buurtpeil::sync {

struct Column {
  std::string header;                 ///< "street-greenery"; in a repeat relative to it
  std::string path;                   ///< "street/greenery", without positions of repeats
  ValueKind values = ValueKind::any;  ///< `any` for a column that only the answers know
  int part = -1;                      ///< of a geopoint: 0 latitude .. 3 accuracy; -1 for the whole value
  const Form* form = nullptr;         ///< where `row` is; null for a column that only the answers know
  const Row* row = nullptr;
};

/// The columns of one file: the form's own questions, or those of a repeat.
struct Table {
  std::string repeat;  ///< path of the repeat, without positions; "" for the form itself
  std::vector<Column> columns;
  std::map<std::string, std::size_t, std::less<>> column_of;  ///< path -> index of its first column
};

/// Where an answer belongs: "place[2]/tree[1]/kind" is column "place/tree/kind" of the table "place/tree", in
/// its row "place[2]/tree[1]".
struct Spot {
  std::string repeat;  ///< "place/tree"
  std::string row;     ///< "place[2]/tree[1]", "" for the form itself
  std::string column;  ///< "place/tree/kind"
};
[[nodiscard]] Spot spot_of(std::string_view answer_path);

/// The cell of an answer: of geopoints the first of their columns.
struct Place {
  std::size_t table = 0, column = 0;
  std::string_view row;  ///< part of the answer's path: "place[2]/tree[1]", "" for the form itself
};

/// Finds the cells of answers. They come in the form's order, so it mostly looks at the one after the last.
class Places {
 public:
  /// `tables` must outlive it and stay as they are.
  explicit Places(const std::vector<Table>& tables);

  /// Nothing for an answer that has no column.
  [[nodiscard]] std::optional<Place> of(std::string_view answer_path);

 private:
  [[nodiscard]] std::optional<Place> in_repeat(std::string_view answer_path) const;
  struct Known {
    std::string_view path;
    std::size_t column;
  };
  const std::vector<Table>* tables_;
  std::vector<Known> known_;  ///< of the form itself, in its order
  std::size_t next_ = 0;
};

/// Tables in the form's order, the form itself first. `versions` newest first; they must outlive the result.
[[nodiscard]] std::vector<Table> tables_of(const std::vector<const Form*>& versions);

/// Path of the innermost repeat around a row, "" for none.
[[nodiscard]] const std::string& repeat_around(const Form& form, const Row& row);

/// A question as one version of the form asks it; nullptr where it does not.
[[nodiscard]] const Row* row_in(const Form& form, const Table& table, const Column& column);

/// Adds a column for an answer that no known version of the form asks.
void add_missing(std::vector<Table>& tables, const Spot& spot);

}  // namespace buurtpeil::sync
