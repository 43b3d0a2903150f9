// check_lookups: that the columns which expressions look up are in the file or list that they name. A column
// that is not there is always empty, without a word on the screen.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"
#include "form/expression/functions.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

class Lookups {
 public:
  explicit Lookups(Loading& loading) : loading_(loading) {}

  void look_at(const Use& use) {
    use_ = &use;
    look_at(use.expression.syntax());
  }

 private:
  void look_at(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::call && syntax.function->name == "pulldata") pulldata(syntax);
    if (syntax.kind == SyntaxKind::path && syntax.start == PathStart::expression) instance_path(syntax);
    for (const Syntax& part : syntax.parts) look_at(part);
    for (const Step& step : syntax.steps)
      for (const Syntax& predicate : step.predicates) look_at(predicate);
  }

  /// pulldata('streets', 'name', 'code', ${code})
  void pulldata(const Syntax& call) {
    if (call.parts.front().kind != SyntaxKind::text) return;
    const std::string file = call.parts.front().text + ".csv";
    for (const std::size_t argument : {1U, 2U})
      if (call.parts[argument].kind == SyntaxKind::text)
        column(file, call.parts[argument].text, call.parts[argument].offset);
  }

  /// instance('streets')/root/item[code = ${code}]/name
  void instance_path(const Syntax& path) {
    const Syntax& start = path.parts.front();
    if (start.kind != SyntaxKind::call || start.function->name != "instance" ||
        start.parts.front().kind != SyntaxKind::text)
      return;
    const std::string& id = start.parts.front().text;
    const std::string source = source_of(id), file = file_of(id);
    if (!file.empty() && source == id)
      return add(
          start.parts.front().offset,
          fmt::format("'{}' is a list of the sheet choices and the file '{}' as well; rename one, so that "
                      "it is known which is meant",
                      id, file));
    if (source.empty() || path.steps.size() < 2 || path.steps[1].name != "item") return;
    for (const Syntax& predicate : path.steps[1].predicates) bare_names(source, predicate);
    if (path.steps.size() >= 3 && path.steps[2].axis == Axis::child)
      column(source, path.steps[2].name, path.offset);
  }

  /// Names of columns in what is asked of each record.
  void bare_names(const std::string& source, const Syntax& syntax) {
    const bool bare = syntax.kind == SyntaxKind::path && syntax.start == PathStart::context &&
                      syntax.steps.size() == 1 && syntax.steps.front().axis == Axis::child;
    if (bare) column(source, syntax.steps.front().name, syntax.offset);
    for (const Syntax& part : syntax.parts) bare_names(source, part);
  }

  /// The list or the file that instance() reads: the key in Form::choices.
  [[nodiscard]] std::string source_of(const std::string& instance) const {
    for (const char* suffix : {"", ".csv", ".xml", ".geojson"})
      if (loading_.form.choices.contains(instance + suffix)) return instance + suffix;
    return "";
  }

  [[nodiscard]] std::string file_of(const std::string& instance) const {
    for (const char* suffix : {".csv", ".xml", ".geojson"})
      if (loading_.attached_files.contains(instance + suffix)) return instance + suffix;
    return "";
  }

  /// Of a list the headings of the sheet and what each choice has; of a file its own columns.
  [[nodiscard]] std::vector<std::string> columns_of(const std::string& source) const {
    if (const auto file = loading_.attached_files.find(source); file != loading_.attached_files.end())
      return file->second.columns;
    std::vector<std::string> columns = {"name", "label"};
    for (const Heading& heading : loading_.choices.headings)
      if (!heading.known) columns.push_back(heading.column);
    return columns;
  }

  void column(const std::string& source, const std::string& name, std::size_t offset) {
    if (!loading_.form.choices.contains(source) || name == "*") return;
    const std::vector<std::string> columns = columns_of(source);
    if (std::ranges::find(columns, name) != columns.end()) return;
    const std::string meant = loading_.suggest(name, {columns.begin(), columns.end()});
    const char* what = loading_.attached_files.contains(source) ? "file" : "list";
    add(offset, fmt::format("the {} '{}' has no column '{}'{}", what, source, name,
                            meant.empty() ? fmt::format("; it has {}", fmt::join(columns, ", ")) : meant));
  }

  void add(std::size_t offset, std::string message) {
    loading_.problems.add({.cell = use_->cell,
                           .message = std::move(message),
                           .excerpt = excerpt_of(use_->expression.source(), offset)});
  }

  Loading& loading_;
  const Use* use_ = nullptr;  ///< that is being looked at
};

}  // namespace

void check_lookups(Loading& loading) {
  Lookups lookups(loading);
  for (const Use& use : loading.uses) lookups.look_at(use);
}

}  // namespace buurtpeil
