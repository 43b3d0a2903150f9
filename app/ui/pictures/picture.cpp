#include "ui/pictures/picture.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include <imgui_internal.h>

#include "image/decode.h"

namespace buurtpeil {
namespace {

// Every OpenGL 3 has textures of this size, and no display that we know of is larger.
constexpr int max_texture_px = 4096;
constexpr std::size_t head_bytes = std::size_t{256} << 10;  // a JPEG's size stands behind its thumbnail

/// A picture in a size; with an id the marking of that part of it; with ids alone, where these are.
struct Key {
  std::string file;
  int width = 0, height = 0;
  std::string id = {};
  std::vector<std::uint32_t> marking = {};
  std::vector<std::string> ids = {};
  std::shared_ptr<const MapSight> sight = {};  ///< compared by `id`, which tells all of it
  friend bool operator<(const Key& a, const Key& b) {
    const auto all = [](const Key& key) {
      return std::tie(key.file, key.width, key.height, key.id, key.marking, key.ids);
    };
    return all(a) < all(b);
  }
};

std::uint32_t number_of(Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}
Colour colour_of(std::uint32_t number) {
  const auto part = [number](int shift) { return static_cast<std::uint8_t>(number >> shift & 0xFF); };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

std::vector<std::uint32_t> numbers_of(const Marking& marking) {
  return {number_of(marking.tint), number_of(marking.line), number_of(marking.rim),
          static_cast<std::uint32_t>(marking.line_px), static_cast<std::uint32_t>(marking.rim_px)};
}
Marking marking_of(const std::vector<std::uint32_t>& numbers) {
  return {colour_of(numbers[0]), colour_of(numbers[1]), colour_of(numbers[2]), static_cast<int>(numbers[3]),
          static_cast<int>(numbers[4])};
}

std::optional<std::string> read_beginning(const std::string& file, std::size_t most) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {};
  std::string bytes(most, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(most));
  if (stream.bad()) return {};
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
  return bytes;
}

std::optional<Pixels> read_pixels(const Key& key) {
  if (key.sight) {
    MapPicture map = paint_sight(*key.sight);
    return Pixels{map.width, map.height, std::move(map.rgba)};
  }
  const auto bytes = read_beginning(key.file, max_picture_bytes + 1);
  if (!bytes) return {};
  try {
    auto pixels = key.id.empty()
                      ? decode(*bytes, key.width, key.height)
                      : marked_region(*bytes, key.id, key.width, key.height, marking_of(key.marking));
    if (pixels) return std::move(*pixels);
  } catch (const std::bad_alloc&) {
    // no memory for this one: the others go on
  }
  return {};
}

std::optional<Regions> find_regions(const Key& key) {
  if (key.ids.empty()) return {};
  const auto bytes = read_beginning(key.file, max_svg_bytes + 1);
  if (!bytes) return {};
  auto regions = read_regions(*bytes, key.ids);
  return regions ? std::optional(std::move(*regions)) : std::nullopt;
}

/// Decodes one picture after the other on a thread of its own.
class Worker {
 public:
  struct Done {
    Key key;
    std::optional<Pixels> pixels;
    std::optional<Regions> regions;
  };

  explicit Worker(std::function<void()> wake)
      : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

  void ask(Key key) {
    const std::lock_guard lock(mutex_);
    wanted_.push_back(std::move(key));
    changed_.notify_all();
  }
  std::vector<Done> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(done_, {});
  }
  bool has_done() const {
    const std::lock_guard lock(mutex_);
    return !done_.empty();
  }
  void wait_until_idle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return wanted_.empty() && !busy_; });
  }

 private:
  void work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !wanted_.empty(); })) {
      const Key key = std::move(wanted_.front());
      wanted_.pop_front();
      busy_ = true;
      lock.unlock();
      auto regions = find_regions(key);
      auto pixels = key.ids.empty() ? read_pixels(key) : std::nullopt;
      lock.lock();
      done_.push_back({key, std::move(pixels), std::move(regions)});
      lock.unlock();
      if (wake_) wake_();
      lock.lock();
      busy_ = false;
      changed_.notify_all();
    }
  }

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Key> wanted_;
  std::vector<Done> done_;
  bool busy_ = false;
  std::jthread thread_;  // last: it uses all others, and ends first
};

