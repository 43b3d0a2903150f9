// Pictures on the screen: files named by a view, decoded off the drawing thread by one worker in the size in
// which they are shown, and kept as Dear ImGui textures as long as there is room. Screens draw them with
// Frame::picture() and lay them out with Frame::picture_size(), which knows the proportion before anything is
// decoded, so that nothing moves when the picture comes.
//
// A file that changes while the kiosk runs is seen after a restart. What cannot be read or decoded is
// shown as a card with a sign for a missing picture; `buurtpeil-sync check` says why.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include <imgui.h>

#include "ui/box.h"
#include "ui/pictures/map_picture.h"
#include "ui/pictures/regions.h"

namespace buurtpeil {

/// How a picture lies in its box.
enum class Fit {
  contain,  ///< all of it is seen, in the middle
  cover,    ///< all of the box is covered; what stands out is cut off evenly
};

/// Width and height of a picture: a proportion, and for a photograph its pixels. Of one that cannot be read,
/// the place that is kept for it.
struct PictureSize {
  float width = 4, height = 3;
  bool readable = false;
  bool scales = false;  ///< sharp in any size
};

/// What a place for a picture showed in the last frame.
struct DrawnPicture {
  enum class State { waiting, shown, missing };
  std::string file;
  Box box;   ///< of the picture itself within the place it was given
  Box clip;  ///< nothing of it is seen outside
  State state = State::waiting;
};

class Pictures {
 public:
  /// Bytes of decoded pictures that are kept, those in sight apart; a full screen has 8 MB.
  static constexpr std::size_t default_room_bytes = std::size_t{96} << 20;
  /// Of these maps take at most so much: each step and each zoom makes another one.
  static constexpr std::size_t map_room_bytes = std::size_t{40} << 20;

  /// Needs a current ImGui context, and goes before it does. `wake` is called from the worker when a picture
  /// is ready: the next frame shows it.
  explicit Pictures(std::function<void()> wake, std::size_t room_bytes = default_room_bytes);
  Pictures(Pictures&&) noexcept;
  Pictures& operator=(Pictures&&) noexcept;
  ~Pictures();

  /// Reads the file's beginning the first time; later it is remembered.
  [[nodiscard]] PictureSize size(const std::string& file);

  /// The picture's texture for being shown that large (pixels); nullptr while it is decoded or when it cannot
  /// be, which `missing` tells apart.
  struct Found {
    ImTextureData* texture = nullptr;
    bool missing = false;
  };
  [[nodiscard]] Found find(const std::string& file, int width, int height);

  /// The same of the marking of one of its parts, to be laid over the picture.
  [[nodiscard]] Found find_marked(const std::string& file, const std::string& id, int width, int height,
                                  const Marking& marking);
  /// Where the parts with these ids are; nullptr until it is known. Of a file that is no SVG there are none.
  [[nodiscard]] const Regions* regions(const std::string& file, const std::vector<std::string>& ids);

  /// The same of a part of a map. Never missing: where there is no map the ground is painted.
  [[nodiscard]] Found find_map(const MapSight& sight);

  /// At the beginning of each frame: takes in what the worker has done, and lets go of what was not drawn for
  /// the longest time where there are too many.
  void begin_frame();

  /// Something that the last frame showed is still being decoded.
  [[nodiscard]] bool waiting() const;
  /// A picture came that no frame has shown yet: draw again.
  [[nodiscard]] bool has_news() const;
  /// Sleeps until the worker has nothing left to do; for tests and screenshots.
  void wait_until_decoded();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
