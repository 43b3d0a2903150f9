// The results file, <form_id>.results.json: Results on the disk, described by assets/results.schema.json.
// Files come from elsewhere, so reading one trusts nothing; every limit is here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "form/error.h"
#include "results/results.h"

namespace buurtpeil {

namespace results_limits {
inline constexpr int format_version = 1;             ///< of the file; newer ones are refused
inline constexpr std::size_t file_bytes = 8u << 20;  ///< 1,000 places and 100 questions of 8 choices are 4 MB
inline constexpr std::int64_t people = 100'000'000;  ///< five times the Netherlands
inline constexpr std::int64_t amount = 100 * people;  ///< points that people divide
inline constexpr std::size_t places = 1'000;          ///< the Netherlands have 342 municipalities
inline constexpr std::size_t questions = 500;
inline constexpr std::size_t items = 1'000;  ///< of a question
inline constexpr std::size_t crossings = 50;
inline constexpr std::size_t languages = 100;
inline constexpr std::size_t kiosks = 10'000;
inline constexpr std::size_t text_bytes = 32'000;
inline constexpr std::int64_t least = 5;  ///< nobody publishes about fewer people
}  // namespace results_limits

/// The file's bytes: the same for the same results.
[[nodiscard]] std::string to_json(const Results& results);

/// Reads what to_json() wrote, or somebody else wrote after the schema. `name` is what messages call it. The
/// error says where and what to do: "region.results.json: questions[2].all.people: ...".
[[nodiscard]] std::expected<Results, Error> results_from(std::string_view json, const std::string& name);
[[nodiscard]] std::expected<Results, Error> read_results_file(const std::filesystem::path& path);

}  // namespace buurtpeil
