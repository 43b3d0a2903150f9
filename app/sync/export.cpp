#include "sync/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "sync/codebook.h"
#include "sync/columns.h"
#include "sync/csv.h"
#include "sync/csv_sheet.h"
#include "sync/file_names.h"
#include "sync/geojson_sheet.h"
#include "sync/merge.h"
#include "sync/stores.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

/// All files of one export, open until every one of them is safe under its temporary name.
class Export {
 public:
  Export(const ExportRequest& request, std::vector<StoreReader> stores, std::map<std::string, Versions> forms)
      : request_(request), stores_(std::move(stores)), forms_(std::move(forms)) {}

  std::expected<void, Error> write_form(const std::string& form_id, ExportReport& report) {
    const Versions& versions = forms_.at(form_id);
    std::vector<Table> tables = tables_of(versions.newest_first);
    std::vector<CsvSheet> sheets;
    auto written = write_sheets(form_id, tables, versions, sheets);
    if (written && !written->has_all_columns) {
      // Answers to questions that no readable version has: nothing that was answered is left out.
      sheets.clear();
      if (auto added = add_from_answers(form_id, tables); !added) return added;
      written = write_sheets(form_id, tables, versions, sheets);
    }
    if (!written) return std::unexpected(written.error());
    report.duplicates += written->duplicates;
    for (CsvSheet& sheet : sheets)
      if (auto finished = finish(std::move(sheet.file()), sheet.rows(), report); !finished) return finished;
    if (request_.geojson)
      if (auto places = write_places(form_id, tables, report); !places) return places;
    return write_codebook(form_id, tables, versions, report);
  }

  /// Gives every file its name. Only the disk failing right here can leave some renamed and some not; each is
  /// whole all the same.
  std::expected<void, Error> commit() {
    for (WholeFile& file : files_)
      if (auto committed = file.commit(); !committed) return committed;
    return sync_folder(request_.folder);
  }

 private:
  struct Written {
    bool has_all_columns = false;  ///< else an answer has none, and it stopped there
    std::int64_t duplicates = 0;
  };

  std::expected<Written, Error> write_sheets(const std::string& form_id, const std::vector<Table>& tables,
                                             const Versions& versions, std::vector<CsvSheet>& sheets) {
    for (const Table& table : tables) {
      auto sheet = CsvSheet::begin(path_of(form_id, table), table, request_.style);
      if (!sheet) return std::unexpected(sheet.error());
      sheets.push_back(std::move(*sheet));
    }
    auto merge = Merge::of(stores_, form_id);
    if (!merge) return std::unexpected(merge.error());
    Places places(tables);
    while (true) {
      const auto next = merge->next();
      if (!next) return std::unexpected(next.error());
      if (*next == nullptr) return Written{true, merge->duplicates()};
      const StoredResponse& response = **next;
      for (const StoredAnswer& answer : response.answers) {
        const auto place = places.of(answer.path);
        if (!place) return Written{};
        if (!merge->is_duplicate()) sheets[place->table].put(*place, answer.value);
      }
      if (merge->is_duplicate()) continue;
      const Form* form = versions.of(response.form_hash);
      for (CsvSheet& sheet : sheets)
        if (auto written = sheet.write(response, form); !written) return std::unexpected(written.error());
    }
  }

  /// In a reading of their own: few exports have them.
  std::expected<void, Error> write_places(const std::string& form_id, const std::vector<Table>& tables,
                                          ExportReport& report) {
    std::vector<std::vector<GeoJsonSheet>> sheets(tables.size());
    for (std::size_t table = 0; table < tables.size(); ++table)
      for (const std::size_t column : places_in(tables[table])) {
        std::string name = tables[table].columns[column].path;
        std::ranges::replace(name, '/', '-');
        auto sheet = GeoJsonSheet::begin(path_for(form_id + "-" + name, ".geojson"), tables[table], column);
        if (!sheet) return std::unexpected(sheet.error());
        sheets[table].push_back(std::move(*sheet));
      }
    auto merge = Merge::of(stores_, form_id);
    if (!merge) return std::unexpected(merge.error());
    Places places(tables);
    while (true) {
      const auto next = merge->next();
      if (!next) return std::unexpected(next.error());
      if (*next == nullptr) break;
      if (merge->is_duplicate()) continue;
      for (const StoredAnswer& answer : (*next)->answers)
        if (const auto place = places.of(answer.path))
          for (GeoJsonSheet& sheet : sheets[place->table]) sheet.put(*place, answer.value);
      for (auto& of_table : sheets)
        for (GeoJsonSheet& sheet : of_table)
          if (auto written = sheet.write(**next); !written) return written;
    }
    for (auto& of_table : sheets)
      for (GeoJsonSheet& sheet : of_table) {
        if (auto ended = sheet.end(); !ended) return ended;
        if (auto finished = finish(std::move(sheet.file()), sheet.features(), report); !finished)
          return finished;
      }
    return {};
  }