/// A decoded picture as Dear ImGui and its renderer know it.
class Texture {
 public:
  Texture(ImGuiContext* context, const Pixels& pixels) : context_(context) {
    data_ = IM_NEW(ImTextureData)();
    data_->Create(ImTextureFormat_RGBA32, pixels.width, pixels.height);
    data_->UseColors = true;
    static int textures = 1'000'000;  // Dear ImGui counts its own from 1
    data_->UniqueID = ++textures;
    std::memcpy(data_->GetPixels(), pixels.rgba.data(), pixels.rgba.size());
    data_->SetStatus(ImTextureStatus_WantCreate);
    in_context([this] { ImGui::RegisterUserTexture(data_); });
  }
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;
  ~Texture() {
    in_context([this] {
      ImGui::UnregisterUserTexture(data_);
      ImGui::GetPlatformIO().Textures.find_erase(data_);  // Dear ImGui's list of the last frame
    });
    IM_DELETE(data_);
  }

  [[nodiscard]] ImTextureData* data() { return data_; }
  [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(data_->GetSizeInBytes()); }
  /// The renderer lets go of it when it renders next.
  void retire() {
    if (data_->Status == ImTextureStatus_Destroyed || data_->TexID == ImTextureID_Invalid)
      return data_->SetStatus(ImTextureStatus_Destroyed);
    data_->UnusedFrames = 1;
    data_->SetStatus(ImTextureStatus_WantDestroy);
  }
  [[nodiscard]] bool is_gone() const { return data_->Status == ImTextureStatus_Destroyed; }

 private:
  template <class Work>
  void in_context(Work work) {
    ImGuiContext* current = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    work();
    ImGui::SetCurrentContext(current);
  }
  ImGuiContext* context_;
  ImTextureData* data_ = nullptr;
};

struct Entry {
  std::unique_ptr<Texture> texture;  ///< nullptr while it is decoded, or when it cannot be
  std::optional<Regions> regions;
  bool decoded = false;
  long drawn_in = 0;  ///< number of the last frame that asked for it
};

}  // namespace

struct Pictures::State {
  ImGuiContext* context = ImGui::GetCurrentContext();
  std::size_t room_bytes = 0;
  long frame = 0;
  std::map<std::string, PictureSize> sizes;
  std::map<Key, Entry> entries;
  std::vector<std::unique_ptr<Texture>> retired;
  Worker worker;

  State(std::function<void()> wake, std::size_t room) : room_bytes(room), worker(std::move(wake)) {}

  void take_in() {
    for (Worker::Done& done : worker.take()) {
      Entry& entry = entries[done.key];
      entry.decoded = true;
      entry.regions = std::move(done.regions);
      if (!done.pixels) continue;
      entry.texture = std::make_unique<Texture>(context, *done.pixels);
    }
  }

  /// Asks the worker the first time.
  Entry& wanted(const Key& key) {
    const auto [entry, is_new] = entries.try_emplace(key);
    entry->second.drawn_in = frame;
    if (is_new) worker.ask(key);
    return entry->second;
  }

  enum class Kind { any, map };
  static bool is(Kind kind, const Key& key) { return kind == Kind::any || key.sight != nullptr; }

  /// Of those that the last frame did not draw, the one that was drawn the longest ago.
  std::map<Key, Entry>::iterator oldest(Kind kind) {
    auto found = entries.end();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
      if (is(kind, entry->first) && entry->second.texture && entry->second.drawn_in < frame &&
          (found == entries.end() || entry->second.drawn_in < found->second.drawn_in))
        found = entry;
    return found;
  }

  [[nodiscard]] std::size_t bytes_of(Kind kind) const {
    std::size_t sum = 0;
    for (const auto& [key, entry] : entries)
      if (entry.texture && is(kind, key)) sum += entry.texture->bytes();
    return sum;
  }

