#include "sync/report_style.h"

#include <fmt/format.h>

#include <algorithm>

#include "theme/palette.h"

namespace buurtpeil::sync {
namespace {

/// What a report draws with: text and charts lie on `paper`, nothing else is a ground for text.
struct ReportColours {
  Colour paper, ink, quiet, accent;
  Colour soft;   ///< bars of what was not chosen most, 3:1 on the paper
  Colour track;  ///< what is left of a bar
  Colour line;
};

constexpr double text_contrast = 4.5, shape_contrast = 3;

/// The colour, darker (on dark paper lighter) until it is seen so well.
Colour seen_on(Colour paper, Colour colour, double least) {
  const double step = contrast(paper, black) > contrast(paper, white) ? -0.01 : 0.01;
  for (double light = lightness(colour); contrast(colour, paper) < least && light > 0 && light < 1;)
    colour = with_lightness(colour, light = std::clamp(light + step, 0.0, 1.0));
  return colour;
}

ReportColours report_colours(Colour paper, Colour ink, Colour quiet, Colour accent) {
  ReportColours colours;
  colours.paper = paper;
  colours.ink = seen_on(paper, ink, text_contrast);
  colours.quiet = seen_on(paper, quiet, text_contrast);
  colours.accent = seen_on(paper, accent, text_contrast);
  colours.soft = seen_on(paper, mix(colours.accent, paper, 0.55), shape_contrast);
  colours.track = mix(paper, colours.ink, 0.08);
  colours.line = mix(paper, colours.ink, 0.2);
  return colours;
}

std::string variables_of(const ReportColours& colours) {
  return fmt::format(
      ":root {{ --paper: {}; --ink: {}; --quiet: {}; --accent: {}; --soft: {}; --track: {}; --line: {}; }}\n",
      to_hex(colours.paper), to_hex(colours.ink), to_hex(colours.quiet), to_hex(colours.accent),
      to_hex(colours.soft), to_hex(colours.track), to_hex(colours.line));
}

/// A name of a font as CSS takes it between quotation marks.
std::string font_name(const std::string& name) {
  std::string safe;
  for (const char c : name)
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
        c == ' ' || c == '-')
      safe += c;
  return safe;
}

constexpr const char* page_style = R"css(* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--letters);
  -webkit-text-size-adjust: 100%; }
body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 5vw, 3rem); letter-spacing: -.01em; }
h2 { font-size: 1.55rem; margin-block: 3.5rem .25rem; padding-block-start: .9rem;
  border-block-start: 3px solid var(--accent); }
h3 { font-size: 1.25rem; }
h4 { font-size: 1rem; margin-block: 1.75rem .25rem; }
:lang(ar) h1, h1:lang(ar) { letter-spacing: 0; }
p { margin: .25rem 0 .75rem; max-width: 42rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { text-decoration-color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.kicker { color: var(--accent); font-weight: 700; margin-block: 0 .35rem; }
.logo { display: block; max-height: 3.5rem; max-width: 14rem; margin-block-end: 1.75rem; }
.note, .about { color: var(--quiet); font-size: .9rem; }
)css";

constexpr const char* part_style =
    R"css(.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
  gap: 1.1rem 1.5rem; margin: 1.5rem 0 0; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd { margin: 0; font-weight: 600; line-height: 1.4; }
.facts dd::first-letter { text-transform: uppercase; }
.facts dd p { margin: 0 0 .35rem; }
.decide dd { font-weight: 400; }
.decide dt { color: var(--ink); font-weight: 700; font-size: 1rem; }
.did { list-style: none; margin: 1rem 0 0; padding: 0; }
.did li { border-block-start: 1px solid var(--line); padding-block: .9rem; }
.did dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  gap: .6rem 2rem; margin: 0; }
.did dt { color: var(--quiet); font-size: .85rem; }
.did dd { margin: 0; }
.did .state { font-weight: 600; }
.state svg { width: 1.05em; height: 1.05em; margin-inline-end: .45em; vertical-align: -.15em; }
.state .ring { fill: none; stroke: var(--accent); stroke-width: 2; }
.state .full { fill: var(--accent); }
.state .stroke { fill: none; stroke: var(--accent); stroke-width: 2.2; stroke-linecap: round; }
.state .on { stroke: var(--paper); }
.question { padding-block-end: 1.75rem; }
.question h3 { border-block-start: 1px solid var(--line); padding-block-start: 2rem; }
.question:first-of-type h3 { border-block-start: 0; padding-block-start: 1.25rem; }
.question h3 { display: flex; gap: .6rem; margin-block-start: 0; align-items: baseline;
  margin-block-end: .6rem; }
