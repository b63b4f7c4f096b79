#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

// Grouped by where they usually occur; nothing ties a type to a track.
constexpr Term activityType[] = {
    // before talks
    {"exploratory-contact", "Exploratory contact", "First soundings of whether and on what a party would talk."},
    {"shuttle", "Shuttle", "A third party goes back and forth between parties who do not meet."},
    {"back-channel", "Back channel", "A confidential line between parties beside the public talks."},
    {"talks-about-talks", "Talks about talks", "The parties settle who meets, where, on what and under which rules."},
    {"preparatory-meeting", "Preparatory meeting",
     "A meeting that prepares a dialogue, its rules or its selection of members."},
    {"conflict-analysis", "Conflict analysis", "A joint look at actors, causes and dynamics of the conflict."},
    {"stakeholder-consultation", "Stakeholder consultation",
     "Those with a stake are asked what they need from the process."},
    {"capacity-building", "Capacity-building", "Training or coaching that helps people to take part in talks."},
    {"confidence-building", "Confidence-building measure", "A step by one or more parties that should raise trust."},
    {"initiative", "Initiative", "Somebody puts forward a plan or an invitation to start or renew a process."},
    // official
    {"negotiation-round", "Round of negotiations", "The parties negotiate directly with each other."},
    {"proximity-talks", "Proximity talks",
     "The parties are in one place but a third party carries messages between them."},
    {"mediation-session", "Mediation session", "The parties meet under the guidance of a mediator."},
    {"bilateral-meeting", "Bilateral meeting", "Two parties or leaders meet by themselves."},
    {"summit", "Summit", "Leaders meet in person."},
    {"dialogue-plenary", "Plenary of a national dialogue", "All members of a national dialogue meet."},
    {"working-group-session", "Working group session", "A working group meets on its subject."},
    {"technical-committee", "Technical committee", "Specialists work out details for those who negotiate."},
    {"military-technical-talks", "Military technical talks", "Officers of the sides work out security arrangements."},
    {"ceasefire", "Ceasefire or pause in fighting", "A span in which fighting should stop, with or without a text."},
    {"signing", "Signing", "Parties sign a text."},
    {"ratification", "Ratification", "A body approves what was agreed so that it can take effect."},
    {"referendum", "Referendum", "Citizens vote on a question or text."},
    {"constitution-drafting", "Constitution drafting", "A constitution is drafted, debated or adopted."},
    {"legislation", "Legislation", "A law is drafted, debated or passed."},
    {"election", "Election", "Citizens or members vote people into office."},
    {"appointment", "Appointment", "A person or government is chosen and takes office."},
    {"international-conference", "International conference", "States and organisations meet on the process."},
    {"contact-group-meeting", "Meeting of a contact or Friends group",
     "States or organisations that support the process coordinate."},
    {"donor-conference", "Donor conference", "Funders meet and say what they will give."},
    {"implementation-step", "Implementation step", "Something that was agreed is carried out."},
    // semi-official
    {"informal-retreat", "Informal retreat", "Officials in a personal capacity work with others away from the public."},
    {"expert-hearing", "Expert hearing", "Those who negotiate hear experts."},
    {"advisory-committee", "Advisory committee", "A group that advises the table meets."},
    {"friends-briefing", "Briefing of friends of the process",
     "Supporting states or organisations are told how the process stands."},
    // influential people
    {"problem-solving-workshop", "Problem-solving workshop",
     "Influential people of the sides look for solutions together in confidence."},
    {"sustained-dialogue", "Sustained dialogue",
     "The same people of different sides meet again and again over a long time."},
    {"civil-society-forum", "Civil society forum", "Organisations of civil society meet to form and voice views."},
    {"womens-caucus", "Women's caucus", "Women of different sides or organisations meet to form common views."},
    {"youth-caucus", "Youth caucus", "Young people of different sides or organisations meet to form common views."},
    {"expert-paper", "Expert paper", "Specialists write down options or analysis for the process."},
    {"religious-initiative", "Initiative of religious leaders", "Religious leaders act together for talks or calm."},
    {"business-initiative", "Initiative of business", "Business people act together for talks or calm."},
    {"insider-mediation", "Insider mediation", "People from within the society mediate."},
    {"society-led-dialogue", "Dialogue convened by civil society",
     "Organisations of society call the political sides together."},
    // communities
    {"community-dialogue", "Community dialogue",
     "People of one or several communities talk about what divides and joins them."},
    {"local-peace-committee-session", "Session of a local peace committee",
     "A local committee meets to prevent or settle disputes."},
    {"local-pact", "Local pact", "Communities or local commanders agree not to fight each other."},
    {"public-consultation", "Public consultation", "The public is asked and listened to on questions of the process."},
    {"perception-survey", "Perception survey", "A survey shows how people see security, the process or each other."},
    {"civic-education", "Civic education", "People learn what is at stake and how they can take part."},
    {"mass-action", "Mass action", "Many people march, strike, sit in or gather for or against something."},
    {"trauma-healing", "Trauma healing", "People are supported in coming to terms with what they have lived through."},
    {"community-monitoring", "Community monitoring", "People on the ground observe whether commitments are kept."},
    // across tracks
    {"coordination-meeting", "Coordination meeting", "Those who run tracks or initiatives compare notes and align."},
    {"outreach", "Media and outreach", "The public is told about the process."},
    {"early-warning-report", "Early-warning report",
     "A report says where violence may be coming and what could be done."},
    {"monitoring-report", "Monitoring report", "A report says how far commitments are kept."},
    {"evaluation", "Evaluation or learning review", "The team looks back at what worked and why."},
    {"fundraising", "Fundraising", "Money for the process is sought."},
};

