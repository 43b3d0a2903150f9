// What is asked: a form as XLSForm defines it, read from .xlsx, .csv or .md, checked and compiled. Immutable
// once loaded. Names are XLSForm's own. Nothing here knows of a visitor, a screen or a store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "form/appearance.h"
#include "form/expression/bounds.h"
#include "form/expression/expression.h"
#include "form/problem.h"
#include "form/type.h"
#include "geo/shape.h"
#include "style/styled_text.h"

namespace buurtpeil {

/// A language of the form, from a column heading such as "label::Nederlands (nl)".
struct Language {
  std::string heading;  ///< "Nederlands (nl)", as written after the "::"; "" of labels without a language
                        ///< that are one of their own
  std::string name;     ///< "Nederlands"; of a code alone what the language calls itself
  std::string code;     ///< "nl", also of the heading "Nederlands" or "Dutch"; other headings themselves
};

/// One piece of a text: either words, or a reference (`${name}`) to be replaced by a value. Markup has been
/// read already; what comes in by a reference takes the style around it and is never read for markup.
struct Piece {
  std::string words;
  std::optional<Expression> reference;
  RunStyle style{};
};
using Sentence = std::vector<Piece>;
/// Without what the references say.
[[nodiscard]] StyledText words_of(const Sentence& sentence);

/// A text in the languages of the form. The key is Language::heading; "" is the column without a language.
struct Text {
  std::map<std::string, Sentence> by_language;
  [[nodiscard]] bool empty() const { return by_language.empty(); }
};

struct Choice {
  std::string name;  ///< the value that is stored
  Text label;
  std::map<std::string, Text> media;  ///< "image", "audio", "video", "big-image"
  /// Every further column in which it has something, for filters; of a file all of its columns.
  std::map<std::string, std::string> columns;
  /// Of a feature with holes or of several parts, which the column `geometry` cannot say; see shape_of().
  GeoShape shape{};
  Cell cell{};
  bool always_offered = false;  ///< of a list with search(): from the sheet choices, whatever is sought
};

/// Where it lies: its own shape, else what its column `geometry` says; empty where it says nothing that can
/// be read.
[[nodiscard]] GeoShape shape_of(const Choice& choice);

/// Which records of a file are offered: search('places', 'matches', 'kind', ${kind}, 'open', 'yes') in an
/// appearance. The case of ASCII letters does not matter.
struct Search {
  enum class Kind { contains, matches, starts_with, ends_with };
  Kind kind = Kind::contains;
  std::vector<std::string> columns;  ///< one of them fits what is sought; none: every record is offered
  std::optional<Expression> sought;
  std::string filter_column;  ///< is equal to `filter` besides; "" for none
  std::optional<Expression> filter;
};

/// A row of the survey sheet: a question, a calculation, or a group or repeat that holds the rows up to its
/// end.
struct Row {
  Type type = Type::text;
  std::string name;
  std::string path;  ///< names from the outermost group on: "street/greenery"; without positions of repeats
  Cell cell{};       ///< of the type
  int parent = -1;   ///< index of the group or repeat around it in Form::rows, -1 at the top
  int end = 0;       ///< index after the last row inside it: own index + 1 for a question

  Text label, hint, guidance_hint, required_message, constraint_message;
  std::map<std::string, Text> media;  ///< "image", "big-image", "audio", "video": file names
  bool autoplay = false;              ///< its recording begins by itself

  std::optional<Expression> relevant, constraint, required, calculation, initial, choice_filter, repeat_count,
      read_only;
  std::optional<Expression> trigger;  ///< its value changes when one of the questions that it names does
  bool randomize = false;             ///< the order of its choices is drawn at random
  std::optional<Expression> seed;     ///< of randomize
  std::string
      list;  ///< key of its list in Form::choices; or "${name}": the answers to that question in a repeat
  std::optional<Search> search;  ///< its list comes from a file by the appearance search(...)
  bool or_other = false;         ///< its list ends with "other", and a text question "<name>_other" follows
  bool says_other = false;       ///< that text question, asked on the same screen
  /// Of a place: a row without words follows, "<name>_way", with how it was pointed out: see Visit::mark().
  bool has_way = false;
  std::vector<Bound> bounds;  ///< of a number, or of how many choices its constraint allows

