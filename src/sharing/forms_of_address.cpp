#include "sharing/forms_of_address.h"

#include <algorithm>

namespace trackloom::sharing {
namespace {

constexpr std::u32string_view address[] = {
    // English
    U"mr", U"mrs", U"ms", U"miss", U"mx", U"sir", U"dame", U"lord", U"lady", U"dr", U"doctor", U"prof", U"professor",
    U"general", U"gen", U"colonel", U"col", U"lieutenant", U"lt", U"major", U"maj", U"captain", U"capt", U"brigadier",
    U"brig", U"admiral", U"marshal", U"field", U"sergeant", U"commander", U"comandante", U"commandant", U"president",
    U"vice", U"prime", U"minister", U"deputy", U"assistant", U"acting", U"former", U"ambassador", U"envoy", U"special",
    U"representative", U"secretary", U"director", U"chairman", U"chairwoman", U"chairperson", U"chair", U"chief",
    U"governor", U"mayor", U"senator", U"judge", U"adviser", U"advisor", U"spokesman", U"spokeswoman", U"spokesperson",
    U"leader", U"elder", U"king", U"queen", U"prince", U"princess", U"emir", U"sultan", U"father", U"sister",
    U"brother", U"bishop", U"archbishop", U"cardinal", U"pastor", U"reverend", U"rev", U"imam", U"mullah", U"ayatollah",
    U"mufti", U"sheikh", U"shaykh", U"sheik", U"sheikha", U"shaikh", U"cheikh", U"haj", U"hajj", U"haji", U"hajji",
    U"sayyid", U"sayed", U"comrade", U"engineer", U"eng", U"jr", U"sr",
    // French and Spanish
    U"m", U"mme", U"mlle", U"monsieur", U"madame", U"mademoiselle", U"docteur", U"professeur", U"capitaine", U"amiral",
    U"ministre", U"ambassadeur", U"maitre", U"frere", U"soeur", U"pere", U"eveque", U"senor", U"senora", U"senorita",
    U"sra", U"srta", U"don", U"dona", U"doctora", U"profesor", U"profesora", U"coronel", U"capitan", U"ministro",
    U"ministra", U"embajador", U"embajadora", U"presidente", U"presidenta", U"padre", U"hermano", U"hermana", U"obispo",
    // Arabic, letters folded
    U"السيد", U"السيده", U"الدكتور", U"الدكتوره", U"دكتور", U"الاستاذ", U"الاستاذه", U"الشيخ", U"الشيخه", U"شيخ",
    U"الحاج", U"اللواء", U"اللوا", U"العميد", U"العقيد", U"الفريق", U"الجنرال", U"الرايد", U"النقيب", U"القايد",
    U"الريس", U"الرييس", U"الوزير", U"السفير", U"المهندس", U"الامير", U"الامام", U"المطران", U"الاب", U"الاخ",
    U"الاخت"};

constexpr std::u32string_view joining[] = {
    U"of",  U"the", U"for", U"to",   U"and",  U"in",  U"on",   U"at",  U"by",  U"with", U"from", U"a",   U"an",
    U"de",  U"la",  U"le",  U"les",  U"des",  U"du",  U"d",    U"l",   U"et",  U"pour", U"del",  U"los", U"las",
    U"el",  U"y",   U"e",   U"da",   U"das",  U"do",  U"dos",  U"di",  U"von", U"van",  U"der",  U"den", U"zu",
    U"bin", U"ibn", U"ben", U"ould", U"bint", U"abu", U"abou", U"umm", U"oum", U"abd",  U"al",   U"ul",  U"san",
    U"بن",  U"ابن", U"بنت", U"ابو",  U"ابي",  U"ام",  U"عبد",  U"ال",  U"من",  U"في",   U"و"};

constexpr std::u32string_view ofOrganisations[] = {
    // English
    U"agency", U"alliance", U"armed", U"army", U"assembly", U"association", U"authority", U"bank", U"battalion",
    U"board", U"brigade", U"brigades", U"bureau", U"centre", U"center", U"chamber", U"church", U"coalition",
    U"commission", U"committee", U"committees", U"communities", U"community", U"company", U"component",
    U"confederation", U"conference", U"congress", U"council", U"councils", U"court", U"delegation", U"embassy",
    U"federation", U"force", U"forces", U"forum", U"foundation", U"front", U"fund", U"government", U"group", U"groups",
    U"house", U"initiative", U"institute", U"institution", U"league", U"militia", U"militias", U"ministry", U"mission",
    U"movement", U"nations", U"network", U"ngo", U"office", U"organisation", U"organisations", U"organization",
    U"organizations", U"parliament", U"parties", U"party", U"platform", U"police", U"programme", U"quartet",
    U"republic", U"secretariat", U"senate", U"society", U"state", U"states", U"syndicate", U"team", U"tribe", U"tribes",
    U"trust", U"union", U"university",
    // French and Spanish
    U"agence", U"armee", U"assemblee", U"banque", U"comite", U"conseil", U"cour", U"etat", U"gouvernement", U"groupe",
    U"ligue", U"ministere", U"mouvement", U"organisme", U"parti", U"parlement", U"reseau", U"societe", U"syndicat",
    U"universite", U"agencia", U"alianza", U"asamblea", U"asociacion", U"banco", U"brigada", U"coalicion", U"comision",
    U"consejo", U"corte", U"ejercito", U"estado", U"frente", U"fuerzas", U"fundacion", U"gobierno", U"grupo",
    U"iglesia", U"liga", U"mesa", U"ministerio", U"mision", U"movimiento", U"organizacion", U"parlamento", U"partido",
    U"red", U"sindicato", U"sociedad", U"universidad",
    // Arabic, letters folded
    U"اتحاد", U"الاتحاد", U"ايتلاف", U"بعثه", U"بنك", U"تجمع", U"تحالف", U"جامعه", U"جبهه", U"الجبهه", U"جماعه",
    U"الجماعه", U"جمعيه", U"الجمعيه", U"جيش", U"الجيش", U"حركه", U"الحركه", U"حزب", U"الحزب", U"حكومه", U"الحكومه",
    U"سفاره", U"شبكه", U"شركه", U"فريق", U"قبيله", U"قوات", U"القوات", U"كتيبه", U"لجنه", U"اللجنه", U"لوا", U"مجلس",
    U"المجلس", U"مجموعه", U"محكمه", U"مصرف", U"مكون", U"منتدي", U"منظمات", U"منظمه", U"مؤتمر", U"المؤتمر", U"موتمر",
    U"الموتمر", U"نقابه", U"هييه", U"الهييه", U"وزاره"};

bool isIn(std::u32string_view word, auto& list) { return std::ranges::find(list, word) != std::end(list); }

}  // namespace

bool isFormOfAddress(std::u32string_view word) { return isIn(word, address); }

bool isOfOrganisations(std::u32string_view word) { return isIn(word, ofOrganisations); }

bool isJoining(std::u32string_view word) { return isIn(word, joining); }

}  // namespace trackloom::sharing
