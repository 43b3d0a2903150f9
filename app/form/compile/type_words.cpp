// What people write in the column "type" that XLSForm has other words for: in Dutch, German and French, as
// other tools call it, or misspelt.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "form/compile/type_cell.h"
#include "form/strings.h"
#include "form/suggestion.h"

namespace buurtpeil {
namespace {

struct TypeWords {
  std::string_view type, words;  ///< words in small letters with spaces, "|" between
};

constexpr std::array type_words = std::to_array<TypeWords>({
    {"text",
     "tekst|vraag|question|texte|freitext|vrije tekst|free text|short text|long text|open|open vraag|open "
     "question|"
     "textarea|text field|tekstveld|paragraph|alinea|memo|str|char|varchar|woorden|multiline"},
    {"integer",
     "getal|geheel getal|heel getal|aantal|nummer|number|numeric|whole number|zahl|ganzzahl|ganze "
     "zahl|nombre|"
     "nombre entier|entier|leeftijd|count|long"},
    {"decimal",
     "decimaal|decimaal getal|kommagetal|float|double|real|dezimal|dezimalzahl|kommazahl|décimal|"
     "nombre décimal|decimal number|bedrag|currency"},
    {"range",
     "bereik|rating|beoordeling|schuif|schuifbalk|schuifje|slider|schaal|scale|linear "
     "scale|schieberegler|skala|curseur|échelle"},
    {"date", "datum|dag|kalender|calendar|tag|jour"},
    {"time", "tijd|tijdstip|uhrzeit|zeit|heure|hour"},
    {"dateTime",
     "datum tijd|datum en tijd|datetime|date and time|timestamp|datum und uhrzeit|datum zeit|date heure|"
     "date et heure"},
    {"note",
     "notitie|nota|opmerking|uitleg|toelichting|mededeling|melding|bericht|info|informatie|information|"
     "statement|message|label|heading|kop|titel|title|html|display|hinweis|notiz|anmerkung|remarque|texte "
     "seul"},
    {"calculate",
     "bereken|berekening|berekend|calc|calculation|calculated|computed|formula|formule|formel|berechnung|"
     "calcul"},
    {"acknowledge",
     "akkoord|bevestiging|bevestig|toestemming|consent|confirm|confirmation|agree|bestätigung|zustimmung|"
     "accord"},
    {"image", "foto|afbeelding|plaatje|picture|bild|camera|photographie"},
    {"audio", "geluid|geluidsopname|opname|sound|voice|ton|son"},
    {"video", "film|filmpje"},
    {"file", "bestand|upload|attachment|bijlage|datei|fichier"},
    {"geopoint", "locatie|plaats|coördinaten|coordinates|punt|point|kaart|map|standort|position|lieu"},
    {"geotrace", "lijn|line|route|linie|ligne"},
    {"geoshape", "vlak|gebied|polygon|polygoon|area|fläche|zone"},
    {"barcode", "streepjescode|qr|qr code|qrcode|strichcode"},
    {"hidden", "verborgen|versteckt|caché"},
    {"start", "starttijd|begintijd|startzeit"},
    {"end", "eindtijd|endzeit"},
    {"today", "vandaag|heute|aujourd'hui"},
    {"username", "gebruiker|gebruikersnaam|user"},
    {"email", "mail|mailadres|e mail|emailadres"},
    {"phonenumber", "telefoon|telefoonnummer|phone|telefonnummer"},
});

/// Followed by the name of a list.
constexpr std::array select_words = std::to_array<TypeWords>({
    {"select_one",
     "select|select 1|selectone|select single|select one of|one of|single|single choice|single select|choice|"
     "choose one|choose|keuze|een keuze|één keuze|enkele keuze|enkelkeuze|enkelvoudige keuze|kies|kies een|"
     "kies één|keuzelijst|lijst|list|radio|radio button|radio buttons|radiobutton|keuzerondje|dropdown|"
     "drop down|drop down list|combobox|pulldown|auswahl|einfachauswahl|auswahlliste|choix|choix unique|"
     "select one choice"},
    {"select_multiple",
     "meerkeuze|meer keuze|meerdere keuzes|meerdere|meervoudige keuze|kies meer|selectmultiple|select many|"
     "select multi|select several|select all|multi|multi select|multiselect|multiple|multiple select|"
     "multiple answer|multiple answers|checkbox|checkboxes|check box|check boxes|aankruisen|aanvinken|"
     "selectievakje|selectievakjes|vinkjes|mehrfachauswahl|mehrfach|choix multiple|choix multiples|"
     "cases à cocher"},
    {"rank",
     "rangorde|volgorde|rangschik|rangschikken|sorteren|ranking|rang|order|ordering|rangfolge|classement"},
});
constexpr std::array yes_or_no_words = std::to_array<std::string_view>(
    {"yes no", "yes/no", "yesno", "y/n", "ja nee", "ja/nee", "janee", "ja nein", "ja/nein", "oui non",
     "oui/non", "bool", "boolean", "true false", "true/false", "waar onwaar"});

// "groep begin", "end section": a word of each, in any order.
constexpr std::string_view begin_words = "begin|start|open|beginn|anfang|début|debut|beginning";
constexpr std::string_view end_words = "end|einde|eind|eindig|stop|close|sluit|slot|ende|fin|ending";
constexpr std::string_view group_words =
    "group|groep|gruppe|groupe|section|sectie|page|pagina|block|blok|abschnitt|seite|grp";
constexpr std::string_view repeat_words =
    "repeat|herhaling|herhaal|herhaalgroep|herhalende|herhalen|wiederholung|répétition|repetition|roster";

bool is_one_of(std::string_view word, std::string_view words) {
  return std::ranges::count(split(words, "|"), std::string(word)) > 0;
}

/// Also misspelt.
bool is_near_one_of(const std::string& word, std::string_view words) {
  if (is_one_of(word, words)) return true;
  const std::vector<std::string> all = split(words, "|");
  return word.size() >= 4 && !nearest_word(word, {all.begin(), all.end()}).empty();
}

std::string in_small_letters_with_spaces(std::string_view text) {
  std::string spaces = lower_case(text);
  for (char& c : spaces)
    if (c == '_' || c == '-') c = ' ';
  return collapse_spaces(spaces);
}

/// "begin_group", "end_repeat", or "".
std::string container_meant(const std::vector<std::string>& words) {
  bool begins = false, ends = false, group = false, repeat = false;
  for (const std::string& word : words) {
    begins = begins || is_one_of(word, begin_words);
    ends = ends || is_one_of(word, end_words);
    group = group || is_near_one_of(word, group_words);
    repeat = repeat || is_near_one_of(word, repeat_words);
  }
  if (words.size() == 1 && ends) return "end_group";
  const bool whole = words.size() <= 3 && (group || repeat) && !(begins && ends);
  if (!whole || (words.size() > 1 && !begins && !ends && !(group && repeat))) return "";
  return std::string(ends ? "end_" : "begin_") + (repeat ? "repeat" : "group");
}

struct Known {
  std::vector<std::pair<std::string, std::string>> plain, selects;  ///< spelling -> type
};

const Known& known_words() {
  static const Known known = [] {
    Known all;
    const auto add = [](auto& into, std::string_view spellings, std::string_view type) {
      for (const std::string& spelling : split(spellings, "|"))
        if (!spelling.empty()) into.emplace_back(spelling, type);
    };
    for (const TypeTraits& traits : all_types()) {
      if (traits.type_class == TypeClass::container) continue;
      auto& into = is_select(traits.type) ? all.selects : all.plain;
      add(into, in_small_letters_with_spaces(traits.name), traits.name);
      add(into, traits.aliases, traits.name);
    }
    for (const auto& [type, words] : type_words) add(all.plain, words, type);
    for (const auto& [type, words] : select_words) add(all.selects, words, type);
    for (const char* container : {"begin group", "end group", "begin repeat", "end repeat"})
      add(all.plain, container, replace_all(container, " ", "_"));
    return all;
  }();
  return known;
}

std::string type_of(const std::vector<std::pair<std::string, std::string>>& known,
                    std::string_view spelling) {
  const auto found = std::ranges::find(known, spelling, &std::pair<std::string, std::string>::first);
  return found == known.end() ? "" : found->second;
}

/// The type with the nearest spelling, or "".
std::string nearest_type(const std::vector<std::pair<std::string, std::string>>& known,
                         std::string_view word) {
  std::vector<std::string_view> spellings;
  for (const auto& [spelling, type] : known) spellings.push_back(spelling);
  return type_of(known, nearest_word(word, spellings));
}

/// The same for the words before a list: of as many words, the last of them near too.
std::string nearest_select(const std::string& start) {
  const std::vector<std::string> words = words_of(start);
  std::vector<std::pair<std::string, std::string>> alike;
  for (const auto& known : known_words().selects)
    if (const auto others = words_of(known.first);
        others.size() == words.size() && !nearest_word(words.back(), {others.back()}).empty())
      alike.push_back(known);
  return nearest_type(alike, start);
}

/// "keuze buurten" -> "select_one buurten": a select's words, four at most, exactly or nearly, and its list.
std::string select_meant(std::string_view cell) {
  const std::vector<std::string> words = words_of(cell);
  for (std::size_t count = std::min<std::size_t>(words.size(), 4); count > 0; --count) {
    std::string start, list;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string& into = i < count ? start : list;
      into += (into.empty() ? "" : " ") + words[i];
    }
    start = in_small_letters_with_spaces(start);
    std::string type = type_of(known_words().selects, start);
    if (type.empty()) type = nearest_select(start);
    if (!type.empty()) return list.empty() ? type : type + " " + replace_all(list, " ", "_");
  }
  return "";
}

}  // namespace