  // Of its appearance and parameters, what is of use to its type.
  std::optional<Range> range;  ///< of a range
  ChoiceStyle choice_style;    ///< of a select
  WritingStyle writing;        ///< of a text, integer or decimal
  DateStyle date_style;        ///< of a date or dateTime
  GroupStyle group_style;      ///< of a group or repeat
  PlaceStyle place_style;      ///< of a geopoint, geotrace or geoshape

  /// Of a group of a core: so many questions of their own may forms that follow the core add in it
  /// (kiosk_slot).
  std::optional<int> slot;

  // Of kiosk_results and kiosk_with: what all said about it.
  bool has_results = false;  ///< shown to those who answered, and published
  /// Of a number with results: the lower ends of the classes in which it is published, ascending; numbers
  /// below the first one are in a class of their own. Of ranges too, where it is empty each step is a class.
  std::vector<double> result_classes;
  std::vector<int> crossed_with;  ///< rows with which the report crosses it, by choice of the author

  /// The last row whose answer has a say in whether this one is asked (of a repeat also in how often): once
  /// the visitor has gone on from there it is settled. -1: no answer has a say. One that is in a repeat may
  /// be meant in the same turn.
  int decided_by = -1;

  /// Asked or shown on the screen, in contrast to what is computed (whatever its type), filled in by the
  /// machine or passed over.
  [[nodiscard]] bool is_shown() const;
  /// Counted when a visitor is told how many questions there are: not what is only read, and not what follows
  /// another question on its screen ("please say which"). The points that are divided over several numbers
  /// are one question: is_part_of_points().
  [[nodiscard]] bool is_counted() const;
  [[nodiscard]] bool is_container() const { return type == Type::group || type == Type::repeat; }
  /// A select that names the columns of those below it (appearance `label`) and asks nothing itself.
  [[nodiscard]] bool heads_table() const { return choice_style.table == ChoiceStyle::Table::heading; }
};

/// The records of a list by what they have in a column: value -> their indices, ascending.
using ColumnIndex = std::unordered_map<std::string, std::vector<std::uint32_t>>;
using ColumnIndexes = std::map<std::string, ColumnIndex, std::less<>>;  ///< by column

/// A picture or recording beside a form.
struct MediaFile {
  std::filesystem::path path;
  std::string hash;  ///< SHA-256, lower-case hex
};

struct Form {
  std::string id;  ///< form_id, or the file's stem
  std::string title;
  std::string version;  ///< "" when the form names none
  std::string hash;     ///< SHA-256 of the file and its attached data, lower-case hex: the form's identity
  std::string file;     ///< name of the file without folders, for messages
  std::string source;   ///< the file's bytes, kept in the store so that a store explains itself
  std::map<std::string, std::string> attachments;  ///< csv, xml, geojson beside the form: name -> bytes
  /// Pictures and recordings that the form names and that are there, by name. Not of a form that comes from
  /// a store, which keeps their hashes alone; and they are no part of the form's identity.
  std::map<std::string, MediaFile> media;
  std::vector<std::string>
      missing_files;  ///< named by the form and not there; a warning here, an error where a form goes out
  std::vector<Language> languages;  ///< in the order of the columns; empty when none is named; a
                                    ///< default_language without columns comes first
  int default_language = -1;        ///< index in `languages`, -1 when the settings name none
  /// Code of the language of the columns without one: the default language, or what their words tell of it;
  /// "" where they tell nothing.
  std::string plain_language;
  /// Index in `rows` of the question that the invitation asks (kiosk_first): a select_one of at most five
  /// choices that comes first and depends on nothing; -1 where it asks none.
  int first_question = -1;
  /// Row of the question that says where (kiosk_place): what all said is told by its choices; -1 for none.
  int place = -1;
  /// So many people have to have answered before a place is published (kiosk_results_least), 5 or more.
  int results_least = 10;
  /// Where maps begin (kiosk_map), and how close: zoom levels of Web Mercator tiles, 0 to 22. Nothing: where
  /// the map itself says.
  std::optional<GeoPoint> map_centre;
  std::optional<double> map_zoom;
  std::string round;  ///< kiosk_round, "2"; "" for none
  /// The regional core that this form follows (kiosk_core: "id version"), "" for none.
  std::string core_id, core_version;
  std::vector<Row> rows;  ///< the survey sheet in order, containers before what they hold
  /// Lists of the sheet choices by list_name ("<list> or_other" for the copy with "other" at its end), of the
  /// sheet external_choices as "external_choices/<list>", records of attached files by the file's name.
  std::map<std::string, std::vector<Choice>> choices;
  /// Of long lists, the columns that expressions filter by, so that nobody looks at 10,000 choices to find
  /// ten: key in `choices` -> indexes.
  std::map<std::string, ColumnIndexes> indexes;
  std::map<std::string, Text>
      settings_texts;  ///< our own translated settings: "kiosk_attract", "kiosk_intro", ...; of "kiosk_did"
                       ///< form/did.h reads the lines
  std::map<std::string, std::string> settings;  ///< every other setting, as written

