#pragma once

#include "plan/names.h"
#include "plan/value.h"

namespace trackloom {

/// A field name with the type its values have, on whichever kind. A test proves every key against the table of kinds.
template <class T>
struct Key {
  FieldNumber number;
};

namespace key {

inline constexpr Key<Text> title{"title"}, name{"name"}, notes{"notes"}, source{"source"}, reason{"reason"},
    label{"label"}, text{"text"}, outputs{"outputs"}, component{"component"}, colour{"colour"}, context{"context"},
    mandate{"mandate"}, venue{"venue"}, fingerprint{"fingerprint"}, rule{"rule"}, country{"country"}, what{"what"},
    evidence{"evidence"}, author{"author"}, side{"side"}, principles{"principles"},
    confidentialityRule{"confidentiality-rule"}, quorum{"quorum"}, measure{"measure"}, reference{"reference"},
    contingency{"contingency"}, trigger{"trigger"}, outreach{"outreach"}, genderStrategy{"gender-strategy"},
    exit{"exit"}, because{"because"}, eventStatus{"status"}, format{"format"}, unit{"unit"};

inline constexpr Key<Date> plannedStart{"planned-start"}, plannedFinish{"planned-finish"}, start{"start"},
    finish{"finish"}, updated{"updated"}, asOf{"as-of"}, analysisDate{"analysis-date"}, date{"date"}, since{"since"},
    until{"until"}, from{"from"}, planned{"planned"}, delivered{"delivered"}, acknowledged{"acknowledged"}, due{"due"};

inline constexpr Key<Integer> duration{"duration"}, lag{"lag"}, count{"count"}, offset{"offset"}, order{"order"},
    influence{"influence"};

inline constexpr Key<Number> share{"share"}, number{"number"};

inline constexpr Key<Flag> us{"us"}, codeNameOnly{"code-name-only"}, singleUndertaking{"single-undertaking"},
    agreed{"agreed"}, suggested{"suggested"};

inline constexpr Key<Choice> status{"status"}, type{"type"}, level{"level"}, nature{"nature"}, direction{"direction"},
    content{"content"}, mechanism{"mechanism"}, role{"role"}, modality{"modality"}, decisionPower{"decision-power"},
    confidence{"confidence"}, classification{"classification"}, dayCount{"day-count"}, anchorEnd{"end"}, stage{"stage"},
    substage{"substage"}, ceasefireType{"ceasefire-type"}, layer{"layer"}, score{"score"},
    decisionRule{"decision-rule"}, outcomeStatus{"outcome-status"}, purpose{"purpose"}, state{"state"}, theme{"theme"};

inline constexpr Key<Money> budget{"budget"}, amount{"amount"};

inline constexpr Key<Ref> lead{"lead"}, body{"body"}, strand{"strand"}, phase{"phase"}, linkFrom{"from"}, linkTo{"to"},
    carrier{"carrier"}, linkWho{"who"}, linkIn{"in"}, of{"of"}, anchor{"anchor"}, parent{"parent"}, group{"group"},
    actor{"actor"}, issue{"issue"}, agreement{"agreement"}, verifier{"verifier"}, track{"track"},
    viewpoint{"viewpoint"}, activity{"activity"}, expert{"expert"}, heldBy{"held-by"}, origin{"origin"},
    tabledIn{"tabled-in"}, response{"response"};

inline constexpr Key<Refs> tracks{"tracks"}, issues{"issues"}, objectives{"objectives"}, partners{"partners"},
    about{"about"}, between{"between"}, memberOf{"member-of"}, groups{"groups"}, elements{"elements"},
    conveners{"conveners"}, covers{"covers"}, signatories{"signatories"}, responsible{"responsible"},
    supporting{"supporting"}, agreedBy{"agreed-by"}, members{"members"}, chair{"chair"}, forWhom{"for-whom"},
    reportsTo{"reports-to"};

inline constexpr Key<Texts> aliases{"aliases"}, languages{"languages"}, dimensions{"dimensions"},
    provisions{"provisions"}, bodyFunctions{"functions"}, identity{"identity"}, restDays{"rest-days"},
    expertise{"expertise"}, expertiseNeeded{"expertise-needed"};

}  // namespace key
}  // namespace trackloom
