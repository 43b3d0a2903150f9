// Every limit on what comes from outside into a form, in one place, each with the reason for its size. What
// is over a limit is refused with a sentence that names the limit; nothing is cut short silently.
#pragma once

#include <cstddef>

namespace buurtpeil::limits {

/// A form's file, or one attached csv/xml/geojson: the largest form of the corpus has 0.1 MB, 100,000 choices
/// about 8 MB.
inline constexpr std::size_t file_bytes = 16u << 20;
/// Parts inside an .xlsx: Excel writes about ten, and one for each picture.
inline constexpr std::size_t zip_entries = 1'000;
/// All parts of an .xlsx together, inflated: a million cells are about 40 MB of XML.
inline constexpr std::size_t inflated_bytes = 64u << 20;
/// Inflated to packed size of one part; the XML of real sheets packs 5 to 30 times, a bomb up to 1,000 times.
inline constexpr std::size_t inflation_ratio = 100;
/// Parts smaller than this are not held against the ratio: a short sheet of equal cells packs well and costs
/// nothing.
inline constexpr std::size_t ratio_from_bytes = 1u << 20;
/// Nesting of XML elements: a worksheet needs 6.
inline constexpr int xml_depth = 32;

/// Rows of one sheet: ten times the 10,000 choices that must stay fluent.
inline constexpr std::size_t rows = 100'000;
/// Columns of one sheet: eight texts in a hundred languages, and room.
inline constexpr std::size_t columns = 1'000;
/// Cells of a whole workbook; with the text of each below `cell_bytes`, and of all below `inflated_bytes`.
inline constexpr std::size_t cells = 1'000'000;
/// The text of one cell: Excel itself stops at 32,767 characters, which UTF-8 writes in at most four bytes
/// each.
inline constexpr std::size_t cell_bytes = 4 * 32'767;
/// Sheets of a workbook: XLSForm knows seven.
inline constexpr std::size_t sheets = 100;

/// Groups and repeats inside each other; people nest three deep.
inline constexpr std::size_t container_depth = 32;
/// Rows of the survey after loops are written out: a 250-question form is long.
inline constexpr std::size_t survey_rows = 10'000;
/// Text that loops write out, since each turn repeats what stands inside.
inline constexpr std::size_t loop_bytes = 16u << 20;
/// Attached data files together.
inline constexpr std::size_t attached_bytes = 64u << 20;
/// Pictures and recordings together: they are read once at the start, to know them by their hashes.
inline constexpr std::size_t media_bytes = 512u << 20;
/// A drawing: the kiosk draws no larger one.
inline constexpr std::size_t svg_bytes = 2u << 20;
/// An address in a QR code: version 12, of which a telephone still sees the modules on a screen.
inline constexpr std::size_t qr_bytes = 300;
/// Own questions that a form may add in a group of its core.
inline constexpr int slot = 100;
/// Labels on one range: it has to fit on a screen.
inline constexpr std::size_t tick_labels = 100;
/// Names that are compared for all of a form's "did you mean" together: half a second's worth.
inline constexpr std::size_t comparisons = 100'000;
/// Lists from this length on are indexed; shorter ones are filtered in microseconds as they are.
inline constexpr std::size_t indexed_from = 100;
/// Questions with results: nobody looks at more pages of them, and a store counts for each.
inline constexpr std::size_t result_questions = 100;
/// Questions with which one is crossed in the report.
inline constexpr std::size_t crossings = 10;
/// Classes in which the answers to a question about a number are published: more make no picture.
inline constexpr std::size_t result_classes = 20;
/// Choices of a question with results, and of the one that says where: of more each is about too few people.
inline constexpr std::size_t result_choices = 200;
/// Choices of a question with which another one is crossed: each is a bar beside the others.
inline constexpr std::size_t crossed_choices = 12;
/// kiosk_results_least: what is about fewer people than the first may tell who they are; the second is more
/// than any one place answers.
inline constexpr int fewest_people = 5, most_fewest_people = 1'000;
/// Letters of kiosk_round, and of the two words of kiosk_core.
inline constexpr std::size_t round_bytes = 100;
/// kiosk_grid: a pin on one's own home tells who it is. 50 m hold a handful of homes and still say which
/// corner of a street is meant; of more than 10 km no place is left.
inline constexpr int usual_grid_m = 50, grid_m = 10'000;
/// kiosk_map: the closest zoom at which tiles are numbered, some centimetres a pixel.
inline constexpr int map_zoom = 22;
/// Languages of one form.
inline constexpr std::size_t languages = 100;
/// Errors of one form that are kept, and warnings: after these the rest is counted in one line.
inline constexpr std::size_t problems = 10'000;
/// Problems of one kind that are shown where nobody asked for all: after these the rest is counted.
inline constexpr std::size_t shown_of_a_kind = 20;

}  // namespace buurtpeil::limits
