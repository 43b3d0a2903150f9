// What the parts of the form compiler share while one form is loaded. load.cpp calls them in this order:
// settings and languages, choices, survey, attached data, and then the checks that need the whole form.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "form/compile/headings.h"
#include "form/form.h"
#include "form/limits.h"
#include "form/problem_list.h"
#include "form/read/grid.h"
#include "style/markup.h"

namespace buurtpeil {

class NameIndex;  // form/expression/references.h

/// The folder of the form, or what a store kept of it.
struct Beside {
  /// The bytes of an attached data file, or nothing when it is not there.
  std::function<std::optional<std::string>(const std::string& name)> read;
  /// Where a picture or recording is; nothing when it is not there, an empty path when nobody can know.
  std::function<std::optional<std::filesystem::path>(const std::string& name)> find;
  /// The names of all files there, for "did you mean".
  std::function<std::vector<std::string>()> names;
};

/// An expression and where it stands, to be checked when all names are known.
struct Use {
  Expression expression;
  Cell cell;
  int row = -1;  ///< index in Form::rows of the row it belongs to, -1 for choices and settings
};

/// A list that comes from an attached file, read after the survey.
struct FileList {
  std::string key;  ///< in Form::choices
  std::string file, value, label;
  bool several = false;      ///< an answer may be more than one name, with spaces between
  Cell cell;                 ///< of the type
  Cell asked{};              ///< of the parameters `value` and `label`, or of search(...)
  bool names_label = false;  ///< the form says which column has the labels
  std::string sheet_list{};  ///< of search(): the list of the sheet choices that says what the columns are
  bool or_other = false;     ///< of search(): the list ends with "other"
};

struct Loading {
  Form form;
  ProblemList problems;
  Workbook workbook;
  Beside beside;

  SheetTable settings, choices, external_choices, survey;
  GridRow settings_row;          ///< the one row of settings; empty when there is none
  std::string default_language;  ///< as the settings name it
  std::string root_name = "data";
  bool clean_spaces = true;  ///< runs of spaces count as one in the survey sheet
  bool omits_instance_id = false;

  std::vector<Use> uses;
  std::vector<Use> triggers;  ///< one reference each
  std::vector<FileList> file_lists;
  std::set<std::string> checked_lists;  ///< whose names were held to what several choices need
  std::size_t compared = 0;             ///< names, for suggestions so far
  std::size_t attached = 0;             ///< bytes of attached data so far
  struct AttachedFile {
    std::vector<std::string> columns;
    std::vector<int> lines;  ///< of each record; none of a file without lines
  };
  std::map<std::string, AttachedFile> attached_files;  ///< those that could be read
  /// Lists of the sheet choices that searches use: their rows may name columns of a file.
  std::map<std::string, std::vector<Choice>> sheet_lists;
  std::map<std::string, Cell> named_files;  ///< attached data that the form names -> where first
  struct NamedMedia {
    Cell cell;         ///< where first
    std::string kind;  ///< "image", "big-image", "audio", "video"
  };
  std::map<std::string, NamedMedia> named_media;  ///< by name, those without references
  struct ImageMap {
    int row = -1;
    Cell appearance, image;
  };
  /// Questions with the appearance search or the call search(...): what may be chosen may come from
  /// elsewhere.
  std::set<int> searches;
  /// What a row says in kiosk_results and kiosk_with.
  struct Published {
    int row = -1;
    std::string results, with;
    Cell results_cell, with_cell;
  };
  std::vector<Published> published;
  double grid_m = limits::usual_grid_m;  ///< to which a geopoint is kept, unless the question says otherwise
  std::vector<ImageMap> image_maps;      ///< questions whose choices are parts of a drawing

  /// What the settings have under that name, which is then no further setting.
  [[nodiscard]] std::string take_setting(const char* name);

  /// The sheet with this name, whatever its case; nullptr when there is none.
  [[nodiscard]] const Sheet* sheet(std::string_view name) const;
  /// "; did you mean the sheet 'chioces'?", or "".
  [[nodiscard]] std::string suggest_sheet(std::string_view name) const;

