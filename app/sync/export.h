// buurtpeil-sync export: the responses of one or more stores as CSV, a file a form, with a codebook beside
// each. What the columns and cells are is written in columns.h and cells.h. Streams: memory does not grow
// with the number of responses. Nothing here asks for the time, and nothing is evaluated: the same stores
// give the same bytes. A namespace of its own: sheets and tables are something else in app/form.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "form/error.h"
#include "form/form.h"
#include "store/store.h"
#include "sync/cells.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

struct ExportRequest {
  std::vector<std::filesystem::path> stores;
  std::filesystem::path folder;  ///< made when it is not there
  Style style;
  bool geojson = false;  ///< the places of each question too
};

struct ExportedFile {
  std::filesystem::path path;
  std::int64_t rows = 0;  ///< without header rows
};

struct ExportReport {
  std::vector<ExportedFile> files;
  std::int64_t duplicates = 0;        ///< responses left out because another store has the same key
  std::vector<std::string> warnings;  ///< forms that this version cannot read
};

/// How a kept form becomes a Form; the program's own is load_kept_form.
using FormLoader = std::function<LoadedForm(const KeptForm&)>;
[[nodiscard]] LoadedForm load_kept_form(const KeptForm& kept);

/// The verb: exports and says which files there are now.
[[nodiscard]] Outcome run_export(const ExportRequest& request);

/// Writes <form_id>.csv, <form_id>-<repeat>.csv and <form_id>.codebook.csv for every form kept in the stores
/// and with `geojson` <form_id>-<question>.geojson for each question about places
/// (<form_id>.trial.csv and so on for trial stores; trial and real stores together are an error). All files
/// or, after an error, none.
[[nodiscard]] std::expected<ExportReport, Error> export_stores(const ExportRequest& request,
                                                               const FormLoader& load);

}  // namespace buurtpeil::sync
