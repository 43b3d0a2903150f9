#include "kiosk/views/media_view.h"

#include "form/compile/media.h"

namespace buurtpeil {

std::string file_beside(const Form& form, const std::string& name) {
  const auto file = form.media.find(name);
  return file == form.media.end() ? "" : file->second.path.string();
}

Media media_view(const Form& form, const MediaNames& names, const Hearing& hearing, const Wording& say) {
  const auto file = [&](const char* kind) {
    const auto name = names.find(kind);
    if (name == names.end()) return std::string();
    const bool can_be = std::string_view(kind) == "audio" ? is_played(name->second) : is_shown(name->second);
    return can_be ? file_beside(form, name->second) : "";
  };
  Media media{.image = file("image"), .big_image = file("big-image")};
  if (media.image.empty()) std::swap(media.image, media.big_image);
  if (const auto address = names.find("qr"); address != names.end()) media.qr = address->second;
  media.audio = file("audio");
  if (media.audio.empty() || !hearing.possible) return media;
  media.heard = media.audio == hearing.heard_file;
  media.listen = media.heard ? Button{say("listen_stop"), event::Hush{}}
                             : Button{say("listen"), event::Play{media.audio}};
  return media;
}

}  // namespace buurtpeil
