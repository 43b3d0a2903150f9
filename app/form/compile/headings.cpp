#include "form/compile/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "form/strings.h"
#include "form/suggestion.h"

namespace buurtpeil {
namespace {

using Aliases = std::map<std::string_view, std::string_view>;

/// Heading -> column. An empty column is known and passed over: it steers SMS, intents of Android or
/// attributes of the XML.
const Aliases& survey_aliases() {
  static const Aliases aliases = {
      {"type", "type"},
      {"command", "type"},
      {"name", "name"},
      {"tag", "name"},
      {"value", "name"},
      {"label", "label"},
      {"caption", "label"},
      {"hint", "hint"},
      {"guidance_hint", "guidance_hint"},
      {"required", "required"},
      {"required_message", "required_message"},
      {"requiredmsg", "required_message"},
      {"jr:requiredmsg", "required_message"},
      {"relevant", "relevant"},
      {"relevance", "relevant"},
      {"constraint", "constraint"},
      {"constraint_message", "constraint_message"},
      {"constraining_message", "constraint_message"},
      {"jr:constraintmsg", "constraint_message"},
      {"calculation", "calculation"},
      {"calculate", "calculation"},
      {"default", "default"},
      {"trigger", "trigger"},
      {"read_only", "read_only"},
      {"readonly", "read_only"},
      {"appearance", "appearance"},
      {"parameters", "parameters"},
      {"choice_filter", "choice_filter"},
      {"repeat_count", "repeat_count"},
      {"count", "repeat_count"},
      {"jr:count", "repeat_count"},
      {"image", "image"},
      {"big-image", "big-image"},
      {"audio", "audio"},
      {"video", "video"},
      {"autoplay", "autoplay"},
      {"rows", "rows"},
      {"kiosk_qr", "kiosk_qr"},
      {"kiosk_results", "kiosk_results"},
      {"kiosk_with", "kiosk_with"},
      {"kiosk_slot", "kiosk_slot"},
      {"kiosk_grid", "kiosk_grid"},
      {"kiosk_layer", "kiosk_layer"},
      {"disabled", "disabled"},
      {"save_to", "save_to"},
      {"noapperrorstring", ""},
      {"no_app_error_string", ""},
      {"jr:noapperrorstring", ""},
      {"intent", ""},
      {"query", ""},
      {"accuracythreshold", ""},
      {"compact_tag", ""},
      {"sms_field", ""},
      {"sms_option", ""},
      {"sms_separator", ""},
      {"sms_allow_media", ""},
      {"sms_date_format", ""},
      {"sms_datetime_format", ""},
      {"sms_response", ""},
  };
  return aliases;
}

const Aliases& choices_aliases() {
  static const Aliases aliases = {
      {"list_name", "list_name"}, {"name", "name"},     {"value", "name"},
      {"label", "label"},         {"caption", "label"}, {"image", "image"},
      {"big-image", "big-image"}, {"audio", "audio"},   {"video", "video"},
  };
  return aliases;
}

const Aliases& settings_aliases() {
  static const Aliases aliases = {
      {"form_title", "form_title"},
      {"title", "form_title"},
      {"set_form_title", "form_title"},
      {"form_id", "form_id"},
      {"id_string", "form_id"},
      {"set_form_id", "form_id"},
      {"version", "version"},
      {"default_language", "default_language"},
      {"name", "name"},
      {"instance_name", "instance_name"},
      {"allow_choice_duplicates", "allow_choice_duplicates"},
      {"omit_instanceid", "omit_instanceid"},
      {"clean_text_values", "clean_text_values"},
      {"style", "style"},
      {"kiosk_attract", "kiosk_attract"},
      {"kiosk_attract_image", "kiosk_attract_image"},
      {"kiosk_intro", "kiosk_intro"},
      {"kiosk_thanks", "kiosk_thanks"},
      {"kiosk_refuse", "kiosk_refuse"},
      {"kiosk_first", "kiosk_first"},
      {"kiosk_review", "kiosk_review"},
      {"kiosk_core", "kiosk_core"},
      {"kiosk_decided", "kiosk_decided"},
      {"kiosk_did", "kiosk_did"},
      {"kiosk_grid", "kiosk_grid"},
      {"kiosk_map", "kiosk_map"},
      {"kiosk_open", "kiosk_open"},
      {"kiosk_place", "kiosk_place"},
      {"kiosk_results_least", "kiosk_results_least"},
      {"kiosk_round", "kiosk_round"},
      {"kiosk_round_name", "kiosk_round_name"},
      {"kiosk_when", "kiosk_when"},
      {"kiosk_who", "kiosk_who"},
      {"public_key", "public_key"},
      {"submission_url", "submission_url"},
      {"auto_send", "auto_send"},
      {"auto_delete", "auto_delete"},
      {"instance_id", "instance_id"},
      {"namespaces", "namespaces"},
  };
  return aliases;
}

const Aliases& aliases_of(SheetKind kind) {
  switch (kind) {
    case SheetKind::survey:
      return survey_aliases();
    case SheetKind::choices:
      return choices_aliases();
    case SheetKind::settings:
      break;
  }
  return settings_aliases();
}

/// "Constraint  Message" -> "constraint_message"
std::string snake_case(std::string_view heading) {
  std::string snake;
  for (const std::string& word : words_of(heading)) snake += (snake.empty() ? "" : "_") + lower_case(word);
  return snake;
}

/// Headings are split at "::"; a sheet that has none of these may use the old ":" instead, but for the colon
/// of "jr:".
std::vector<std::string> tokens_of(const std::string& heading, bool double_colons) {
  if (double_colons) return split(heading, "::");
  std::vector<std::string> tokens = split(heading, ":");
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (lower_case(tokens[i]) == "jr") {
      tokens[i] += ":" + tokens[i + 1];
      tokens.erase(tokens.begin() + static_cast<long>(i) + 1);
    }
  return tokens;
}

/// "bind::relevant", "media::image::English", "label::English": in the first two the column stands second.
Heading heading_of(const std::string& written, int place, SheetKind kind, bool double_colons) {
  Heading heading{.column = written, .language = "", .written = written, .place = place};
  const Aliases& aliases = aliases_of(kind);
  std::vector<std::string> tokens = tokens_of(written, double_colons);
  const std::string prefix = snake_case(tokens.front());
  const bool grouped = prefix == "bind" || prefix == "control" || prefix == "body" || prefix == "media";
  if (grouped && tokens.size() > 1) tokens.erase(tokens.begin());
  const std::string name = snake_case(tokens.front());
  const auto found = aliases.find(name);
  if (found != aliases.end())
    heading.column = found->second;
  else if (grouped || prefix == "instance" || prefix == "attribute")
    heading.column = "";
  else
    return heading;
  heading.known = true;
  if (tokens.size() > 1 && !heading.column.empty()) heading.language = tokens[1];
  return heading;
}

/// What people call columns in other languages and tools; told only where the column itself is not there,
/// because a sheet may have columns of its own.
std::string_view column_called(const std::string& name) {
  static const Aliases words = {
      {"naam", "name"},
      {"nom", "name"},
      {"variable", "name"},
      {"variable_name", "name"},
      {"variabele", "name"},
      {"code", "name"},
      {"vraag", "label"},
      {"vraagtekst", "label"},
      {"frage", "label"},
      {"question", "label"},
      {"question_text", "label"},
      {"libellé", "label"},
      {"bezeichnung", "label"},
      {"omschrijving", "label"},
      {"tekst", "label"},
      {"verplicht", "required"},
      {"mandatory", "required"},
      {"pflicht", "required"},
      {"obligatoire", "required"},
      {"voorwaarde", "relevant"},
      {"condition", "relevant"},
      {"skip_logic", "relevant"},
      {"relevantie", "relevant"},
      {"hulptekst", "hint"},
      {"standaard", "default"},
      {"standaardwaarde", "default"},
      {"berekening", "calculation"},
      {"formula", "calculation"},
      {"validation", "constraint"},
      {"lijst", "list_name"},
      {"lijstnaam", "list_name"},
      {"list", "list_name"},
      {"keuzefilter", "choice_filter"},
      {"typ", "type"},
      {"soort", "type"},
  };
  const auto found = words.find(name);
  return found == words.end() ? std::string_view() : found->second;
}

void check_foreign(const SheetTable& table, SheetKind kind, ProblemList& problems) {
  const std::vector<KnownColumn> known = known_columns(kind);
  for (const Heading& heading : table.headings) {
    const std::string_view column =
        heading.known ? std::string_view() : column_called(snake_case(split(heading.written, ":").front()));
    if (std::ranges::find(known, column, &KnownColumn::name) == known.end()) continue;
    if (std::ranges::find(table.headings, column, &Heading::column) != table.headings.end()) continue;
    problems.warning({table.sheet, heading.place, table.heading_row},
                     fmt::format("the column '{}' is unknown and passed over; did you mean '{}'?",
                                 heading.written, column));
  }
}

/// "lable" is told from a column for notes by its likeness to a name that XLSForm has.
void check_unknown(const Heading& heading, const SheetTable& table, SheetKind kind, ProblemList& problems) {
  std::vector<std::string_view> known;
  for (const KnownColumn& column : known_columns(kind))
    if (!column.passed_over) known.push_back(column.name);
  const std::string name = snake_case(split(heading.written, ":").front());
  const std::string meant = did_you_mean(name, known);
  if (name.starts_with("kiosk_") || !meant.empty())
    problems.warning({table.sheet, heading.place, table.heading_row},
                     fmt::format("the column '{}' is unknown and passed over{}", heading.written, meant));
}

}  // namespace

const Heading* SheetTable::heading(std::string_view column) const {
  const auto found = std::ranges::find_if(
      headings, [&](const Heading& h) { return h.column == column && h.language.empty(); });
  return found == headings.end() ? nullptr : &*found;
}

std::string_view SheetTable::column_at(int place) const {
  const auto found = std::ranges::find(headings, place, &Heading::place);
  return found == headings.end() ? std::string_view() : found->column;
}

const std::string& SheetTable::at(const GridRow& row, const Heading& heading) const {
  static const std::string nothing;
  const auto index = static_cast<std::size_t>(heading.place) - 1;
  return index < row.cells.size() ? row.cells[index] : nothing;
}

const std::string& SheetTable::at(const GridRow& row, std::string_view column) const {
  static const std::string nothing;
  const Heading* found = heading(column);
  return found == nullptr ? nothing : at(row, *found);
}

bool SheetTable::has(const GridRow& row, std::string_view column) const {
  return std::ranges::any_of(headings,
                             [&](const Heading& h) { return h.column == column && !at(row, h).empty(); });
}

std::string SheetTable::several_in_one(std::string_view column) const {
  for (const Heading& heading : headings)
    for (const char* separator : {";", ",", "\t", "|"}) {
      const std::vector<std::string> parts = split(heading.written, separator);
      if (parts.size() > 1 && std::ranges::find(parts, column, snake_case) != parts.end())
        return fmt::format("; '{}' stands in one cell: give each heading a column of its own",
                           heading.written);
    }
  return "";
}

Cell SheetTable::cell(const GridRow& row, std::string_view column) const {
  for (const Heading& h : headings)
    if (h.column == column) return cell(row, h);
  return {sheet, 1, row.number};
}

std::vector<KnownColumn> known_columns(SheetKind kind) {
  std::vector<KnownColumn> known;
  for (const auto& [alias, column] : aliases_of(kind))
    if (alias == column || column.empty()) known.push_back({alias, column.empty()});
  return known;
}

SheetTable read_table(const Sheet& sheet, SheetKind kind, ProblemList& problems) {
  SheetTable table{.sheet = sheet.name, .heading_row = 0, .headings = {}, .rows = {}};
  if (sheet.rows.empty()) return table;
  const GridRow& first = sheet.rows.front();
  table.heading_row = first.number;
  table.rows.assign(sheet.rows.begin() + 1, sheet.rows.end());
  const bool double_colons =
      std::ranges::any_of(first.cells, [](const std::string& c) { return c.contains("::"); });
  std::map<std::pair<std::string, std::string>, std::string> seen;
  for (std::size_t i = 0; i < first.cells.size(); ++i) {
    if (first.cells[i].empty()) continue;
    Heading heading = heading_of(first.cells[i], static_cast<int>(i) + 1, kind, double_colons);
    if (!heading.known) check_unknown(heading, table, kind, problems);
    if (!heading.column.empty()) {
      const auto [other, is_new] = seen.try_emplace({heading.column, heading.language}, heading.written);
      if (!is_new && heading.column == "form_id") {
        // Common in forms of a certain age; the reference converter takes form_id.
        const bool later_wins = snake_case(heading.written) == "form_id";
        problems.warning({table.sheet, heading.place, table.heading_row},
                         fmt::format("'{}' and '{}' are two names for one column; form_id counts",
                                     other->second, heading.written));
        for (Heading& earlier : table.headings)
          if (earlier.column == "form_id" && later_wins) earlier.column = "";
        if (!later_wins) heading.column = "";
      } else if (!is_new)
        problems.error({table.sheet, heading.place, table.heading_row},
                       heading.written == other->second
                           ? fmt::format("there are two columns '{}'; remove or rename one", heading.written)
                           : fmt::format("'{}' and '{}' are two names for one column; remove or rename one",
                                         other->second, heading.written));
    }
    table.headings.push_back(std::move(heading));
  }
  check_foreign(table, kind, problems);
  return table;
}

}  // namespace buurtpeil
