// The fields of a question screen, as plain data: what is asked, how it can be answered, what was answered.
// Part of view.h.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "geo/shape.h"
#include "style/shared_list.h"
#include "style/styled_text.h"
#include "ui/event.h"

namespace buurtpeil {

/// A button: its words and what it does. An empty label means that there is none.
struct Button {
  std::string label;
  Event event = event::Touch{};
};

/// Pictures and a recording beside a text: full paths of files, "" for none.
struct Media {
  std::string image = {};      ///< PNG, JPEG or SVG
  std::string big_image = {};  ///< the same in large, to be opened by a tap
  std::string audio = {};
  std::string qr = {};  ///< an address to show as a QR code; "" for none
  Button listen = {};   ///< plays the recording, or stops it while it is heard; without words there is none
  bool heard = false;   ///< it sounds now
};

/// What every field of a question screen says: of one question, a note or an open answer.
struct Asked {
  std::string path;
  StyledText label, hint;
  StyledText guidance = {};             ///< a longer explanation, shown when asked for; "" for none
  std::string explain = {}, hide = {};  ///< "show explanation", "hide explanation"
  std::string instruction = {};         ///< "several answers are possible", "2 of 3 chosen"
  /// A count says how many are chosen of how many may be; it takes the same room whatever it says.
  enum class Instruction { how_to, count, too_many } instruction_kind = Instruction::how_to;
  StyledText complaint = {};  ///< why the visit did not go on, beside the question
  Media media = {};
  Button refuse = {};  ///< "I'd rather not say"
  bool refused = false;
  bool follows = false;  ///< says more about the answer to the field above it, and belongs to that
};

struct NoteField : Asked {};

struct MapLayer;  // map/paint.h

/// The part of a map that is looked at.
struct MapGround {
  std::vector<std::string> files = {};  ///< MBTiles, the lowest first; none where there is no map
  std::string credit = {};              ///< whose map it is, always in sight
  GeoPoint centre = {};
  double zoom = 15;  ///< of tiles of 256 pixels, each 0.28 mm
  double least_zoom = 9, most_zoom = 18;
  bool names = true;  ///< the map's own are written on it
  /// Drawn on it, in one colour with their names: what is planned there, what is asked about; none where
  /// null.
  std::shared_ptr<const MapLayer> layer = {};
};

/// How choices lie on the page. Where there is no room for it, they are cards below each other.
enum class ChoiceLook {
  cards,        ///< below each other; beside each other where they are short
  columns,      ///< so many beside each other as ChoiceField::columns says, or as fit
  pack,         ///< each as wide as it needs, in rows
  scale,        ///< a row of circles with words below
  faces,        ///< a row of faces, the first the unhappiest, with words below
  map,          ///< the field's picture, an SVG, whose elements with the name of a choice as their id are
                ///< touched; and cards, each as good as its place in the picture
  places,       ///< the shapes of the choices on a map, touched; and cards, each as good as its shape
  closed,       ///< what is chosen in one field, which opens the list
  acknowledge,  ///< one large card
};

struct ChoiceField : Asked {
  struct Option {
    std::string name;
    StyledText label;
    bool selected = false;
    int place = 0;  ///< in an order, from 1; 0 for none yet
    Media media = {};
    GeoShape shape = {};  ///< of ChoiceLook::places: what is touched; empty for a card alone
    int number = 0;       ///< of ChoiceLook::places: on its card and on the map, from 1; 0 for a card alone
  };
  bool several = false;
  bool ordered = false;  ///< several, and each tap gives the next number; those that have one come first
  ChoiceLook look = ChoiceLook::cards;
  int columns = 0;     ///< of ChoiceLook::columns; 0: as many as fit
  bool marked = true;  ///< else a card shows its picture or its words alone, and a check once it is chosen
  /// Neighbours with the same word here, and the same choices, are rows of one table; "" for none. Where a
  /// table does not fit, each has its own look.
  std::string table = {};
  std::string open = {}, close = {};  ///< of ChoiceLook::closed: "choose from the list", "close the list"
  bool searched_first = false;        ///< of ChoiceLook::closed: it opens with the keyboard to search in it
  SharedList<Option> options;
  /// So many of them, from the first on, stand the other way round where the screen begins with choices out
  /// of sight: what is below the end of a page gets fewer answers, and so it is not the same for everybody.
  std::size_t reversed_if_hidden = 0;
  /// Of ChoiceLook::places; its centre and zoom count once the visitor has looked around.
  MapGround ground = {};
  bool shows_all = true;    ///< until then: all shapes are in sight
  std::string search = {};  ///< "search the list", above a list that is too long to read; "" for others
  std::string nothing_found = {};
};

/// `digits`: a text of digits and the signs between them (a house number, a telephone number), on a keypad.
enum class Keyboard { text, whole_number, number, digits };

struct WriteField : Asked {
  Keyboard keyboard = Keyboard::text;
  bool multiline = false;
  int rows = 0;                 ///< lines that a field of several lines has at least; 0: the usual three
  bool sentences = true;        ///< the keyboard begins each with a capital
  std::string value;            ///< as typed: a number has the language's decimal sign
  std::string decimal_sign;     ///< "," or "." for Keyboard::number
  bool negative = true;         ///< of a number: one below nought may be valid, and the keypad has a minus
  std::string group_sign = {};  ///< shown between the thousands of a number, never written; "" for none
};

/// A value that is reached step by step, up and down: a counted number, the parts of a day or a time. What
/// a step leads to is counted elsewhere; here are only the values that each button writes.
struct StepField : Asked {
  struct Step {
    std::string writes;      ///< the whole new value; "": there is no such step
    std::string label = {};  ///< "+10" of the far ones
  };
  struct Column {
    std::string name;   ///< stable word, "day"
    std::string title;  ///< "day" in the visitor's language, or ""
    std::string value;  ///< as shown; "" while there is none
    Step up, down, far_up, far_down;
    std::string above = {}, below = {};  ///< neighbours on a wheel: what `up` and `down` lead to, as shown
  };
  /// Days of a month, months of a year, or years, to choose from where there is room for them. Which ones are
  /// shown is no answer: it is turned to others by buttons that browse.
  struct CalendarGrid {
    struct Cell {
      std::string label, writes;
      bool chosen = false;
      bool present = false;  ///< today, this month, this year
    };
    /// What it is turned by: the month, the year. A button without a label is not there.
    struct Turn {
      std::string title;  ///< "March"
      Button far_earlier, earlier, later, far_later;
    };
    std::vector<std::string> headings;  ///< the days of a week, Monday first; none above months and years
    int columns = 7;
    int blanks = 0;  ///< empty places before the first cell
    std::vector<Cell> cells;
    std::vector<Turn> turns;
    std::string instruction;  ///< in place of the field's
  };
  std::vector<Column> columns;
  Button clear;                ///< takes the answer away
  bool wheel = false;          ///< a single column stands upright too
  CalendarGrid calendar = {};  ///< in place of the columns of a day; without cells for none
};

/// One of many values in a row, from the lowest to the highest: a stop on a line, or so many stars. What a
/// stop stores is counted elsewhere.
struct ScaleField : Asked {
  enum class Shape { line, upright, stars };
  struct Tick {
    long stop = 0;
    StyledText label = {};  ///< "" for a mark alone
  };
  /// To another stop, for visitors who cannot drag; -1 where there is none.
  struct Move {
    long stop = -1;
    std::string label = {};  ///< "+10" of the far ones; "" where the scale has no far ones
  };
  Shape shape = Shape::line;
  long stops = 2;           ///< how many there are, counted from 0
  long stop = -1;           ///< the chosen one, -1 for none
  long placeholder = -1;    ///< where a hollow handle waits
  std::string value;        ///< as shown; "" while there is none
  bool marks = true;        ///< draws the ticks' marks, else their labels alone
  bool named = false;       ///< the labels are words of the form, not numbers: none is left out
  std::vector<Tick> ticks;  ///< ascending; the labels of the ends among them
  Move less, more, far_less, far_more;
  Button clear;
};

/// Points that are divided over several questions. None can be given more than what is left.
struct PointsField : Asked {
  struct Step {
    std::string label;   ///< "+10"
    std::string writes;  ///< "": not now
  };
  struct Item {
    std::string path;
    StyledText label;
    std::string value;             ///< as shown, "0" while there is none
    double share = 0;              ///< of all points, 0 to 1
    std::vector<Step> less, more;  ///< far ones first; always as many
  };
  std::vector<Item> items;
  std::string left;    ///< "Still to divide: 40"
  double divided = 0;  ///< part of all points, 0 to 1
  Button clear;        ///< takes them all back
};

/// After the last instance of a repeat: is there another one? Here the way on is a card among the others, so
/// that two equal answers stand below each other; the view has no other Next then.
struct RepeatField : Asked {
  Button add, go_on, remove;
};

/// A place: a point, a line or an area, put on a map by touching it or by what is said of its middle. Names
/// to go to and points to change are closed lists of their own that follow it. The instruction stands on the
/// map, and may change with each touch.
struct MapField : Asked, MapGround {
  enum class Shape { point, line, area };
  Shape shape = Shape::point;
  GeoPoints points;      ///< the answer; of an area without the one that closes it
  std::size_t next = 0;  ///< which of them is put next; behind the last one: a new one
  bool crosses = false;  ///< the line touches itself
  std::string where;     ///< what lies in the middle of the map, in words
  std::string answer;    ///< the point that was answered, in words; "" for nothing
  std::string kept;      ///< how closely a place is kept
  Button put;            ///< puts the next point in the middle of the map
  Button undo, clear;
  std::string stride;  ///< how far a step leads: "50 m"; the same as the scale
  double stride_m = 50;
  Button nearer, farther, north, east, south, west;
};

using Field = std::variant<NoteField, ChoiceField, WriteField, StepField, ScaleField, PointsField, MapField,
                           RepeatField>;
/// Name of the target of a step, "step:born:year:up"; `which` is up, down, far_up or far_down.
[[nodiscard]] std::string step_target(const StepField& field, const StepField::Column& column,
                                      const std::string& which);
/// What all kinds of fields have.
[[nodiscard]] const Asked& asked_of(const Field& field);

}  // namespace buurtpeil
