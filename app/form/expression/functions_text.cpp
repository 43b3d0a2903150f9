// Texts. Letters are Unicode code points, so that a position never falls inside one.
#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

struct Free {
  void operator()(gchar* text) const { g_free(text); }
  void operator()(guchar* bytes) const { g_free(bytes); }
};

// Bytes that are no UTF-8 count as one letter each.
std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    letters.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return letters;
}

std::string joined(const std::vector<Value>& values, const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += separator;
    text += to_text(values[i]);
    if (text.size() > max_text_bytes) throw Failure{"the text becomes too long"};
  }
  return text;
}

Result concat(Evaluation& at, const Arguments& arguments) { return Result{joined(at.values(arguments), "")}; }

Result join(Evaluation& at, const Arguments& arguments) {
  const std::string separator = at.text(arguments[0]);
  return Result{joined(at.values(arguments, 1), separator)};
}

// Positions from 0; a negative one counts from the end.
Result substr(Evaluation& at, const Arguments& arguments) {
  const std::string text = at.text(arguments[0]);
  const std::vector<std::string_view> letters = letters_of(text);
  const auto length = static_cast<double>(letters.size());
  const auto place = [&](double position) {
    if (std::isnan(position)) return 0.0;
    return std::clamp(std::trunc(position) + (position < 0 ? length : 0), 0.0, length);
  };
  const double begin = place(at.number(arguments[1]));
  const double end = arguments.size() > 2 ? place(at.number(arguments[2])) : length;
  std::string part;
  for (double i = begin; i < end; ++i) part += letters[static_cast<std::size_t>(i)];
  return Result{part};
}

Result substring_before(Evaluation& at, const Arguments& arguments) {
  const std::string text = at.text(arguments[0]);
  const std::size_t found = text.find(at.text(arguments[1]));
  return Result{found == std::string::npos ? std::string{} : text.substr(0, found)};
}

Result substring_after(Evaluation& at, const Arguments& arguments) {
  const std::string text = at.text(arguments[0]), mark = at.text(arguments[1]);
  const std::size_t found = text.find(mark);
  return Result{found == std::string::npos ? std::string{} : text.substr(found + mark.size())};
}

Result translate(Evaluation& at, const Arguments& arguments) {
  const std::string text = at.text(arguments[0]), from_text = at.text(arguments[1]),
                    to_text = at.text(arguments[2]);
  const std::vector<std::string_view> from = letters_of(from_text), to = letters_of(to_text);
  std::map<std::string_view, std::string_view> other;  // the first of several counts
  for (std::size_t i = 0; i < from.size(); ++i) other.emplace(from[i], i < to.size() ? to[i] : "");
  std::string translated;
  for (const std::string_view letter : letters_of(text)) {
    const auto found = other.find(letter);
    translated += found == other.end() ? letter : found->second;
  }
  return Result{translated};
}

Result normalize_space(Evaluation& at, const Arguments& arguments) {
  if (arguments.empty() && !at.context()) throw Failure{"normalize-space() needs a question or an argument"};
  const std::string text =
      arguments.empty() ? to_text(at.scope().value(*at.context())) : at.text(arguments[0]);
  std::string normal;
  bool space = false;
  for (const char c : text) {
    if (!is_space(c) && space && !normal.empty()) normal += ' ';
    if (!is_space(c)) normal += c;
    space = is_space(c);
  }
  return Result{normal};
}

template <bool (*holds)(const std::string&, const std::string&)>
Result of_two(Evaluation& at, const Arguments& arguments) {
  const std::string first = at.text(arguments[0]);
  return Result{holds(first, at.text(arguments[1]))};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
bool starts_with(const std::string& text, const std::string& part) { return text.starts_with(part); }
bool ends_with(const std::string& text, const std::string& part) { return text.ends_with(part); }

Result uuid(Evaluation& at, const Arguments& arguments) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view version_4 = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  constexpr double most_letters = 1'000;
  std::string pattern(version_4);
  if (!arguments.empty()) {
    const double length = at.number(arguments[0]);
    if (!(length >= 0 && length <= most_letters)) throw Failure{"uuid() makes 0 to 1000 characters"};
    pattern.assign(static_cast<std::size_t>(length), 'x');
  }
  for (char& c : pattern) {
    const auto random = static_cast<std::size_t>(at.scope().random() * 16);
    if (c == 'x')
      c = digits[random];
    else if (c == 'y')
      c = digits[8 + random % 4];
  }
  return Result{pattern};
}

