// buurtpeil-sync: the tool at the desk. This file is the list of its verbs; each has a file of its own.
// Exit codes: 0 done, 1 something went wrong (said on standard error), 2 the command line makes no sense;
// copy has one of its own, copy_folder.h.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "form/expression/date.h"
#include "form/last_resort.h"
#include "form/suggestion.h"
#include "store/private_memory.h"
#include "sync/check.h"
#include "sync/check_theme.h"
#include "sync/copy_folder.h"
#include "sync/eval.h"
#include "sync/export.h"
#include "sync/ideas.h"
#include "sync/new_form.h"
#include "sync/outcome.h"
#include "sync/report.h"
#include "sync/results_verb.h"
#include "sync/try.h"

namespace {

using namespace buurtpeil;
using namespace buurtpeil::sync;

/// What the chosen verb does once the command line is understood.
using Action = std::function<Outcome()>;

Moment now() {
  using namespace std::chrono;
  const std::int64_t unix_ms = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  return {unix_ms, zone_offset_at(unix_ms / 1000), 0};
}

void add_check(CLI::App& program, Action& action) {
  CLI::App* verb =
      program.add_subcommand("check", "Says everything that is wrong with forms, or with a house style");
  auto request = std::make_shared<CheckRequest>();
  auto theme = std::make_shared<std::filesystem::path>();
  CLI::Option* forms = verb->add_option("FORM", request->forms, "the forms: .xlsx, .csv or .md");
  CLI::Option* deploy = verb->add_flag_callback(
      "--deploy", [request] { request->strictness = Strictness::deployment; },
      "before it goes out: nothing missing, nothing doubtful, nothing too long to read");
  verb->add_flag_callback(
      "--all", [request] { request->listing = Listing::all; },
      "every problem, also more than 20 of one kind");
  CLI::Option* core =
      verb->add_option("--core", request->core,
                       "a form that they follow: they ask its questions unchanged, beside questions of their "
                       "own where it has room for them")
          ->type_name("FILE");
  verb->add_option("--theme", *theme,
                   "instead of forms a house style: our .toml, a .css with custom properties or a .json with "
                   "design tokens; says what is found in it, and which colours are moved for contrast")
      ->type_name("FILE")
      ->excludes(forms)
      ->excludes(deploy)
      ->excludes(core);
  verb->callback([request, theme, &action] {
    if (theme->empty() && request->forms.empty()) throw CLI::RequiredError("FORM");
    action = [request, theme] { return theme->empty() ? check_forms(*request) : check_theme(*theme); };
  });
}

void add_copy(CLI::App& program, Action& action) {
  CLI::App* verb =
      program.add_subcommand("copy", "Copies a store, and the CSV of its responses, to a new folder");
  auto request = std::make_shared<CopyRequest>();
  verb->add_option("STORE", request->store, "the store, which may be in use")->required();
  verb->add_option("--to", request->folder, "the new folder; it appears when everything is there")
      ->required();
  verb->add_option("--name", request->name, "of the store's copy; else the store's own")->type_name("NAME");
  verb->add_flag_callback("--store-only", [request] { request->with_csv = false; }, "no CSV");
  verb->callback([request, &action] { action = [request] { return copy_to_folder(*request); }; });
}

void add_eval(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand("eval", "Says the value of an expression, as 'number 5'");
  auto source = std::make_shared<std::string>();
  verb->add_option("EXPRESSION", *source, "as in a form, without ${...}")->required();
  verb->callback([source, &action] { action = [source] { return evaluate(*source, now()); }; });
}

void add_export(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand(
      "export", "Writes the responses of one or more stores as CSV, a file a form, with a codebook");
  auto request = std::make_shared<ExportRequest>();
  verb->add_option("STORE", request->stores,
                   "the stores; a response that several of them have is exported once")
      ->required();
  verb->add_option("--to", request->folder, "the folder for the files; made when it is not there")
      ->required();
  CLI::Option* excel =
      verb->add_option(
              "--excel", request->style.language,
              "for Dutch Excel: semicolons, decimal commas, labels instead of names, what people were "
              "asked first; in the language with this code, else the form's own")
          ->type_name("[LANGUAGE]")
          ->expected(0, 1);
  verb->add_flag_callback(
      "--raw", [request] { request->style.guard = Guard::off; },
      "no ' before cells that a spreadsheet program would run as a formula");
  verb->add_flag("--geojson", request->geojson,
                 "the places of each question about places too, as .geojson: for programs that draw maps");
  verb->callback([request, excel, &action] {
    if (excel->count() > 0) request->style.layout = Layout::excel;
    action = [request] { return run_export(*request); };
  });
}

void add_ideas(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand(
      "ideas", "Writes the open answers to a question for a person to read, shorten and release");
  auto request = std::make_shared<IdeasRequest>();
  verb->add_option("STORE", request->stores, "the stores; a response that several of them have counts once")
      ->required();
  verb->add_option("--question", request->question, "the name of a text question")
      ->required()
      ->type_name("NAME");
  verb->add_option("--to", request->file,
                   "the file, ending in .csv; what a person did in it is kept, and what is new comes last")
      ->required()
      ->type_name("FILE");
  verb->add_option("--form", request->form_id, "its form_id, where several forms have such a question")
      ->type_name("ID");
  verb->add_flag("--excel", request->for_excel, "a new file has semicolons, as Dutch Excel opens them");
  verb->callback([request, &action] { action = [request] { return collect_ideas(*request); }; });
}

void add_new(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand("new", "Writes a form to begin with, as a workbook with comments");
  auto path = std::make_shared<std::filesystem::path>(), core = std::make_shared<std::filesystem::path>();
  verb->add_option("OUT", *path, "its name, ending in .xlsx; an existing file is left alone")->required();
  verb->add_option("--core", *core,
                   "a form that it is to follow: its questions are there, locked, with places for own ones")
      ->type_name("FILE");
  verb->callback([path, core, &action] {
    action = [path, core] {
      return core->empty() ? write_new_form(*path) : write_form_of_core(*core, *path);
    };
  });
}

/// Which round is counted, where stores are read.
void add_round(CLI::App& verb, RoundRequest& round) {
  verb.add_option("--form", round.form_id, "form_id, where the stores have results of several");
  verb.add_option("--round", round.round, "kiosk_round; else that of the newest version");
  verb.add_option("--municipality", round.municipality, "who asked, as in kiosk.toml");
  verb.add_flag("--closed", round.closed,
                "the round is over at all these kiosks: who still waits for others is published too, and the "
                "crossings of kiosk_with are");
}

void add_results(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand(
      "results", "Writes what all said in a round, as a file in which nobody can be found");
  auto request = std::make_shared<ResultsRequest>();
  verb->add_option("STORE_OR_RESULTS", request->inputs,
                   "stores, whose responses count once; results files (.json) of other kiosks")
      ->required();
  verb->add_option("--to", request->to, "the file: <form_id>.results.json")->required();
  add_round(*verb, request->round);
  verb->callback([request, &action] { action = [request] { return write_results(*request); }; });
}

void add_report(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand(
      "report", "Writes what all said as one page for people, to read on a screen or on paper");
  auto request = std::make_shared<ReportRequest>();
  verb->add_option("STORE_OR_RESULTS", request->inputs,
                   "stores, whose responses count once; results files (.json) of other kiosks")
      ->required();
  verb->add_option("--to", request->to, "the page, an .html file")->type_name("FILE.html")->required();
  verb->add_option("--language", request->language,
                   "its code, as in 'nl'; else the one in which the form says most")
      ->type_name("CODE");
  verb->add_option("--compare", request->compared,
                   "results files to hold beside it: another round, or other municipalities with the same "
                   "core; as often as there are any")
      ->type_name("FILE")
      ->allow_extra_args(false);
  verb->add_option("--theme", request->theme, "a house style, as 'check --theme' reads it")
      ->type_name("FILE");
  add_round(*verb, request->round);
  verb->callback([request, &action] { action = [request] { return write_report(*request); }; });
}

void add_try(CLI::App& program, Action& action) {
  CLI::App* verb = program.add_subcommand(
      "try", "Walks a form with answers, and shows what is asked and what would be exported");
  auto request = std::make_shared<TryRequest>();
  verb->add_option("FORM", request->form, "the form: .xlsx, .csv or .md")->required();
  verb->add_option("--language", request->language, "its code, as in 'nl'");
  auto texts = std::make_shared<std::vector<std::string>>();
  CLI::Option* answer =
      verb->add_option("--answer", *texts,
                       "'NAME=VALUE', in repeats 'place[2]/name=x'; as often as there are answers")
          ->type_name("NAME=VALUE")
          ->allow_extra_args(false);
  CLI::Option* back =
      verb->add_option(
              "--back", *texts,
              "from the last screen so many screens back, or to a question; the answers after it are "
              "given from there on, so that what depends on a changed answer can be seen")
          ->type_name("COUNT|NAME")
          ->allow_extra_args(false);
  verb->add_option("--explain", request->explain, "says why this question was or was not asked")
      ->type_name("NAME");
  verb->callback([request, texts, verb, answer, back, &action] {
    request->now = now();
    // As they stand on the command line, one after the other.
    std::size_t answers = 0, backs = 0;
    for (const CLI::Option* option : verb->parse_order()) {
      if (option == answer)
        request->steps.push_back({TryStep::Kind::answer, option->results().at(answers++)});
      if (option == back) request->steps.push_back({TryStep::Kind::back, option->results().at(backs++)});
    }
    action = [request, texts] { return try_form(*request); };
  });
}

/// "unknown verb 'chek'; did you mean 'check'?"
std::string unknown(const char* what, const std::string& word, const std::vector<std::string>& known) {
  const std::string meant = did_you_mean(word, std::vector<std::string_view>(known.begin(), known.end()));
  return fmt::format("unknown {} '{}'{}", what, word, meant.empty() ? "; --help lists them" : meant);
}

/// One sentence about a word that no verb or option has, with the nearest that is one; "" when all are known.
std::string unknown_word(const CLI::App& program, const std::vector<std::string>& words) {
  if (words.empty()) return "say what to do; --help lists the verbs";
  const CLI::App* verb = nullptr;
  std::vector<std::string> verbs, options;
  for (const CLI::App* each : program.get_subcommands([](const CLI::App*) { return true; })) {
    verbs.push_back(each->get_name());
    if (each->get_name() == words[0]) verb = each;
  }
  if (verb == nullptr && !words[0].starts_with('-')) return unknown("verb", words[0], verbs);
  for (const CLI::Option* option : (verb == nullptr ? &program : verb)->get_options())
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
  for (const std::string& word : words) {
    if (word == "--") break;
    const std::string name = word.substr(0, word.find('='));
    if (name.starts_with("--") && std::ranges::find(options, name) == options.end())
      return unknown("option", name, options);
  }
  return "";
}

int misunderstood(const std::string& sentence) {
  fmt::print(stderr, "buurtpeil-sync: {}\n", sentence);
  return 2;
}

int start(int count, char** arguments) {
  CLI::App program{"buurtpeil-sync: checks and tries forms, and gets the answers out of a kiosk's store"};
  program.name("buurtpeil-sync");
  program.require_subcommand(1);
  Action action;
  add_check(program, action);
  add_copy(program, action);
  add_eval(program, action);
  add_export(program, action);
  add_ideas(program, action);
  add_new(program, action);
  add_report(program, action);
  add_results(program, action);
  add_try(program, action);

  std::vector<std::string> words(arguments + 1, arguments + count);
  // An expression may begin with a minus.
  if (words.size() == 2 && words[0] == "eval" && words[1] != "--help" && words[1] != "-h")
    words.insert(words.begin() + 1, "--");
  if (const std::string sentence = unknown_word(program, words); !sentence.empty())
    return misunderstood(sentence);
  try {
    program.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them from the back
  } catch (const CLI::Success& help) {
    return program.exit(help);
  } catch (const CLI::ParseError& error) {
    return misunderstood(error.what());
  }
  const Outcome outcome = action();
  std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout);
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  std::fputs(outcome.err.c_str(), stderr);
  if (written) return outcome.exit_code;
  std::fputs("buurtpeil-sync: the output cannot be written\n", stderr);
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  keep_memory_private();
  return with_last_resort("buurtpeil-sync", [&] { return start(count, arguments); });
}