  /// Whether it stands in that column of the survey sheet.
  [[nodiscard]] bool is_in(const Use& use, std::string_view column) const;
  /// "the file 'trees.csv' is missing; ...".
  [[nodiscard]] std::string missing_file(const std::string& file);

  /// "; did you mean 'age'?", or "": also when limits::comparisons is used up.
  [[nodiscard]] std::string suggest(std::string_view word, const std::vector<std::string_view>& known);

  /// Compiles the text of a cell; nothing when it is empty or wrong, which is then among the problems. "yes"
  /// and "no" are truths.
  std::optional<Expression> expression(const std::string& text, const Cell& cell, int row);
  /// Compiles words with `${name}` and instance(...) in them, and with markup, or without: names of files, of
  /// which <br> begins another as well.
  enum class Style { none, read };
  Sentence sentence(const std::string& text, const Cell& cell, int row, Style style = Style::read);
  /// Words of an attached file, with markup and without references.
  Sentence words(const std::string& text, const Cell& cell);
  /// All languages of a column.
  Text text(const SheetTable& table, const GridRow& grid_row, std::string_view column, int row);
  /// The four kinds of media, of a row or a choice.
  std::map<std::string, Text> media(const SheetTable& table, const GridRow& grid_row, int row);

 private:
  using References = std::vector<std::optional<Expression>>;
  Sentence put_together(Markup markup, References references, const Cell& cell);
};

/// form/compile/settings.cpp
void load_settings(Loading& loading);
void load_languages(Loading& loading);
void load_settings_texts(Loading& loading);
/// form/compile/choices.cpp
void load_choices(Loading& loading);
/// A copy of the list with the choice "other" at its end, made once; gives its name.
std::string list_with_other(Loading& loading, const std::string& list);
/// "Other" or "Please say which" in the languages of the form.
enum class OtherWord { choice, question };
Text other_text(const Form& form, OtherWord word);
/// form/compile/survey.cpp
void load_survey(Loading& loading);
/// form/compile/attachments.cpp
void load_attachments(Loading& loading);
std::string hash_of(const Form& form);
/// form/compile/defaults.cpp
void check_defaults(Loading& loading);
/// form/compile/first_question.cpp
void check_first_question(Loading& loading);
/// form/compile/published.cpp
void check_published(Loading& loading);
/// form/compile/round.cpp
void load_round(Loading& loading);
/// places.cpp: how places are kept, and where the map begins (kiosk_grid, kiosk_map).
void load_places(Loading& loading);
/// The same of one question: metres; nothing where it says nothing, or with an error nothing that is a grid.
[[nodiscard]] std::optional<double> read_grid(Loading& loading, const std::string& text, const Cell& cell);
void check_place(Loading& loading);
/// form/compile/seldom_asked.cpp: of how many visitors, from 0 to 1, a question is asked if every choice is
/// as likely; a guess.
double share_asked(const Form& form, const NameIndex& names, int row);
/// form/compile/image_map.cpp
void check_image_maps(Loading& loading);
/// form/compile/check_references.cpp
void check_references(Loading& loading);
/// form/compile/bare_names.cpp
void check_bare_names(Loading& loading);
/// form/compile/lookups.cpp
void check_lookups(Loading& loading);
/// form/compile/indexes.cpp
void index_columns(Loading& loading);
/// form/compile/cycles.cpp
void check_cycles(Loading& loading);
/// form/compile/deciders.cpp
void find_deciders(Loading& loading);
/// form/compile/lint.cpp
void lint(Loading& loading);
/// form/compile/order.cpp
void check_order(Loading& loading);
/// form/compile/language_values.cpp
void check_language_values(Loading& loading);
/// form/compile/unasked.cpp
void check_unasked(Loading& loading);
/// form/compile/translations.cpp
void check_translations(Loading& loading);

}  // namespace buurtpeil