std::string meant_type(std::string_view written) {
  const std::string cell = collapse_spaces(trimmed(written));
  const std::string spaces = in_small_letters_with_spaces(cell);
  if (spaces == "include" || cell.contains("${")) return "";
  if (std::string plain = type_of(known_words().plain, spaces); !plain.empty()) return plain;
  if (std::string container = container_meant(words_of(spaces)); !container.empty()) return container;
  if (std::string select = select_meant(cell);
      !select.empty() && (select.contains(' ') || type_of(known_words().selects, spaces) != ""))
    return select;
  if (std::string near = nearest_type(known_words().plain, spaces); !near.empty()) return near;
  return nearest_type(known_words().selects, spaces);
}

std::string suggest_type(std::string_view written) {
  const std::string spaces = in_small_letters_with_spaces(trimmed(written));
  if (spaces == "include") return "; copy the rows of the other form into this one";
  if (spaces.starts_with("multiple choice"))
    return "; did you mean 'select_one' (one answer) or 'select_multiple' (several)?";
  if (std::ranges::find(yes_or_no_words, spaces) != yes_or_no_words.end())
    return "; did you mean 'select_one yes_no', with yes and no in the sheet choices?";
  const std::string meant = meant_type(written);
  if (!meant.empty()) return fmt::format("; did you mean '{}'?", meant);
  return spaces.starts_with("begin") ? "; groups begin with 'begin group' or 'begin repeat'" : "";
}

}  // namespace buurtpeil
