// check_bare_names: words without ${} or quotation marks. To XPath they are paths to something inside of the
// question, which has nothing inside: always empty, so that `${garden} = yes` never holds. A mistake of
// everybody's, and the reference converter lets it pass; here it is a warning.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"
#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// What people write for yes and no in columns that ODK reads in English only.
constexpr std::array<std::string_view, 25> words_for_yes = {
    "ja",          "j",           "y",        "x",       "v",
    "ok",          "verplicht",   "required", "require", "need",
    "needed",      "mandatory",   "waar",     "wahr",    "pflicht",
    "vrai",        "oui",         "si",       "sí",      "verpflichtend",
    "obligatoire", "obligatorio", "evet",     "tak",     "так"};
constexpr std::array<std::string_view, 14> words_for_no = {
    "nee",    "n",    "non",        "nein",  "optional", "optioneel", "onwaar",
    "falsch", "faux", "facultatif", "hayır", "nie",      "ні",        "none"};

constexpr std::array<std::string_view, 7> words_for_nothing = {"null", "nil",       "empty",  "blank",
                                                               "leeg", "undefined", "nothing"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, lower_case(word)) != words.end();
}

/// A step to a child, alone: "yes".
bool is_bare_name(const Syntax& syntax) {
  return syntax.kind == SyntaxKind::path && syntax.start == PathStart::context && syntax.steps.size() == 1 &&
         syntax.steps.front().axis == Axis::child && syntax.steps.front().name != "*";
}

class BareNames {
 public:
  explicit BareNames(Loading& loading) : loading_(loading), form_(loading.form), index_(loading.form) {
    for (const Row& row : form_.rows) names_.insert(row.name);
  }

  void look_at(const Use& use) {
    use_ = &use;
    in_filter_ = loading_.is_in(use, "choice_filter") && is_select(form_.rows[use.row].type);
    const Syntax& root = use.expression.syntax();
    const bool is_truth = loading_.is_in(use, "required") || loading_.is_in(use, "read_only") ||
                          loading_.is_in(use, "relevant") || loading_.is_in(use, "constraint");
    if (is_truth && root.kind == SyntaxKind::text)
      quoted_truth(root);
    else if (is_truth && is_bare_name(root) && !names_.contains(root.steps.front().name))
      word_for_truth(root.steps.front().name);
    else
      look_at(root, nullptr);
  }

  /// "{age}" and "$(age)" in words that people see.
  void look_at(const Text& text, const Cell& cell) {
    for (const auto& [language, sentence] : text.by_language)
      for (const Piece& piece : sentence)
        for (std::size_t open = piece.words.find_first_of("{("); open != std::string::npos;
             open = piece.words.find_first_of("{(", open + 1)) {
          const bool round = piece.words[open] == '(';
          const std::size_t end = piece.words.find(round ? ')' : '}', open);
          if (end == std::string::npos || (round && (open == 0 || piece.words[open - 1] != '$'))) continue;
          const std::string name(trimmed(piece.words.substr(open + 1, end - open - 1)));
          if (names_.contains(name))
            loading_.problems.warning(
                cell,
                fmt::format("'{}' is shown as it stands there; for the answer write ${{{}}}",
                            piece.words.substr(open - (round ? 1 : 0), end + 1 - open + (round ? 1 : 0)),
                            name));
        }
  }

 private:
  /// `partner`: what it is compared with, or looked for in.
  void look_at(const Syntax& syntax, const Syntax* partner) {
    if (is_bare_name(syntax)) return bare_name(syntax, partner);
    const bool compares = syntax.kind >= SyntaxKind::equal && syntax.kind <= SyntaxKind::greater_or_equal;
    const bool looks_for = syntax.kind == SyntaxKind::call && syntax.function->name == "selected";
    for (std::size_t i = 0; i < syntax.parts.size(); ++i) {
      if (syntax.kind == SyntaxKind::filter && i > 0) break;  // inside are the columns of a list
      look_at(syntax.parts[i], compares || looks_for ? &syntax.parts[1 - i] : nullptr);
    }
  }

  void bare_name(const Syntax& syntax, const Syntax* partner) {
    const std::string& name = syntax.steps.front().name;
    if (in_filter_) return column_of_list(name, syntax.offset);
    const Row& row = form_.rows[use_->row];
    if (row.is_container() && index_.by_path(name, use_->row) >= 0) return;
    const Function* function = function_named(lower_case(name));
    if (partner != nullptr && is_choice_of(*partner, name))
      warn(syntax.offset, without_marks(name));
    else if (names_.contains(name))
      warn(syntax.offset, fmt::format("'{0}' without ${{}} is always empty here; write ${{{0}}}", name));
    else if (partner != nullptr && is_among(name, words_for_nothing))
      warn(syntax.offset,
           fmt::format(
               "{} names nothing; to ask whether there is an answer compare with '': two quotation marks",
               name));
    else if (function != nullptr && function->least == 0)
      warn(syntax.offset,
           fmt::format("{} without brackets names nothing and is always empty; did you mean {}()?", name,
                       function->name));
    else
      warn(syntax.offset, without_marks(name));
  }

