#include "support/sample_media.h"

namespace buurtpeil {
namespace {

using Word = std::function<std::string(const std::string&)>;

struct Samples {
  const Word& word;

  [[nodiscard]] Media media(const std::string& image, const std::string& big_image = "") const {
    return {.image = image.empty() ? "" : sample_picture(image),
            .big_image = big_image.empty() ? "" : sample_picture(big_image)};
  }

  void let_listen(Media& media, const std::string& file, bool heard = false) const {
    media.audio = file;
    media.heard = heard;
    media.listen =
        heard ? Button{word("listen_stop"), event::Hush{}} : Button{word("listen"), event::Play{file}};
  }

  template <class F>
  F asked(const std::string& name, Media media) const {
    F field;
    field.path = name;
    field.label = word(name + ".label");
    field.media = std::move(media);
    return field;
  }

  void explain(Asked& field) const {
    field.guidance = word("heating.hint") + " " + word("trees.hint");
    field.explain = word("explain");
    field.hide = word("explain_hide");
  }

  void choose_from(ChoiceField& field, const std::vector<std::string>& names, const std::string& list) const {
    for (const std::string& name : names) field.options.push_back({name, word(list + "=" + name)});
  }

  [[nodiscard]] NoteField note() const {
    auto field = asked<NoteField>("situation", media("street.svg", "street.svg"));
    field.hint = word("field.hint");
    let_listen(field.media, "note.mp3", true);
    explain(field);
    return field;
  }

  [[nodiscard]] ChoiceField question() const {
    auto field = asked<ChoiceField>("field", media("street.svg", "street.svg"));
    field.hint = word("field.hint");
    field.refuse = {word("refuse"), event::Refuse{"field"}};
    let_listen(field.media, "question.mp3");
    explain(field);
    choose_from(field, {"homes", "low_half", "high_half", "green"}, "field");
    field.options.own()[1].selected = true;
    return field;
  }

  /// Choices that are heard, with pictures or without.
  [[nodiscard]] ChoiceField spoken(bool with_pictures) const {
    auto field = asked<ChoiceField>("heating", {});
    choose_from(field, {"network", "pump", "insulate"}, "heating");
    auto& options = field.options.own();
    const std::vector<std::string> files = {"home-row.svg", "home-low.svg", "home-high.svg"};
    for (std::size_t index = 0; index < options.size(); ++index) {
      if (with_pictures) options[index].media = media(files[index], files[index]);
      let_listen(options[index].media, options[index].name + ".mp3", index == 1);
    }
    options[0].selected = true;
    return field;
  }

  [[nodiscard]] ChoiceField map(bool several) const {
    auto field = asked<ChoiceField>("green", media("street.svg"));
    field.look = ChoiceLook::map;
    field.several = several;
    field.instruction = word("image_map");
    if (several) field.instruction += " " + word("several");
    field.options.push_back({"pavement", word("theme=meeting"), several});
    field.options.push_back({"road", word("theme=traffic"), true});
    field.options.push_back({"green", word("theme=trees")});
    if (several) choose_from(field, {"parking", "homes", "energy", "water", "shops"}, "theme");
    return field;
  }

  [[nodiscard]] WriteField written() const {
    auto field = asked<WriteField>("idea", media("street.svg", "street.svg"));
    field.hint = word("idea.hint");
    field.multiline = true;
    let_listen(field.media, "idea.mp3");
    explain(field);
    return field;
  }
};

}  // namespace

std::string sample_picture(const std::string& name) { return BUURTPEIL_TESTS "/forms/" + name; }

std::vector<std::pair<std::string, Field>> sample_media(const Word& word) {
  const Samples samples{word};
  return {{"note_picture", samples.note()},   {"question_picture", samples.question()},
          {"spoken", samples.spoken(false)},  {"spoken_pictures", samples.spoken(true)},
          {"map", samples.map(false)},        {"map_several", samples.map(true)},
          {"text_picture", samples.written()}};
}

}  // namespace buurtpeil
