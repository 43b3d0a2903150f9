// The references of all expressions, once every name of the form is known.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"
#include "form/expression/references.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// Complaints about one use of names.
class Check {
 public:
  explicit Check(Loading& loading) : loading_(loading), form_(loading.form), index_(loading.form) {
    for (const Row& row : form_.rows) names_.push_back(row.name);
  }

  void use(const Use& use) {
    quoted(use);
    for (const Reference& reference : use.expression.references()) {
      if (reference.kind == Reference::Kind::question) question(use, reference.name, reference.offset);
      if (reference.kind == Reference::Kind::path && !reference.inside_predicate)
        path(use, reference.name, reference.offset);
      if (reference.kind == Reference::Kind::last_saved) {
        question(use, reference.name, reference.offset);
        loading_.problems.warning(use.cell,
                                  "a kiosk has no last saved answers: ${last-saved#...} is always empty");
      }
    }
  }

  /// What starts a calculation again must be something that a visitor changes.
  void trigger(const Use& use) {
    for (const Reference& reference : use.expression.references()) {
      if (reference.kind != Reference::Kind::question) continue;
      const std::vector<int> rows = index_.meant(reference.name, use.row);
      if (rows.size() != 1) {
        question(use, reference.name, reference.offset);
        continue;
      }
      const Row& row = form_.rows[rows.front()];
      if (row.is_container() || row.type == Type::calculate || row.type == Type::hidden)
        loading_.problems.error(
            use.cell, fmt::format("'{}' cannot be a trigger: no visitor sees or changes it", reference.name));
    }
  }

 private:
  /// A remark about what the expression names at `offset`. Where it is that name alone, the message has it
  /// already.
  void remark(Severity severity, const Use& use, const std::string& name, std::size_t offset,
              std::string message) {
    const std::string& source = use.expression.source();
    const bool alone = source.size() <= name.size() + std::string_view("${}").size();
    loading_.problems.add({.severity = severity,
                           .cell = use.cell,
                           .message = std::move(message),
                           .excerpt = alone ? "" : excerpt_of(source, offset)});
  }

  /// jr:choice-name(${tree}, '${tree}') names a question in quotes.
  void quoted(const Use& use) {
    const std::string& source = use.expression.source();
    if (!source.contains("choice-name")) return;
    for (std::size_t at = source.find("${"); at != std::string::npos; at = source.find("${", at + 1)) {
      const std::size_t end = source.find('}', at);
      if (end == std::string::npos) return;
      const bool in_quotes = at > 0 && end + 1 < source.size() && source[at - 1] == source[end + 1];
      if (in_quotes && (source[at - 1] == '\'' || source[at - 1] == '"'))
        question(use, source.substr(at + 2, end - at - 2), at);
    }
  }

  [[nodiscard]] bool is_about_the_response(const std::string& name) const {
    return (name == "instanceID" && !loading_.omits_instance_id) ||
           (name == "instanceName" && form_.settings.contains("instance_name"));
  }

  void question(const Use& use, const std::string& name, std::size_t offset) {
    if (is_about_the_response(name) || loading_.survey.heading("name") == nullptr) return;
    const std::vector<int> rows = index_.meant(name, use.row);
    if (rows.empty() && name == "instanceID") {
      remark(Severity::error, use, name, offset,
             "the response has no instanceID, because the settings have omit_instanceID");
    } else if (rows.empty()) {
      const std::string meant = loading_.suggest(name, names_);
      remark(Severity::error, use, name, offset, fmt::format("unknown question '{}'{}", name, meant));
    } else if (rows.size() > 1) {
      remark(Severity::error, use, name, offset,
             fmt::format("'{}' is the name of several questions ({} in {}, {} in {}), so that nobody knows "
                         "which one is meant; give them different names",
                         name, form_.rows[rows[0]].path, name_cell(rows[0]), form_.rows[rows[1]].path,
                         name_cell(rows[1])));
    }
  }

  [[nodiscard]] std::string name_cell(int row) const {
    return cell_name(loading_.survey.cell(GridRow{form_.rows[row].cell.row, {}}, "name"));
  }

  void path(const Use& use, const std::string& path, std::size_t offset) {
    if (path.starts_with('/')) {
      if (path.find('/', 1) == std::string::npos || path.ends_with('*') || index_.by_path(path, -1) >= 0)
        return;
      if (is_about_the_response(path.substr(path.rfind('/') + 1))) return;
      const std::string message = fmt::format("there is no question at '{}'{}", path,
                                              loading_.suggest(path.substr(path.rfind('/') + 1), names_));
      // Under another root than the form's own the reference converter does not look either.
      const bool own_root = path.starts_with("/" + loading_.root_name + "/");
      remark(own_root ? Severity::error : Severity::warning, use, path, offset, message);
    } else if (path.contains('/') && use.row >= 0) {
      relative_path(use, path, offset);
    }
  }

  /// "../gardn", "current()/../gardn"; in a choice_filter the first would begin at a choice.
  void relative_path(const Use& use, const std::string& path, std::size_t offset) {
    const std::string last = path.substr(path.rfind('/') + 1);
    const bool of_choice = loading_.is_in(use, "choice_filter") && !path.starts_with("current()");
    if (of_choice || !is_name(last) || path.contains('*') || is_about_the_response(last)) return;
    if (index_.by_path(path, use.row) < 0)
      remark(Severity::warning, use, path, offset,
             fmt::format("there is no question at '{}'{}", path, loading_.suggest(last, names_)));
  }

  Loading& loading_;
  const Form& form_;
  NameIndex index_;
  std::vector<std::string_view> names_;
};

}  // namespace

void check_references(Loading& loading) {
  Check check(loading);
  for (const Use& use : loading.uses) check.use(use);
  for (const Use& use : loading.triggers) check.trigger(use);
}

}  // namespace buurtpeil