.number { color: var(--accent); font-variant-numeric: tabular-nums; }
.rules { padding-inline-start: 1.1rem; max-width: 42rem; }
.rules li { margin-block: .35rem; }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line);
  color: var(--quiet); font-size: .85rem; }
)css";

constexpr const char* chart_style = R"css(table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-block: .25rem; line-height: 1.3; }
caption .about { display: block; font-weight: 400; }
th, td { text-align: start; font-weight: 400; padding: .3rem 0; vertical-align: middle; line-height: 1.3;
  overflow-wrap: anywhere; hyphens: auto; }
thead th { color: var(--quiet); font-size: .85rem; vertical-align: bottom; }
.top th, .top td { font-weight: 700; }
.bars, .beside, .brief { table-layout: fixed; }
.bars > tbody > tr > th { width: 38%; padding-inline-end: 1rem; }
.lead .bars > thead th:first-child { width: 38%; }
.lead .ranking > thead th:last-child { width: 21%; }
.ranking td:last-child, .ranking thead th:last-child { text-align: end; padding-inline-start: .75rem; }
.rank { color: var(--quiet); display: inline-block; min-width: 1.6em; font-variant-numeric: tabular-nums; }
.value { display: flex; align-items: center; gap: .6rem; }
.value span, .ranking td { font-variant-numeric: tabular-nums; }
.value span { flex: none; min-width: 3.2em; text-align: end; white-space: nowrap; }
svg.bar { flex: 1; min-width: 0; height: 1.15rem; display: block; }
svg.column { display: block; width: 100%; --tall: 7rem; height: var(--tall);
  border-block-end: 1px solid var(--quiet); }
svg.column[style] { height: calc(var(--tall) * var(--long) / 100 + 1px); }
.multiples svg.column { --tall: 3.75rem; }
[dir=rtl] svg.bar { transform: scaleX(-1); }
.track { fill: var(--track); }
.fill { fill: var(--soft); }
.top .fill { fill: var(--accent); }
.mark { stroke: var(--ink); stroke-width: 1.75px; vector-effect: non-scaling-stroke; }
.beside .own .fill { fill: var(--accent); }
.columns { table-layout: fixed; }
.columns td { text-align: center; padding: .2rem 0; vertical-align: bottom; }
.columns .labels td { vertical-align: top; padding: .3rem .1rem 0; hyphens: manual; }
.columns td > span { display: block; font-size: .85rem; font-variant-numeric: tabular-nums; }
.columns tr:first-child td > span { white-space: nowrap; padding-block-end: .2rem; }
.columns thead, .multiples thead, .dense td:not(.top) > span { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); }
.dense .labels td:first-child > span, .dense .labels td:last-child > span { position: static; width: auto;
  height: auto; overflow: visible; clip-path: none; }
.dense .labels td { white-space: nowrap; overflow-wrap: normal; }
.multiples .dense tr:first-child td > span { font-size: .66rem; letter-spacing: -.03em; }
.lead > table { max-width: 46rem; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  gap: 1.4rem 2.25rem; margin-block: .75rem; align-items: start; }
.multiples table { font-size: .875rem; }
.multiples th, .multiples td { padding-block: .15rem; }
.multiples caption { font-size: 1rem; border-block-end: 1px solid var(--line); margin-block-end: .3rem; }
.multiples caption .about { font-size: .8rem; }
.multiples svg.bar { height: .95rem; }
.multiples .bars > tbody > tr > th { width: 46%; padding-inline-end: .6rem; }
.multiples .above, .multiples .above caption, .multiples .above tbody, .multiples .above tr,
.multiples .above td { display: block; width: 100%; }
.multiples .above > tbody > tr > th { display: block; width: 100%; padding-block: .3rem 0; }
.multiples .above td { padding-block: 0 .1rem; }
.multiples .columns td > span { font-size: .72rem; }
.beside > thead th:first-child { width: 28%; }
.beside > thead th { color: var(--ink); padding-inline-end: .75rem; }
.beside > thead .about { display: block; font-weight: 400; font-size: .8rem; }
.beside td { padding-inline-end: 1.75rem; }
.beside tbody th { padding-inline-end: .5rem; }
.beside td:last-child { padding-inline-end: 0; }
.brief { margin-block-start: .75rem; }
.brief th, .brief td { border-block-start: 1px solid var(--line); padding-block: .6rem;
  padding-inline-end: 1rem; }
