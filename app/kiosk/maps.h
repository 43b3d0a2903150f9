// The maps of a form: MBTiles that kiosk.toml names, else those beside the form; what they name, and whose
// they are. Names are read on a thread of their own, so that nobody waits for them: until they are there the
// search is empty. A map that cannot be read is left out, and problems() says so to the staff.
//
// Names to search for are those of vector maps, the areas among the form's choices, and for maps of
// pictures a table beside each: "gouda.csv" beside "gouda.mbtiles", with the columns name, latitude and
// longitude.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "form/form.h"
#include "kiosk/config.h"
#include "map/names.h"
#include "map/paint.h"
#include "ui/field.h"

namespace buurtpeil {

/// The features of a form's .geojson on the map (kiosk_layer), named in one language.
class Layer {
 public:
  Layer(const Form& form, const std::string& file, int language);
  [[nodiscard]] const std::shared_ptr<const MapLayer>& painted() const { return painted_; }
  /// Of the areas around the point, one after the other; "" for none.
  [[nodiscard]] std::string names_at(const GeoPoint& point) const;

 private:
  std::vector<GeoShape> places_;
  std::shared_ptr<const MapLayer> painted_;
};

class Maps {
 public:
  /// Only of a form that asks for places, or has choices on a map; of others nothing is read. The form may go
  /// afterwards.
  Maps(const Form& form, const Config& config);
  Maps(const Maps&) = delete;
  Maps& operator=(const Maps&) = delete;
  ~Maps();

  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }  ///< that can be read
  [[nodiscard]] const std::string& credit() const { return credit_; }
  /// Something to point at, on a map or among names.
  [[nodiscard]] bool any() const {
    return !files_.empty() || !sources_.places.empty() || !sources_.areas.empty();
  }
  /// Where a map begins that the form says nothing about: the map's own middle, without one that of the
  /// areas.
  [[nodiscard]] GeoPoint centre() const { return centre_; }
  [[nodiscard]] double zoom() const { return zoom_; }
  [[nodiscard]] double most_zoom() const { return most_zoom_; }

  /// What the question draws on its map, in the language; none where it has nothing.
  [[nodiscard]] const Layer* layer(const Row& row, int language) const;

  /// Why files were left out, sentences for the log; and their names, for the staff's screen.
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

  /// What can be searched for: choices whose names are numbers of found(). Empty while names are read.
  [[nodiscard]] SharedList<ChoiceField::Option> choices() const;
  [[nodiscard]] const NamedPlace* found(const std::string& choice) const;
  [[nodiscard]] WhereItIs describe(const GeoPoint& point) const;

  /// Sleeps until names are read; for tests.
  void wait() const { read_.wait(false); }

 private:
  void open_files(const std::vector<std::filesystem::path>& paths);
  void begin_among_areas();
  /// Who reads Arabic searches for areas in Arabic.
  void add_names_in_other_languages(const Form& form);
  void add_table(const std::filesystem::path& map);
  void leave_out(const std::filesystem::path& file, const std::string& why);
  void read_names(const std::stop_token& stop);

  std::vector<std::string> files_, problems_, left_out_;
  std::string credit_;
  std::map<std::pair<std::string, int>, Layer> layers_;  ///< by file and language
  GeoPoint centre_{52.1, 5.3};
  double zoom_ = 15, most_zoom_ = 18;
  MapNames::Sources sources_;
  MapNames names_;                       ///< from `read_` on
  std::vector<NamedPlace> other_names_;  ///< of areas in the form's other languages; found after those
  SharedList<ChoiceField::Option> choices_;
  std::atomic<bool> read_ = false;
  std::jthread thread_;  ///< last: it uses the others, and ends first
};

/// The borders of areas that are choices of the form (Form::are_places), with what they are called in the
/// language; -1 for the form's own.
[[nodiscard]] std::vector<NamedArea> areas_of(const Form& form, int language = -1);

}  // namespace buurtpeil