  /// The words for `language` (an index in `languages`): chosen -> default_language -> unsuffixed column ->
  /// first; nullptr if none.
  [[nodiscard]] const Sentence* in_language(const Text& text, int language) const;
  /// Index of the language with this code or heading, or -1.
  [[nodiscard]] int language_of(std::string_view code) const;
  /// Whether the choices of a list (key in `choices`) are places: features of a .geojson, or shown on a map.
  [[nodiscard]] bool are_places(const std::string& list) const;
  /// Whether its number is a part of points that are divided (GroupStyle::points).
  [[nodiscard]] bool is_part_of_points(const Row& row) const;
  /// Index of the row with this path ("street/greenery"), or -1.
  [[nodiscard]] int row_of(std::string_view path) const;
  /// What instance('id') and pulldata('id', ...) read: the list "id", or the file id.csv, id.xml or
  /// id.geojson; nullptr if none.
  [[nodiscard]] const std::vector<Choice>* instance(std::string_view name) const;
};

/// The result of loading: a form when there is no error, and every problem found, in the file's order.
struct LoadedForm {
  std::unique_ptr<Form> form{};
  /// What could be read of a form with errors, so that further checks find what else is wrong with it; not to
  /// be asked. Null where there is no error.
  std::unique_ptr<Form> flawed{};
  std::vector<Problem> problems{};
  std::vector<std::string>
      sheets{};  ///< names as written, in the file's order: to put further problems in it
};

/// Reads, checks and compiles a form. The kind of file is known by its suffix. Never throws; a file that
/// cannot be read is a problem without a cell. Limits: see form/limits.h.
[[nodiscard]] LoadedForm load_form(const std::filesystem::path& path);

/// The same from bytes, as a store keeps them: `file` is the name without folders (its suffix says the kind),
/// `attachments` are name -> bytes. A store that an older version wrote may hold a form that this one finds
/// mistakes in.
[[nodiscard]] LoadedForm load_form_from_bytes(const std::string& file, std::string source,
                                              std::map<std::string, std::string> attachments);

/// How many questions (Row::is_counted) a visitor is asked: where answers decide that, between two numbers.
struct QuestionCount {
  int fewest = 0;
  int most = 0;
  bool open_ended = false;  ///< may be more than `most`: a repeat goes on as long as somebody wants
};

/// What a form asks of a visitor, before anything is answered.
struct Effort {
  QuestionCount questions;
  int minutes = 0;  ///< for `most` of them; rounded up, at least 1
};
[[nodiscard]] Effort effort_of(const Form& form);

/// Every letter of its texts and names of choices, once: what a machine must have fonts for.
[[nodiscard]] std::set<char32_t> letters_of(const Form& form);

/// "ltr" or "rtl" by ISO 639 code: Arabic, Persian, Hebrew, Urdu and the like are right-to-left.
[[nodiscard]] bool is_right_to_left(std::string_view language_code);

}  // namespace buurtpeil
