// What the export's tests share: forms in code, stores made of lines, and the exported files as text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/fixture.h"
#include "sync/export.h"

namespace buurtpeil::test {

using namespace buurtpeil::sync;

/// The export's columns after those of the questions, with the line's end.
inline const std::string fixed_columns =
    "meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,"
    "DeviceID,Edits,"
    "FormVersion,buurtpeil-status,buurtpeil-language,buurtpeil-kiosk,buurtpeil-occasion,buurtpeil-started,"
    "buurtpeil-finished,"
    "buurtpeil-seconds,buurtpeil-doubt\r\n";

inline Text words(std::map<std::string, std::string> by_language) {
  Text text;
  for (auto& [heading, phrase] : by_language) text.by_language[heading] = {Piece{phrase, std::nullopt}};
  return text;
}

inline Row question(Type type, const std::string& path, std::map<std::string, std::string> label = {},
                    const std::string& list = "") {
  Row row;
  row.type = type;
  row.path = path;
  row.name = path.substr(path.rfind('/') + 1);
  row.label = words(std::move(label));
  row.list = list;
  return row;
}

inline Choice choice(const std::string& name, std::map<std::string, std::string> label) {
  Choice made;
  made.name = name;
  made.label = words(std::move(label));
  return made;
}

/// Sets parent and end of every row by the paths of the containers.
inline void nest(Form& form) {
  for (std::size_t i = 0; i < form.rows.size(); ++i) {
    form.rows[i].end = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < i; ++j) {
      if (!form.rows[j].is_container() || !form.rows[i].path.starts_with(form.rows[j].path + "/")) continue;
      form.rows[i].parent = static_cast<int>(j);
      form.rows[j].end = static_cast<int>(i) + 1;
    }
  }
}

/// Loads forms by their hash from what the test prepared, as if they were read from their source.
inline FormLoader loader(std::vector<Form> forms) {
  return [forms = std::move(forms)](const KeptForm& kept) {
    LoadedForm loaded;
    for (const Form& form : forms)
      if (form.hash == kept.hash) loaded.form = std::make_unique<Form>(form);
    return loaded;
  };
}

/// A store with these responses, made anew.
inline std::filesystem::path store_of(const std::filesystem::path& path, const std::vector<Form>& forms,
                                      const std::vector<Response>& responses,
                                      StoreKind kind = StoreKind::real) {
  Store store = opened(path, kind);
  for (std::size_t i = 0; i < forms.size(); ++i)
    REQUIRE_OK(store.keep_form(forms[i], at(static_cast<std::int64_t>(i))));
  for (const Response& response : responses) REQUIRE_OK(store.save(response));
  return path;
}

inline Response answering(const Form& form, int number, std::vector<std::pair<std::string, Answer>> answers) {
  Response response = response_to(form, number);
  response.answers = std::move(answers);
  return response;
}

inline Answer value(std::string text) { return {std::move(text), Absence::none}; }

/// What was said of the files in a folder, which has another name on every run.
inline std::string without(const Folder& folder, std::string said) {
  const std::string prefix = (folder / "").string();
  for (std::size_t at = 0; (at = said.find(prefix, at)) != std::string::npos;) said.erase(at, prefix.size());
  return said;
}

/// The names of the files in a folder, hidden ones too, each followed by a space.
inline std::string files_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  std::string text;
  for (const std::string& name : names) text += name + " ";
  return text;
}

inline ExportReport exported(const ExportRequest& request, const FormLoader& load) {
  auto report = export_stores(request, load);
  if (!report) FAIL(report.error().message);
  return std::move(*report);
}

}  // namespace buurtpeil::test