.brief thead th, .missing thead th { border-block-start: 0; padding-block: .2rem; }
.brief tbody th { color: var(--quiet); }
.brief .most { font-weight: 700; font-size: 1.1rem; }
.brief thead th:first-child { width: 40%; }
.missing { max-width: 42rem; }
.missing caption { font-weight: 400; }
section > h3 { margin-block-start: 1.75rem; }
.missing th, .missing td { border-block-start: 1px solid var(--line); }
.missing td, .missing thead th:last-child { text-align: end; width: 9rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
)css";

constexpr const char* narrow_style = R"css(@media screen and (max-width: 36rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h2 { margin-block-start: 2.5rem; font-size: 1.35rem; }
  .brief, .brief tbody, .brief tr, .brief th, .brief td { display: block; width: auto; }
  .brief thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .brief tr { border-block-start: 1px solid var(--line); padding-block: .6rem; }
  .brief th, .brief td { border: 0; padding: .1rem 0; }
  .beside td { padding-inline-end: .5rem; }
  .beside .value { flex-direction: column; align-items: stretch; gap: .15rem; }
  .beside .value span { order: -1; text-align: start; }
  .lead .columns td > span { font-size: .78rem; }
  .lead .above, .lead .above caption, .lead .above tbody, .lead .above tr, .lead .above td { display: block;
    width: 100%; }
  .lead .above thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .lead .above > tbody > tr > th { display: block; width: 100%; padding-block: .4rem 0; }
  .beside > thead th { font-size: .78rem; padding-inline-end: .4rem; }
  .beside > thead th:first-child { width: 25%; }
}
)css";

constexpr const char* print_style = R"css(@page { size: A4; margin: 16mm 16mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  h2 { margin-block-start: 9mm; }
  h2, h3, h4, caption, .change, h2 + .note, h3 + .note, h4 + .note { break-after: avoid; }
  .multiples + .note, table + .note { break-before: avoid; }
  .lead, .brief tr, .did li, .facts > div, .multiples table, .beside, .missing, .rules li {
    break-inside: avoid; }
  .question { padding-block-end: 4mm; }
  .question h3 { padding-block-start: 5mm; }
  .facts { grid-template-columns: repeat(5, 1fr); }
  .decide { grid-template-columns: repeat(4, 1fr); }
  .multiples { grid-template-columns: repeat(3, 1fr); gap: 4mm 7mm; }
  svg.column { --tall: 22mm; }
  .multiples svg.column { --tall: 12mm; }
  a { text-decoration: none; }
}
)css";

}  // namespace

std::string report_style(const HouseStyle& style) {
  const Palette& day = style.shade(Contrast::normal).colours;
  const Palette& night = style.shade(Contrast::dark).colours;
  std::string css = variables_of(report_colours(day.paper, day.ink, day.ink_quiet, day.accent));
  css += fmt::format(":root {{ color-scheme: light dark; --letters: \"{}\", system-ui, sans-serif; }}\n",
                     font_name(style.font));
  css += "@media screen and (prefers-color-scheme: dark) {\n" +
         variables_of(report_colours(night.desk, night.ink, night.ink_quiet, night.focus)) + "}\n";
  css += "@media print {\n" + variables_of(report_colours(white, black, day.ink_quiet, day.accent)) + "}\n";
  return css + page_style + part_style + chart_style + narrow_style + print_style;
}

}  // namespace buurtpeil::sync