  void make_room() {
    std::erase_if(retired, [](const auto& texture) { return texture->is_gone(); });
    make_room(Kind::map, std::min(map_room_bytes, room_bytes));
    make_room(Kind::any, room_bytes);
  }

  void make_room(Kind kind, std::size_t room) {
    for (std::size_t bytes = bytes_of(kind); bytes > room;) {
      const auto entry = oldest(kind);
      if (entry == entries.end()) return;
      bytes -= entry->second.texture->bytes();
      entry->second.texture->retire();
      retired.push_back(std::move(entry->second.texture));
      entries.erase(entry);
    }
  }
};

Pictures::Pictures(std::function<void()> wake, std::size_t room_bytes)
    : state_(std::make_unique<State>(std::move(wake), room_bytes)) {}
Pictures::Pictures(Pictures&&) noexcept = default;
Pictures& Pictures::operator=(Pictures&&) noexcept = default;
Pictures::~Pictures() = default;

PictureSize Pictures::size(const std::string& file) {
  const auto known = state_->sizes.find(file);
  if (known != state_->sizes.end()) return known->second;
  PictureSize size;
  auto bytes = read_beginning(file, head_bytes);
  if (bytes && bytes->size() == head_bytes && !read_head(*bytes))
    bytes = read_beginning(file, max_picture_bytes + 1);
  if (bytes) {
    if (const auto head = read_head(*bytes))
      size = {static_cast<float>(head->width), static_cast<float>(head->height), true, head->scales};
  }
  return state_->sizes.emplace(file, size).first->second;
}

Pictures::Found Pictures::find(const std::string& file, int width, int height) {
  if (!size(file).readable) return {.missing = true};
  const Entry& entry =
      state_->wanted({file, std::clamp(width, 1, max_texture_px), std::clamp(height, 1, max_texture_px)});
  if (!entry.texture) return {.missing = entry.decoded};
  return {.texture = entry.texture->data()};
}

Pictures::Found Pictures::find_marked(const std::string& file, const std::string& id, int width, int height,
                                      const Marking& marking) {
  const Entry& entry = state_->wanted({file, std::clamp(width, 1, max_texture_px),
                                       std::clamp(height, 1, max_texture_px), id, numbers_of(marking)});
  if (!entry.texture) return {.missing = entry.decoded};
  return {.texture = entry.texture->data()};
}

Pictures::Found Pictures::find_map(const MapSight& sight) {
  const MapFrame& frame = sight.frame;
  std::string id =
      fmt::format("{:.7f} {:.7f} {:.3f} {:.2f} {:.2f} {}", frame.centre.latitude, frame.centre.longitude,
                  frame.zoom, sight.pixels_per_mm, sight.letter_px, sight.names);
  const MapPalette& palette = sight.palette;
  for (const MapColour& colour : {palette.ground, palette.street, palette.name, palette.water})
    id += fmt::format(" {:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
  if (sight.layer) id += " " + sight.layer->id;
  const Entry& entry = state_->wanted({.file = fmt::format("map {}", fmt::join(sight.files, " ")),
                                       .width = std::clamp(frame.width_px, 1, max_texture_px),
                                       .height = std::clamp(frame.height_px, 1, max_texture_px),
                                       .id = std::move(id),
                                       .sight = std::make_shared<const MapSight>(sight)});
  if (!entry.texture) return {};
  return {.texture = entry.texture->data()};
}

const Regions* Pictures::regions(const std::string& file, const std::vector<std::string>& ids) {
  static const Regions none;
  if (ids.empty()) return &none;
  const Entry& entry = state_->wanted({.file = file, .ids = ids});
  if (!entry.decoded) return nullptr;
  return entry.regions ? &*entry.regions : &none;
}

void Pictures::begin_frame() {
  state_->take_in();
  state_->make_room();
  ++state_->frame;
}

bool Pictures::waiting() const {
  return std::ranges::any_of(state_->entries, [this](const auto& entry) {
    return !entry.second.decoded && entry.second.drawn_in == state_->frame;
  });
}

bool Pictures::has_news() const { return state_->worker.has_done(); }
void Pictures::wait_until_decoded() { state_->worker.wait_until_idle(); }

}  // namespace buurtpeil
