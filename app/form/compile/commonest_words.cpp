#include "form/compile/commonest_words.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "form/strings.h"

namespace buurtpeil {
namespace {

struct Commonest {
  std::string_view code, words;
};

// The words that stand most often in texts, and those that questions begin with: lists of frequencies have
// the same ones, whatever texts they count.
constexpr auto commonest = std::to_array<Commonest>({
    {"nl",
     "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar "
     "door "
     "over wat hoe wie waar welke waarom wanneer hoeveel u uw je jij jouw ik mijn wij we ons onze hun deze "
     "dit "
     "die daar hier heeft hebt hebben heb kunt kan wilt wil moet bent wordt worden geen wel meer anders ja "
     "nee "
     "vraag straat buurt groen"},
    {"en",
     "the a an and of to in is that it on you your for with are was be have has had this these those from or "
     "by "
     "not but what which who whom whose where when why how many much do does did can could would will should "
     "they their them there he she his her we our us my i me if at as any all some more most other please "
     "name yes no street"},
    {"tr",
     "ve bir bu da de için ile mi mı mu mü ne var yok çok daha en kadar gibi olarak olan sonra ama veya "
     "hangi "
     "nasıl neden kim kaç siz sizin sen senin ben benim biz bizim onun o şu her değil evet hayır "
     "nedir önce nerede olur gelir önemli musunuz misiniz mısınız lütfen sokak sokağınız"},
    {"pl",
     "i w we na z ze do się nie to jest są o od po za co jak czy kto gdzie kiedy dlaczego ile który która "
     "które "
     "pan pani pana państwo państwa twój twoja mój moja ma jego jej ich dla przez przy ale lub albo oraz tak "
     "ten ta te tym tego jeśli już tylko bardzo może proszę innych inne ulica ulicy"},
    {"uk",
     "і й та в у на з із зі до не що це є як чи хто де коли чому скільки який яка яке які ви вас вам ваш "
     "ваша "
     "ваше ваші ти твій я мій ми наш він вона воно вони за по від для про при або але так ні цей ця ці тут "
     "там бути має дуже більше будь вулиця вулиці"},
    {"ar",
     "في من على إلى عن مع هو هي هذا هذه ذلك التي الذي ما ماذا من هل كيف كم أين متى لماذا أي و أو لا نعم أن "
     "إن "
     "كان كل بعد قبل بين عند لكن إذا أنت أنا نحن هم لك لديك كنت يكون شارع الشارع اسم اسمك شارعك"},
    {"de",
     "der die das und in zu den von mit ist des sich auf für nicht ein eine einen einem einer als auch es an "
     "werden aus er hat dass sie nach wird bei noch wie was wer wo wann warum welche welcher welches wieviel "
     "viele ihr ihre ihren ihrer ich mein wir uns unser sind haben kann können oder aber wenn man bitte ja "
     "nein "
     "keine kein mehr straße sehr"},
    {"fr",
     "le la les l de des du d un une et à a en est que qui quoi dans pour sur par avec ne pas plus ce cette "
     "ces "
     "il elle vous votre vos nous notre nos je tu ton ta mon ma mes se son sa ses au aux ou où quand comment "
     "combien pourquoi quel quelle quels quelles êtes avez y si mais oui non sont être avoir rue très autre"},
});

/// In small letters, with a space before and after each word and nothing else between them.
std::string words_alone(std::string_view text) {
  const std::unique_ptr<gchar, decltype(&g_free)> small(
      g_utf8_strdown(text.data(), static_cast<gssize>(text.size())), &g_free);
  std::string words = " ";
  for (const gchar* at = small.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (g_unichar_isalpha(letter) || g_unichar_ismark(letter))
      words.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    else if (!words.ends_with(' '))
      words += ' ';
  }
  return words.ends_with(' ') ? words : words + ' ';
}

}  // namespace

std::string language_of_words(std::string_view text) {
  std::array<std::size_t, commonest.size()> found{};
  for (const std::string& word : words_of(words_alone(text)))
    for (std::size_t i = 0; i < commonest.size(); ++i) {
      const std::string_view known = commonest.at(i).words;
      std::size_t at = known.find(word);
      while (at != known.npos && ((at > 0 && known[at - 1] != ' ') ||
                                  (at + word.size() < known.size() && known[at + word.size()] != ' ')))
        at = known.find(word, at + 1);
      if (at != known.npos) ++found.at(i);
    }
  const auto most = std::ranges::max_element(found);
  if (*most == 0 || std::ranges::count(found, *most) > 1) return "";
  return std::string(commonest.at(static_cast<std::size_t>(most - found.begin())).code);
}

}  // namespace buurtpeil
