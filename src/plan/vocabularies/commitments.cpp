#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr std::string_view accordsMatrix = "Peace Accords Matrix (Kroc Institute)";

// The themes keep the order of the matrix.
constexpr Term commitmentTheme[] = {
    {"amnesty", "Amnesty", "Who is not prosecuted, for what and on which conditions."},
    {"damage-commission", "Commission on damage and loss", "A commission that deals with damage and loss."},
    {"land-arbitration", "International arbitration on land", "An international body that decides on disputed land."},
    {"boundary-demarcation", "Boundary demarcation", "Where boundaries run and how they are marked."},
    {"ceasefire", "Ceasefire", "How the fighting ends."},
    {"childrens-rights", "Children's rights", "What children are owed, child soldiers included."},
    {"citizenship", "Citizenship reform", "Who is a citizen or can become one."},
    {"civil-administration", "Civil administration reform", "How the civil service is renewed and opened."},
    {"constitution", "Constitutional reform", "What changes in the constitution."},
    {"cultural-protection", "Cultural protections", "How cultures, sites and traditions are protected."},
    {"decentralisation", "Decentralisation or federalism", "Which powers go to regions and municipalities."},
    {"demobilisation", "Demobilisation", "How fighters leave the forces."},
    {"development", "Economic and social development", "What is done for livelihoods and services."},
    {"disarmament", "Disarmament", "How arms are laid down."},
    {"dispute-resolution", "Dispute resolution committee", "A committee that settles disputes over the agreement."},
    {"donor-support", "Donor support", "What outside funders contribute."},
    {"education", "Education reform", "What changes in schools and universities."},
    {"elections", "Electoral and party reform", "What changes in elections and for parties."},
    {"arms-embargo", "Arms embargo", "How the supply of arms is stopped."},
    {"inter-group-relations", "Relations between groups or states",
     "How ethnic groups or states deal with each other."},
    {"executive", "Executive branch reform", "What changes in government and presidency."},
    {"human-rights", "Human rights", "Which rights are guaranteed and by whom."},
    {"displaced-people", "Internally displaced people", "How displaced people return, settle and are supported."},
    {"indigenous-rights", "Rights of indigenous minorities", "What indigenous peoples are guaranteed."},
    {"independence-referendum", "Independence referendum", "A vote on independence."},
    {"judiciary", "Judiciary reform", "What changes in courts and prosecution."},
    {"legislature", "Legislative branch reform", "What changes in parliament."},
    {"media", "Media reform", "What changes for press and broadcasting."},
    {"military", "Military reform", "What changes in the armed forces."},
    {"minority-rights", "Minority rights", "What minorities are guaranteed."},
    {"natural-resources", "Natural resource management", "How resources are used and their income shared."},
    {"official-language", "Official language and symbols", "Which languages and symbols are official."},
    {"paramilitary-groups", "Paramilitary groups", "How paramilitary groups are dissolved or integrated."},
    {"police", "Police reform", "What changes in the police."},
    {"transitional-government", "Power-sharing transitional government",
     "Who governs together until a new order is in place."},
    {"prisoner-release", "Prisoner release", "Which prisoners are released and when."},
    {"ratification", "Ratification mechanism", "How the agreement is approved."},
    {"refugees", "Refugees", "How refugees return and are supported."},
    {"regional-peacekeeping", "Regional peacekeeping force", "A peacekeeping force of the region."},
    {"reintegration", "Reintegration", "How former fighters find a place in civilian life."},
    {"reparations", "Reparations", "What those who were harmed receive."},
    {"review", "Review of the agreement", "When and how the agreement is looked at again."},
    {"self-determination", "Right of self-determination", "What a people may decide about its own status."},
    {"territorial-power-sharing", "Territorial power-sharing", "How power is shared between territories."},
    {"timeline", "Detailed timeline", "By when each step is carried out."},
    {"truth-reconciliation", "Truth or reconciliation mechanism", "How the past is established and dealt with."},
    {"un-peacekeeping", "UN peacekeeping force", "A peacekeeping force of the United Nations."},
    {"un-transitional-authority", "UN transitional authority", "The United Nations administer a territory for a time."},
    {"verification", "Monitoring and verification mechanism", "Who observes and confirms that the agreement is kept."},
    {"troop-withdrawal", "Withdrawal of troops", "Which troops leave and when."},
    {"womens-rights", "Women's rights", "What women are guaranteed."},
};

constexpr Term implementationScore[] = {
    {"0", "Not begun", "Nothing has been done yet."},
    {"1", "Minimum", "First steps have been taken."},
    {"2", "Intermediate", "Much has been done and it could be completed."},
    {"3", "Full", "It has been carried out, completely or nearly so."},
};

constexpr Term proposalAnswer[] = {
    {"pending", "Pending", "The table has not dealt with it yet."},
    {"referred", "Referred", "The table has passed it to another body."},
    {"deferred", "Deferred", "The table will come back to it later."},
    {"accepted", "Accepted", "The table has taken it up."},
    {"partly-accepted", "Accepted in part", "The table has taken up part of it."},
    {"not-accepted", "Not accepted", "The table has decided not to take it up."},
    {"no-answer", "No answer", "The table has let it be known that there will be no answer."},
    {"withdrawn", "Withdrawn", "Those who proposed it have taken it back."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::commitmentTheme, "commitment-theme", "Theme of a commitment", accordsMatrix, commitmentTheme},
    {VocabularyId::implementationScore, "implementation-score", "Implementation score", accordsMatrix,
     implementationScore},
    {VocabularyId::proposalAnswer, "proposal-answer", "Answer to a proposal", "", proposalAnswer},
};

}  // namespace

std::span<const Vocabulary> commitments() { return chapter; }

}  // namespace trackloom::words
