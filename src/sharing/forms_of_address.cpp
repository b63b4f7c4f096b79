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

bool isIn(std::u32string_view word, auto& list) { return std::ranges::find(list, word) != std::end(list); }

}  // namespace

bool isFormOfAddress(std::u32string_view word) { return isIn(word, address); }

bool isJoining(std::u32string_view word) { return isIn(word, joining); }

}  // namespace trackloom::sharing