constexpr Term activityStatus[] = {
    {"idea", "Idea", "Somebody has suggested it and nothing is decided."},
    {"planned", "Planned", "It stands in the plan but nobody has been invited."},
    {"invited", "Invited", "Invitations have gone out."},
    {"confirmed", "Confirmed", "Those who are needed have said that they come."},
    {"ongoing", "Ongoing", "It has begun and is not over."},
    {"suspended", "Suspended", "It has begun and rests until something is settled."},
    {"postponed", "Postponed", "It will take place later than planned, on purpose."},
    {"completed", "Completed", "It has taken place."},
    {"cancelled", "Cancelled", "It will not take place."},
    {"failed", "Ended without result", "It took place and ended without what it was held for."},
    {"superseded", "Superseded", "Something else has taken its place."},
};

constexpr Term activityFormat[] = {
    {"plenary", "Plenary", "All members meet in one room."},
    {"small-group", "Small group", "A few people work in confidence."},
    {"bilateral", "Bilateral", "Two sides meet by themselves."},
    {"round-table", "Round table", "All sides sit together on an equal footing."},
    {"proximity", "Proximity", "The sides are near each other and a third party goes between them."},
    {"shuttle", "Shuttle", "A third party travels between the sides."},
    {"workshop", "Workshop", "People work through questions with a facilitator."},
    {"retreat", "Retreat", "People work for some days away from their usual surroundings."},
    {"hearing", "Hearing", "Invited people speak and are asked questions."},
    {"open-forum", "Open forum", "Anybody may come and speak."},
    {"ceremony", "Ceremony", "A public act such as an opening or a signing."},
    {"side-meeting", "Side meeting", "People meet in the margins of something else."},
    {"online", "Online", "People meet by video or over a platform."},
    {"hybrid", "Hybrid", "Some are in the room and others take part from afar."},
    {"written", "In writing", "Views are exchanged on paper."},
    {"telephone", "By telephone", "People speak by telephone."},
};

constexpr Term channel[] = {
    {"social-media", "Social media", "Posts, messages and comments on social networks."},
    {"messaging-groups", "Messaging groups", "Groups on messaging services that people already use."},
    {"polling", "Polling", "Surveys that ask a sample of people."},
    {"online-consultation", "Online consultation", "A website or platform on which people can send views."},
    {"written-submissions", "Written submissions", "Letters, papers and forms that anybody can hand in."},
    {"phone-line", "Telephone line", "A number that people can call or send text messages to."},
    {"radio", "Radio", "Broadcasts, also in local languages, with or without callers."},
    {"television", "Television", "Reports, debates and live sessions on television."},
    {"newspapers", "Newspapers", "Articles, columns and notices in print or online."},
    {"press-conference", "Press conference", "A briefing at which journalists ask questions."},
    {"website", "Website and newsletter", "Texts, minutes and news that the process itself publishes."},
    {"town-halls", "Town halls", "Open meetings in towns and villages."},
    {"home-visits", "Visits and outreach teams", "People go to those who cannot or will not come."},
    {"places-of-worship", "Places of worship", "News and talks where people gather for worship."},
    {"schools", "Schools and universities", "Talks and lessons with pupils and students."},
    {"arts", "Theatre, music and arts", "Performances and art that open a conversation."},
    {"camps", "Camps and settlements", "Visits and meetings where displaced people live."},
    {"diaspora-networks", "Diaspora networks", "Associations and groups of people abroad."},
};

constexpr Term rppCell[] = {
    {"more-people-individual", "More people, individual change",
     "Reaches many people and works on how they think, feel or relate."},
    {"key-people-individual", "Key people, individual change",
     "Reaches people with influence and works on how they think, feel or relate."},
    {"more-people-socio-political", "More people, social and political change",
     "Reaches many people and works on institutions and public life."},
    {"key-people-socio-political", "Key people, social and political change",
     "Reaches people with influence and works on institutions and public life."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::activityType, "activity-type", "Type of activity", "", activityType},
    {VocabularyId::activityStatus, "activity-status", "Status of an activity", "", activityStatus},
    {VocabularyId::activityFormat, "activity-format", "Format", "", activityFormat},
    {VocabularyId::channel, "channel", "Channel", "", channel},
    {VocabularyId::rppCell, "rpp-cell", "Whom it reaches and what it changes", "Reflecting on Peace Practice (CDA)",
     rppCell},
};

}  // namespace

std::span<const Vocabulary> activities() { return chapter; }

}  // namespace trackloom::words
