#include "sync/new_form_words.h"

namespace buurtpeil::sync::new_form {

const char* const type_help =
    "Kies een type. Bij select_one en select_multiple zet u er een spatie achter en dan de naam van een "
    "lijst "
    "uit het blad choices, zoals: select_one ja_nee";

const char* const core_help =
    "Grijs: de vragen van de kern. Iedereen die de kern volgt, stelt ze precies zo. Ze zijn op slot, zonder "
    "wachtwoord. Geel: hier is plaats voor uw eigen vragen. Vertalingen zet u in nieuwe kolommen. "
    "buurtpeil-sync check --core zegt of alles nog klopt.";

std::vector<std::string> types() {
  std::vector<std::string> names;
  for (const auto& cells : explanation.rows) names.emplace_back(cells.front());
  return names;
}

const SheetWords survey = {
    "survey",
    {
        {"type", 24,
         "Wat voor vraag is het? In het blad uitleg staan alle types. Achter select_one en select_multiple "
         "komt de naam van een lijst uit het blad choices."},
        {"name", 14,
         "Een korte naam voor de vraag, zonder spaties. Zo heet de kolom met de antwoorden. Bezoekers zien "
         "deze naam niet."},
        {"label::Nederlands (nl)", 34,
         "De vraag zoals bezoekers die lezen. Houd het kort: één ding per vraag. Een eerder antwoord komt in "
         "de tekst met ${naam}."},
        {"label::English (en)", 34,
         "Dezelfde vraag in het Engels. Voor nog een taal voegt u een kolom toe, zoals label::Türkçe (tr)."},
        {"hint::Nederlands (nl)", 28, "Een korte uitleg onder de vraag. Mag leeg zijn."},
        {"hint::English (en)", 28, "Dezelfde uitleg in het Engels."},
        {"required", 10,
         "yes: de vraag moet een antwoord krijgen. Een bezoeker mag dan nog kiezen voor: dat zeg ik liever "
         "niet. Leeg: de vraag mag worden overgeslagen."},
        {"relevant", 20,
         "Wanneer de vraag wordt gesteld. Voorbeeld: ${tuin} = 'ja'. Leeg: de vraag komt altijd."},
        {"constraint", 24,
         "Wat een goed antwoord is. De punt is het antwoord. Voorbeeld: . >= 0 and . <= 200"},
        {"constraint_message::Nederlands (nl)", 30,
         "Wat bezoekers lezen als hun antwoord niet goed is: zeg wat wel kan."},
        {"constraint_message::English (en)", 30, "Dezelfde tekst in het Engels."},
        {"choice_filter", 16,
         "Welke keuzes er zijn, na een eerder antwoord. Voorbeeld: wijk = ${wijk}. In het blad choices staat "
         "dan een kolom wijk."},
        {"calculation", 16, "Alleen bij calculate: wat de kiosk uitrekent. Voorbeeld: ${bomen} * 2"},
        {"appearance", 14,
         "Hoe de vraag eruitziet. Voorbeeld: multiline, voor een antwoord van meer regels."},
        {"kiosk_results", 14,
         "yes: wie klaar is, ziet wat anderen op deze vraag antwoordden. Bij een getal zet u hier waar elke "
         "klasse begint, zoals: 0 10 20 50. Vul op het blad settings ook kiosk_place in."},
        {"kiosk_with", 14,
         "De naam van een andere vraag met kiosk_results. Het verslag zet de antwoorden op beide vragen "
         "naast "
         "elkaar. Mag leeg zijn."},
    },
    {
        {"select_one ja_nee", "tuin", "Hebt u een tuin?", "Do you have a garden?", "Een balkon telt ook mee.",
         "A balcony counts too.", "yes"},
        {"integer", "bomen", "Hoeveel bomen staan er in uw tuin?", "How many trees are there in your garden?",
         "Een schatting is goed.", "An estimate is fine.", "", "${tuin} = 'ja'", ". >= 0 and . <= 200",
         "Vul een getal in van 0 tot en met 200.", "Enter a number from 0 to 200."},
        {"select_multiple wensen", "wensen", "Wat wilt u meer in uw straat?",
         "What would you like more of in your street?", "Kies er ten hoogste twee.", "Choose at most two.",
         "", "", "count-selected(.) <= 2", "Kies er ten hoogste twee.", "Choose at most two."},
        {"text", "idee", "Welk idee hebt u zelf voor uw straat?", "What is your own idea for your street?",
         "Eén zin is genoeg. Schrijf geen namen op.", "One sentence is enough. Please write no names.", "",
         "", "", "", "", "", "", "multiline"},
    }};

const SheetWords choices = {
    "choices",
    {
        {"list_name", 14, "De naam van de lijst. Alle keuzes met dezelfde naam horen bij elkaar."},
        {"name", 14, "Een korte naam voor de keuze, zonder spaties. Zo komt die bij de antwoorden te staan."},
        {"label::Nederlands (nl)", 34, "De keuze zoals bezoekers die lezen."},
        {"label::English (en)", 34, "Dezelfde keuze in het Engels."},
    },
    {
        {"ja_nee", "ja", "Ja", "Yes"},
        {"ja_nee", "nee", "Nee", "No"},
        {"wensen", "groen", "Bomen en planten", "Trees and plants"},
        {"wensen", "spelen", "Plekken om te spelen", "Places to play"},
        {"wensen", "rust", "Rustig verkeer", "Calm traffic"},
        {"wensen", "parkeren", "Parkeerplaatsen", "Parking spaces"},
    }};

const SheetWords settings = {
    "settings",
    {
        {"form_title", 20, "De titel van het formulier."},
        {"form_id", 16, "Een vaste naam zonder spaties. Zo heet het bestand met de antwoorden."},
        {"version", 10, "Maak dit getal hoger als u het formulier verandert."},
        {"default_language", 18, "De taal die meedoet als er ergens geen vertaling is."},
        {"kiosk_attract::Nederlands (nl)", 34, "De uitnodiging op het scherm als er niemand staat."},
        {"kiosk_attract::English (en)", 34, "Dezelfde uitnodiging in het Engels."},
        {"kiosk_intro::Nederlands (nl)", 44,
         "Voor de eerste vraag: wie vraagt dit, waarom, wat gebeurt er met de antwoorden en hoe lang bewaart "
         "u "
         "ze? Pas deze tekst aan."},
        {"kiosk_intro::English (en)", 44, "Dezelfde tekst in het Engels."},
        {"kiosk_thanks::Nederlands (nl)", 44,
         "Na de laatste vraag: wat ligt al vast, wat is nog open, en wanneer en waar horen mensen meer? Pas "
         "deze "
         "tekst aan."},
        {"kiosk_thanks::English (en)", 44, "Dezelfde tekst in het Engels."},
        {"kiosk_decided::Nederlands (nl)", 34,
         "Wat al besloten is. Bezoekers lezen dit voor en na de vragen. Pas deze tekst aan."},
        {"kiosk_decided::English (en)", 34, "Dezelfde tekst in het Engels."},
        {"kiosk_open::Nederlands (nl)", 34, "Wat nog niet besloten is: daarvoor vraagt u dit."},
        {"kiosk_open::English (en)", 34, "Dezelfde tekst in het Engels."},
        {"kiosk_who::Nederlands (nl)", 34, "Wie het besluit neemt."},
        {"kiosk_who::English (en)", 34, "Dezelfde tekst in het Engels."},
        {"kiosk_when::Nederlands (nl)", 34,
         "Wanneer en waar mensen horen wat er met hun antwoorden is gedaan."},
        {"kiosk_when::English (en)", 34, "Dezelfde tekst in het Engels."},
        {"kiosk_did::Nederlands (nl)", 44,
         "Wat er is gedaan met wat mensen eerder zeiden. Op elke regel: wat mensen zeiden => wat u deed => "
         "hoe "
         "ver het is. Voorbeeld: Meer bomen => Er staan er 40 => klaar. De stand begint met gedaan, klaar, "
         "bezig "
         "of niet. Mag leeg zijn."},
        {"kiosk_did::English (en)", 44,
         "Dezelfde regels in het Engels. De stand begint met done, going on of not."},
        {"kiosk_place", 14,
         "De naam van de vraag die zegt waar iemand woont: een select_one. Bezoekers zien dan wat hun eigen "
         "buurt zei. Nodig als u kiosk_results gebruikt."},
        {"kiosk_results_least", 12,
         "Hoeveel mensen ten minste moeten antwoorden voordat een uitslag te zien is. Leeg is 10, minder dan "
         "5 "
         "kan niet."},
        {"kiosk_round", 10, "De hoeveelste keer u dit vraagt, zoals: 2. Zo kunt u rondes vergelijken."},
        {"kiosk_round_name::Nederlands (nl)", 18, "Hoe de ronde heet voor bezoekers, zoals: voorjaar 2027."},
        {"kiosk_round_name::English (en)", 18, "Dezelfde naam in het Engels."},
        {"kiosk_refuse", 14,
         "no: bij een vraag met required kan een bezoeker niet kiezen voor: dat zeg ik liever niet. Beter is "
         "leeg."},
        {"kiosk_first", 12,
         "yes: de eerste vraag staat op de uitnodiging, en wie een antwoord aantikt begint. Dat kan met een "
         "select_one met hooguit vijf keuzes die van niets afhangt."},
    },
    {
        {"Uw straat", "", "1", "Nederlands (nl)", "Wat wilt u voor uw straat?",
         "What would you like for your street?",
         "De gemeente vraagt wat u wilt voor uw straat. Met de antwoorden maken we een plan. We vragen geen "
         "namen en bewaren de antwoorden één jaar. Stoppen kan altijd.",
         "The municipality asks what you would like for your street. We use the answers to make a plan. We "
         "ask for no names and keep the answers for one year. You can stop at any time.",
         "Bedankt voor uw antwoorden. Praat er gerust over met uw buren: ook zij kunnen hier antwoorden.",
         "Thank you for your answers. Talk about it with your neighbours: they can answer here too.",
         "Er is geld voor tien straten.", "There is money for ten streets.",
         "Welke straten dat worden, en wat er komt.",
         "Which streets they will be, and what will be done there.", "De gemeenteraad.", "The town council.",
         "Over drie maanden vertellen we op deze plek wat we met de antwoorden doen.",
         "In three months we will tell you at this place what we do with the answers."},
    }};

const SheetWords explanation = {
    "uitleg",
    {{"type", 26, ""}, {"wat het is", 80, ""}},
    {
        {"select_one", "Eén keuze uit een lijst. Schrijf er de naam van de lijst achter: select_one ja_nee"},
        {"select_multiple", "Meer keuzes uit een lijst: select_multiple wensen"},
        {"rank", "Keuzes op volgorde zetten: rank wensen"},
        {"select_one_from_file",
         "Eén keuze uit een lang bestand naast het formulier: select_one_from_file buurten.csv"},
        {"integer", "Een heel getal"},
        {"decimal", "Een getal met cijfers achter de komma"},
        {"range", "Een getal op een schaal"},
        {"text", "Eigen woorden. De kiosk heeft een toetsenbord op het scherm."},
        {"date", "Een datum"},
        {"time", "Een tijd"},
        {"dateTime", "Een datum met een tijd"},
        {"note", "Alleen tekst om te lezen"},
        {"acknowledge", "Tekst om te lezen en goed te keuren"},
        {"calculate", "Iets wat de kiosk uitrekent. Bezoekers zien het niet."},
        {"begin_group", "Vragen die bij elkaar horen; met appearance field-list komen ze op één scherm"},
        {"end_group", "Het einde van die vragen"},
        {"begin_repeat", "Vragen die een bezoeker vaker kan beantwoorden, zoals voor elke plek"},
        {"end_repeat", "Het einde van die vragen"},
        {"today", "De dag van het bezoek; bezoekers zien dit niet"},
        {"start", "Het begin van het bezoek; bezoekers zien dit niet"},
        {"end", "Het einde van het bezoek; bezoekers zien dit niet"},
    }};

}  // namespace buurtpeil::sync::new_form
