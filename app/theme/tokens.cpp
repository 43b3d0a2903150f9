#include "theme/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "theme/css_text.h"
#include "theme/theme_limits.h"

namespace buurtpeil {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string plain_name(std::string_view name) {
  std::string plain;
  char before = '-';
  for (const char c : name) {
    const bool letter = is_upper(c) || is_lower(c) || (c & 0x80) != 0;
    if (!letter && !is_digit(c)) {
      if (before != '-') plain += '-';
      before = '-';
      continue;
    }
    const bool new_word = is_digit(c) != is_digit(before) || (is_upper(c) && !is_upper(before));
    if (before != '-' && new_word) plain += '-';
    plain += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    before = c;
  }
  while (plain.ends_with('-')) plain.pop_back();
  return plain;
}

void Tokens::define(std::string_view name, std::string_view value, Priority priority) {
  value = css::trimmed(value);
  const std::string plain = plain_name(name);
  if (value.empty() || plain.empty() || value.size() > theme_limits::value_bytes) return;
  if (const auto known = places_.find(plain); known != places_.end()) {
    Token& token = tokens_[known->second];
    if (priority >= token.priority) token = {std::string(name), std::string(value), priority};
    return;
  }
  too_many_ = too_many_ || tokens_.size() == theme_limits::tokens;
  if (too_many_) return;
  places_.emplace(plain, tokens_.size());
  if (const auto first = plain.find('-'); first != std::string::npos)
    families_[plain.substr(first + 1)].push_back(tokens_.size());
  tokens_.push_back({std::string(name), std::string(value), priority});
}

void Tokens::settle() {
  const auto always = [](const Token& token) { return token.priority >= Priority::somewhere; };
  if (std::ranges::none_of(tokens_, always)) return;
  Tokens rest;
  for (const Token& token : tokens_)
    if (token.priority != Priority::sometimes) rest.define(token.name, token.value, token.priority);
  rest.too_many_ = too_many_;
  *this = std::move(rest);
}

const Token* Tokens::find(std::string_view pattern) const {
  if (pattern.starts_with("*-")) {
    const auto family = families_.find(plain_name(pattern.substr(2)));
    return family == families_.end() ? nullptr : &tokens_[family->second.back()];
  }
  const auto place = places_.find(plain_name(pattern));
  return place == places_.end() ? nullptr : &tokens_[place->second];
}

/// Replaces references one within the other, and notices when that does not end.
class Resolving {
 public:
  explicit Resolving(const Tokens& tokens) : tokens_(tokens) {}

  std::expected<std::string, std::string> token(const Token& token) {
    if (std::ranges::find(within_, &token) != within_.end())
      return std::unexpected(fmt::format("{} refers to itself", token.name));
    if (within_.size() == theme_limits::depth || ++followed_ > theme_limits::references)
      return std::unexpected(fmt::format("{} has too many references, one in the other", within_[0]->name));
    within_.push_back(&token);
    auto value = text(token.value, 0);
    within_.pop_back();
    return value;
  }

 private:
  /// With every var() in it replaced.
  std::expected<std::string, std::string> text(std::string_view text, std::size_t depth) {
    if (depth > theme_limits::depth) return std::unexpected("fallbacks lie too deep in each other");
    std::string whole;
    while (true) {
      const std::size_t begin = css::find_outside_strings(text, "var(");
      if (begin == std::string_view::npos) break;
      const std::size_t end = css::end_of_brackets(text, begin + 3);
      if (end == std::string_view::npos) return std::unexpected("a bracket is not closed");
      auto value = reference(text.substr(begin + 4, end - begin - 5), depth + 1);
      if (!value) return value;
      whole.append(text.substr(0, begin)).append(*value);
      text = text.substr(end);
      if (whole.size() + text.size() > theme_limits::value_bytes)
        return std::unexpected(fmt::format("{} is too long", within_[0]->name));
    }
    return whole.append(text);
  }

  /// "--name" or "--name, fallback".
  std::expected<std::string, std::string> reference(std::string_view inside, std::size_t depth) {
    const std::size_t comma = inside.find(',');
    const std::string_view name = css::trimmed(inside.substr(0, comma));
    const auto place = tokens_.places_.find(plain_name(name));
    std::string why = fmt::format("{} is not defined", name);
    if (place != tokens_.places_.end()) {
      auto value = token(tokens_.tokens_[place->second]);
      if (value) return value;
      why = value.error();
    }
    if (comma == std::string_view::npos) return std::unexpected(why);
    return text(css::trimmed(inside.substr(comma + 1)), depth);
  }

  const Tokens& tokens_;
  std::vector<const Token*> within_;
  std::size_t followed_ = 0;
};

std::expected<std::string, std::string> Tokens::value_of(const Token& token) const {
  auto value = Resolving{*this}.token(token);
  if (value) value = std::string(css::trimmed(*value));
  return value;
}

namespace {

namespace fs = std::filesystem;

/// What a style sheet may import: files in its own folder and below, each once.
class NearbyFiles {
 public:
  explicit NearbyFiles(const fs::path& file) : folder_(file.parent_path()) {
    seen_.insert(file.lexically_normal());
  }

  std::optional<std::string> operator()(const std::string& name) {
    const fs::path relative = fs::path(name).lexically_normal();
    if (relative.is_absolute() || relative.empty() || *relative.begin() == "..") return {};
    fs::path file = folder_ / relative;
    if (seen_.size() == theme_limits::files || !seen_.insert(file.lexically_normal()).second) return {};
    auto text = css::read_file(file);
    return text ? std::optional(std::move(*text)) : std::nullopt;
  }

 private:
  fs::path folder_;
  std::set<fs::path> seen_;
};

}  // namespace

std::expected<Tokens, std::string> read_tokens(const fs::path& file) {
  const auto text = css::read_file(file);
  if (!text) return std::unexpected(text.error());
  Tokens tokens;
  if (css::lowered(file.extension().string()) == ".json") {
    if (const auto read = read_json(*text, tokens); !read)
      return std::unexpected(fmt::format("{}: {}", file.string(), read.error()));
  } else {
    NearbyFiles nearby{file};
    read_css(*text, std::ref(nearby), tokens);
  }
  tokens.settle();
  if (tokens.too_many())
    return std::unexpected(fmt::format("{}: has more than {} tokens; name the file of one style",
                                       file.string(), theme_limits::tokens));
  return tokens;
}

}  // namespace buurtpeil
