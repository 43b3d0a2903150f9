// buurtpeil-sync: the tool at the desk. This file is the list of its verbs; each has a file of its own.
// Exit codes: 0 done, 1 something went wrong (said on standard error), 2 the command line makes no sense.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "sync/export.h"

namespace {

using namespace buurtpeil;
using namespace buurtpeil::sync;

int run_export(const ExportRequest& request) {
  const auto report = export_stores(request, load_kept_form);
  if (!report) {
    fmt::print(stderr, "{}\n", report.error().message);
    return 1;
  }
  for (const std::string& warning : report->warnings) fmt::print(stderr, "{}\n", warning);
  for (const ExportedFile& file : report->files) fmt::print("{}: {} rows\n", file.path.string(), file.rows);
  if (report->duplicates > 0)
    fmt::print("{} responses were in more than one store and are exported once\n", report->duplicates);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app{"buurtpeil-sync: gets the answers out of a kiosk's store"};
  app.require_subcommand(1);

  ExportRequest request;
  bool raw = false;
  CLI::App* verb = app.add_subcommand(
      "export", "Writes the responses of one or more stores as CSV, a file a form, with a codebook");
  verb->add_option("STORE", request.stores,
                   "the stores; a response that several of them have is exported once")
      ->required();
  verb->add_option("--to", request.folder, "the folder for the files; made when it is not there")->required();
  CLI::Option* excel = verb->add_option("--excel", request.style.language,
                                        "for Dutch Excel: semicolons, decimal commas, labels instead of "
                                        "names, the questions as a second "
                                        "header row; in the language with this code, else the form's own")
                           ->type_name("[LANGUAGE]")
                           ->expected(0, 1);
  verb->add_flag("--raw", raw, "no ' before cells that a spreadsheet program would run as a formula");
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (excel->count() > 0) request.style.layout = Layout::excel;
  if (raw) request.style.guard = Guard::off;
  return run_export(request);
}