  static std::string without_marks(const std::string& word) {
    return fmt::format("{0} without quotation marks names nothing and is always empty; did you mean '{0}'?",
                       word);
  }

  /// required = ja
  void word_for_truth(const std::string& word) {
    const bool states = loading_.is_in(*use_, "required") || loading_.is_in(*use_, "read_only");
    std::string advice = states ? "write yes or no, or a condition, as in ${age} > 17"
                                : "write a condition, as in ${age} > 17";
    if (is_among(word, words_for_yes)) advice = "write yes";
    if (is_among(word, words_for_no)) advice = "write no";
    warn(0, fmt::format("'{}' means nothing here and counts as no; {}", word, advice));
  }

  /// required = 'no'
  void quoted_truth(const Syntax& words) {
    if (yes_or_no(words.text) == false || is_among(words.text, words_for_no))
      warn(0, fmt::format("'{}' in quotation marks counts as yes, as every text does; write no without them",
                          words.text));
  }

  [[nodiscard]] bool is_choice_of(const Syntax& question, const std::string& name) const {
    if (question.kind != SyntaxKind::reference) return false;
    const std::vector<int> rows = index_.meant(question.text, use_->row);
    if (rows.size() != 1) return false;
    const auto list = form_.choices.find(form_.rows[rows.front()].list);
    return list != form_.choices.end() &&
           std::ranges::find(list->second, name, &Choice::name) != list->second.end();
  }

  /// In a choice_filter a name is a column of the list.
  void column_of_list(const std::string& name, std::size_t offset) {
    const Row& row = form_.rows[use_->row];
    const auto list = form_.choices.find(row.list);
    if (row.list.starts_with("${") || list == form_.choices.end() || list->second.empty() || name == "name" ||
        name == "label")
      return;
    const std::vector<std::string_view> known = columns_of(row.list, list->second.front());
    if (std::ranges::find(known, name) != known.end()) return;
    const std::string meant = loading_.suggest(name, known);
    const std::string advice = names_.contains(name) ? fmt::format("; write ${{{}}} for the question", name)
                               : meant.empty() ? fmt::format("; write '{}' in quotes for the word", name)
                                               : meant;
    const auto file = std::ranges::find(loading_.file_lists, row.list, &FileList::key);
    if (file != loading_.file_lists.end())
      return add(Severity::error, offset,
                 fmt::format("the file '{}' has no column '{}'{}", file->file, name, advice));
    warn(offset, fmt::format("the list '{}' has no column '{}'{}", row.list, name, advice));
  }

  /// A sheet's headings are the same for all of its lists; a file's records have all of its columns.
  [[nodiscard]] std::vector<std::string_view> columns_of(const std::string& list, const Choice& first) const {
    std::vector<std::string_view> columns;
    const bool external = list.starts_with("external_choices/");
    const SheetTable& table = external ? loading_.external_choices : loading_.choices;
    if (external || first.cell.sheet == table.sheet)
      for (const Heading& heading : table.headings) columns.push_back(heading.column);
    else
      for (const auto& [column, value] : first.columns) columns.push_back(column);
    return columns;
  }

  void warn(std::size_t offset, std::string message) { add(Severity::warning, offset, std::move(message)); }
  /// A cell that is one word needs no excerpt.
  void add(Severity severity, std::size_t offset, std::string message) {
    const std::string& source = use_->expression.source();
    const bool alone = source.find_first_of(" =<>(+*|") == std::string::npos;
    loading_.problems.add({.severity = severity,
                           .cell = use_->cell,
                           .message = std::move(message),
                           .excerpt = alone ? "" : excerpt_of(source, offset)});
  }

  Loading& loading_;
  const Form& form_;
  NameIndex index_;
  std::set<std::string_view> names_;
  const Use* use_ = nullptr;  ///< that is being looked at
  bool in_filter_ = false;    ///< it is the choice_filter of a select
};

}  // namespace

void check_bare_names(Loading& loading) {
  BareNames names(loading);
  for (const Use& use : loading.uses)
    if (use.row >= 0) names.look_at(use);
  for (const Row& row : loading.form.rows) {
    const auto cell = [&](const char* column) {
      return loading.survey.cell(GridRow{row.cell.row, {}}, column);
    };
    names.look_at(row.label, cell("label"));
    names.look_at(row.hint, cell("hint"));
  }
}

}  // namespace buurtpeil
