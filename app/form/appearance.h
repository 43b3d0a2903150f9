// What a row's columns `appearance` and `parameters` say, read and checked once, when the form is compiled
// (form/compile/appearances.cpp, parameters.cpp). A word that means nothing for the row's type is not in
// here.
#pragma once

#include <optional>
#include <string>

namespace buurtpeil {

/// The values of a range and how they are shown. `step` is more than 0 and at most the whole range, whichever
/// way start and end lie.
struct Range {
  double start = 1, end = 10, step = 1;
  std::optional<double> tick_interval;  ///< a multiple of `step`
  std::optional<double> placeholder;    ///< one of the values
  int decimals = 0;                     ///< the most that one of these numbers is written with
  std::string tick_labels;              ///< key in Form::choices of the list tick_labelset, or ""
  bool vertical = false, no_ticks = false, picker = false, rating = false;  ///< appearances
};

/// How the choices of a select are laid out and found.
struct ChoiceStyle {
  enum class Layout { cards, columns, pack, likert, faces };
  Layout layout = Layout::cards;
  int columns = 0;          ///< of Layout::columns; 0 for as many as fit
  bool no_buttons = false;  ///< the choices have no marks of their own
  bool quick = false;       ///< a choice goes on to the next screen (select_one)
  bool minimal = false;     ///< the list is opened by a tap
  bool search = false;      ///< appearance search or autocomplete: a long list is typed into
  bool image_map = false;   ///< the choices are parts of the question's drawing
  bool map = false;         ///< the choices are places on the map
  enum class Table { none, heading, row };
  Table table = Table::none;  ///< heading: names the columns of the rows below it, and asks nothing itself
};

/// How words or a number are typed in.
struct WritingStyle {
  bool numbers = false;        ///< a text of digits
  bool multiline = false;      ///< a text of several lines
  int rows = 0;                ///< of a multiline text; 0 for as many as usual
  bool thousands_sep = false;  ///< of a number: its digits stand in threes
  bool counter = false;        ///< an integer that goes up and down by buttons
};

/// What is asked of a date; and of a dateTime whether it has a calendar.
struct DateStyle {
  enum class Parts { day, month_year, year };
  Parts parts = Parts::day;
  bool no_calendar = false;
};

/// How a place is kept, and what lies on the map that it is put on.
struct PlaceStyle {
  double grid_m = 0;         ///< its points are moved to the middle of their cell of a grid; 0: as they are
  bool incremental = false;  ///< of a line or area: its constraint is told at each point
  std::string layer = {};    ///< a .geojson whose features are drawn on the map, also below choices; "": none
};

/// How a group or repeat shows what is in it.
struct GroupStyle {
  bool one_screen = false;    ///< field-list or table-list: its questions stand on one screen
  bool table_list = false;    ///< it or a group around it is a table-list: its selects are rows of a table
  std::optional<long> total;  ///< what its numbers add up to, more than 0
  bool points = false;        ///< its whole numbers are given out as points, `total` in all
};

}  // namespace buurtpeil