Result digest(Evaluation& at, const Arguments& arguments) {
  constexpr std::pair<std::string_view, GChecksumType> algorithms[] = {{"MD5", G_CHECKSUM_MD5},
                                                                       {"SHA-1", G_CHECKSUM_SHA1},
                                                                       {"SHA-256", G_CHECKSUM_SHA256},
                                                                       {"SHA-384", G_CHECKSUM_SHA384},
                                                                       {"SHA-512", G_CHECKSUM_SHA512}};
  const std::string text = at.text(arguments[0]), name = at.text(arguments[1]);
  const std::string encoding = arguments.size() > 2 ? at.text(arguments[2]) : "base64";
  const auto* algorithm = std::find_if(std::begin(algorithms), std::end(algorithms),
                                       [&](const auto& candidate) { return candidate.first == name; });
  if (algorithm == std::end(algorithms))
    throw Failure{fmt::format("digest() does not know the algorithm '{}'", name)};
  if (encoding != "hex" && encoding != "base64")
    throw Failure{fmt::format("digest() does not know the encoding '{}'", encoding)};
  const std::unique_ptr<GChecksum, decltype(&g_checksum_free)> sum(g_checksum_new(algorithm->second),
                                                                   g_checksum_free);
  g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(text.data()),
                    static_cast<gssize>(text.size()));
  if (encoding == "hex") return Result{std::string(g_checksum_get_string(sum.get()))};
  guint8 bytes[64];
  gsize length = sizeof bytes;
  g_checksum_get_digest(sum.get(), bytes, &length);
  return Result{std::string(std::unique_ptr<gchar, Free>(g_base64_encode(bytes, length)).get())};
}

Result base64_decode(Evaluation& at, const Arguments& arguments) {
  gsize length = 0;
  const std::unique_ptr<guchar, Free> bytes(g_base64_decode(at.text(arguments[0]).c_str(), &length));
  return Result{std::string(reinterpret_cast<const char*>(bytes.get()), length)};
}

// jr:choice-name(${tree}, '${tree}'): the second argument is a text that names the question.
Result choice_name(Evaluation& at, const Arguments& arguments) {
  std::string question = at.text(arguments[1]);
  const std::size_t begin = question.find("${"), end = question.find('}');
  if (begin != std::string::npos && end != std::string::npos && end > begin)
    question = question.substr(begin + 2, end - begin - 2);
  else
    question = question.substr(question.rfind('/') + 1);
  while (!question.empty() && question.front() == ' ') question.erase(0, 1);
  while (!question.empty() && question.back() == ' ') question.pop_back();
  return Result{at.scope().choice_label(question, at.text(arguments[0]))};
}

constexpr Function text_table[] = {
    {"string", 1, 1,
     [](Evaluation& at, const Arguments& arguments) { return Result{at.text(arguments[0])}; }},
    {"concat", 1, Function::any_number, concat},
    {"join", 1, Function::any_number, join},
    {"substr", 2, 3, substr},
    {"substring-before", 2, 2, substring_before},
    {"substring-after", 2, 2, substring_after},
    {"translate", 3, 3, translate},
    {"string-length", 1, 1,
     [](Evaluation& at, const Arguments& arguments) {
       return Result{static_cast<double>(letters_of(at.text(arguments[0])).size())};
     }},
    {"normalize-space", 0, 1, normalize_space},
    {"contains", 2, 2, of_two<contains>},
    {"starts-with", 2, 2, of_two<starts_with>},
    {"ends-with", 2, 2, of_two<ends_with>},
    {"uuid", 0, 1, uuid, Gives::something_else},
    {"digest", 2, 3, digest},
    {"base64-decode", 1, 1, base64_decode},
    {"jr:choice-name", 2, 2, choice_name},
    {"jr:itext", 1, 1,
     [](Evaluation& at, const Arguments& arguments) {
       return Result{at.scope().itext(at.text(arguments[0]))};
     }},
};

}  // namespace

std::span<const Function> text_functions() { return text_table; }

}  // namespace buurtpeil