  std::expected<void, Error> add_from_answers(const std::string& form_id, std::vector<Table>& tables) {
    for (const StoreReader& store : stores_) {
      auto cursor = store.cursor(form_id);
      if (!cursor) return std::unexpected(cursor.error());
      while (true) {
        const auto response = cursor->next();
        if (!response) return std::unexpected(response.error());
        if (*response == nullptr) break;
        for (const StoredAnswer& answer : (*response)->answers) add_missing(tables, spot_of(answer.path));
      }
    }
    return {};
  }

  std::expected<void, Error> write_codebook(const std::string& form_id, const std::vector<Table>& tables,
                                            const Versions& versions, ExportReport& report) {
    auto file = WholeFile::begin(path_for(form_id, ".codebook.csv"));
    if (!file) return std::unexpected(file.error());
    if (request_.style.layout == Layout::excel)
      if (auto written = file->write(byte_order_mark); !written) return written;
    const auto lines = codebook_lines(tables, versions.newest_first, request_.style);
    for (const std::string& line : lines)
      if (auto written = file->write(line); !written) return written;
    return finish(std::move(*file), static_cast<std::int64_t>(lines.size()) - 1, report);
  }

  /// The same for the same table, however often it is asked for.
  const fs::path& path_of(const std::string& form_id, const Table& table) {
    fs::path& path = paths_[{form_id, table.repeat}];
    const std::string repeat =
        table.repeat.substr(table.repeat.rfind('/') + 1);  // whole where there is no slash
    if (path.empty()) path = path_for(form_id + (repeat.empty() ? "" : "-" + repeat), ".csv");
    return path;
  }

  fs::path path_for(const std::string& stem, const std::string& suffix) {
    const bool trial = stores_.front().kind() == StoreKind::trial;
    return request_.folder / names_.take(stem, (trial ? ".trial" : "") + suffix);
  }

  std::expected<void, Error> finish(WholeFile file, std::int64_t rows, ExportReport& report) {
    if (auto synced = file.sync(); !synced) return synced;
    report.files.push_back({file.path(), rows});
    files_.push_back(std::move(file));
    return {};
  }

  const ExportRequest& request_;
  std::vector<StoreReader> stores_;
  std::map<std::string, Versions> forms_;
  FileNames names_;
  std::map<std::pair<std::string, std::string>, fs::path> paths_;  ///< by form_id and repeat
  std::vector<WholeFile> files_;                                   ///< written and synced, not yet named
};

std::expected<void, Error> check_language(const std::string& code,
                                          const std::map<std::string, Versions>& forms) {
  if (code.empty()) return {};
  std::string known;
  for (const auto& [form_id, versions] : forms) {
    for (const Form* form : versions.newest_first) {
      if (form->language_of(code) >= 0) return {};
      for (const Language& language : form->languages) known += " " + language.code;
    }
  }
  return std::unexpected(
      Error{fmt::format("--excel {}: no form in these stores has that language; they have:{}", code,
                        known.empty() ? " none" : known)});
}

}  // namespace

std::expected<ExportReport, Error> export_stores(const ExportRequest& request, const FormLoader& load) {
  ExportReport report;
  auto stores = open_all(request.stores);
  if (!stores) return std::unexpected(stores.error());
  auto forms = versions_in(*stores, load, report.warnings);
  if (!forms) return std::unexpected(forms.error());
  if (auto known = check_language(request.style.language, *forms); !known)
    return std::unexpected(known.error());
  std::vector<std::string> form_ids;
  for (const auto& [form_id, versions] : *forms) form_ids.push_back(form_id);

  std::error_code code;
  fs::create_directories(request.folder, code);
  if (code)
    return std::unexpected(Error{fmt::format("{}: cannot be made ({}); choose another folder",
                                             request.folder.string(), code.message())});
  Export all{request, std::move(*stores), std::move(*forms)};
  for (const std::string& form_id : form_ids)
    if (auto written = all.write_form(form_id, report); !written) return std::unexpected(written.error());
  if (auto committed = all.commit(); !committed) return std::unexpected(committed.error());
  return report;
}

Outcome run_export(const ExportRequest& request) {
  const auto report = export_stores(request, load_kept_form);
  if (!report) return {.exit_code = 1, .out = "", .err = report.error().message + "\n"};
  Outcome outcome;
  for (const std::string& warning : report->warnings) outcome.err += warning + "\n";
  for (const ExportedFile& file : report->files)
    outcome.out += fmt::format("{}: {} rows\n", file.path.string(), file.rows);
  if (report->duplicates > 0)
    outcome.out +=
        fmt::format("{} responses were in more than one store and are exported once\n", report->duplicates);
  return outcome;
}

}  // namespace buurtpeil::sync
