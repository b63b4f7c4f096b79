#include "plan/vocabularies/chapters.h"

namespace trackloom::words {

namespace {

constexpr std::string_view insiderGuidance = "Guidance on supporting insider mediation (UNDP and EU, 2014)";

constexpr Term actorType[] = {
    {"state", "Country or state", "A state as such, in its relations with others."},
    {"government", "Government", "The government of a state, or a part of it such as a ministry."},
    {"entity", "Entity", "An authority that governs an area without being generally recognised as a state."},
    {"military", "Military", "The armed forces of a state, or a part of them."},
    {"intergovernmental", "Intergovernmental organisation", "An organisation whose members are states."},
    {"ngo", "Non-governmental organisation", "A private organisation that works for a public purpose."},
    {"armed-organisation", "Armed organisation", "An organised armed group that is not part of a state's forces."},
    {"political-party", "Political party", "An organisation that seeks office under its own name."},
    {"state-coalition", "Coalition of states", "Several states that act together without a standing organisation."},
    {"umbrella", "Umbrella", "A front, alliance or platform under which several actors speak together."},
    {"civil-society", "Civil society organisation",
     "An association of citizens that is neither state nor party nor business."},
    {"womens-organisation", "Women's organisation", "An organisation led by women or speaking for women."},
    {"youth-organisation", "Youth organisation", "An organisation led by young people or speaking for them."},
    {"religious", "Religious body", "A community of faith, its institutions or its leadership."},
    {"regional-group", "Regional group", "An organisation or movement that speaks for a region."},
    {"community", "Community or tribe", "A local, ethnic or tribal community and its own leadership."},
    {"union", "Trade union", "An organisation of working people."},
    {"business", "Business", "A company, an employers' association or a chamber of trade."},
    {"professional-body", "Professional body", "An organisation of a profession such as lawyers or doctors."},
    {"academic", "Academic institution", "A university, research institute or think tank."},
    {"media", "Media", "A newspaper, broadcaster or online outlet."},
    {"diaspora", "Diaspora", "People from the country who live abroad, and their organisations."},
    {"parliament", "Parliament", "An elected assembly, a chamber or a committee of it."},
    {"judiciary", "Court", "A court or another independent legal authority."},
    {"public-body", "Public body", "An independent commission or agency of the state, such as an election body."},
    {"movement", "Movement", "People who act together in public without a formal organisation."},
    {"person", "Person", "A single person who counts as such and not for an organisation."},
    {"other", "Other", "An actor that none of the other words describes."},
};

constexpr Term actorLevel[] = {
    {"top", "Top", "Leaders of national standing whose words are public and closely watched."},
    {"middle", "Middle", "Respected people who know both the leaders and the communities."},
    {"grassroots", "Grassroots", "Leaders and groups who live and work in the communities."},
};

constexpr Term actorLayer[] = {
    {"primary", "Primary", "Takes part in the conflict directly and must be part of settling it."},
    {"secondary", "Secondary", "Has a stake in the conflict and some influence on it without being a direct party."},
    {"shadow", "Shadow", "Has influence from outside the visible circle of parties."},
    {"third-party", "Third party", "Helps the parties to deal with the conflict."},
};

constexpr Term insiderType[] = {
    {"individual", "Individual", "One person whom the sides trust."},
    {"group", "Group", "Several people who mediate together, such as elders or a women's network."},
    {"institution", "Institution", "A standing institution that mediates, such as a council or a religious body."},
};

constexpr Term legitimacySource[] = {
    {"religious", "Religious", "Standing that comes from faith or religious office."},
    {"traditional", "Traditional", "Standing that comes from custom, descent or age."},
    {"political", "Political", "Standing that comes from political office or a political past."},
    {"professional", "Professional", "Standing that comes from a profession or from proven skill."},
    {"personal", "Personal", "Standing that comes from character, experience and relations."},
};

constexpr Term parliamentaryFunction[] = {
    {"representation", "Representation", "Members bring the voices of those who elected them."},
    {"oversight", "Oversight", "Parliament asks the government to account for what it does."},
    {"budget-setting", "Setting the budget", "Parliament decides what public money is spent on."},
    {"legislation", "Legislation", "Parliament turns what was agreed into law."},
    {"parliamentary-diplomacy", "Parliamentary diplomacy", "Members build relations across borders and between sides."},
};

constexpr Term expertise[] = {
    {"process-design", "Process design", "How talks are set up, sequenced and run."},
    {"mediation", "Mediation and facilitation", "How parties are helped to talk and to agree."},
    {"national-dialogue", "National dialogue", "How broad dialogues are prepared, held and followed up."},
    {"conflict-analysis", "Conflict analysis", "How actors, causes and dynamics are understood together."},
    {"security-arrangements", "Security arrangements",
     "How armed forces and armed groups are dealt with during and after talks."},
    {"ceasefires", "Ceasefires", "How fighting is stopped and how the text for it is written."},
    {"monitoring-verification", "Monitoring and verification",
     "How it is observed and confirmed that parties keep their word."},
    {"disarmament-reintegration", "Disarmament and reintegration",
     "How fighters lay down arms and return to civilian life."},
    {"security-sector-reform", "Security sector reform", "How army, police and their oversight are renewed."},
    {"gender-inclusivity", "Gender and inclusivity", "How women and groups without a seat shape what is decided."},
    {"youth", "Youth", "How young people take part and what concerns them."},
    {"constitutional-issues", "Constitutional issues", "How constitutions are made and what they can settle."},
    {"power-sharing", "Power-sharing", "How offices and powers are shared between groups or regions."},
    {"federalism", "Federalism and decentralisation", "How powers and money are shared between centre and regions."},
    {"elections", "Elections", "How elections are prepared, held and trusted."},
    {"human-rights", "Human rights", "Which rights are at stake and how they are protected."},
    {"international-law", "International law", "What treaties and norms allow, forbid and require."},
    {"transitional-justice", "Transitional justice", "How a society deals with past abuses."},
    {"economy", "Economy and wealth-sharing", "How livelihoods and public income are secured and shared."},
    {"natural-resources", "Natural resources and land", "How land, water and minerals are used and shared."},
    {"climate-environment", "Climate and environment",
     "How a changing climate and environment bear on the conflict and on peace."},
    {"humanitarian", "Humanitarian affairs", "How people in need are reached and protected."},
    {"displacement", "Refugees and displaced people", "How displaced people are heard, return or settle."},
    {"religion-culture", "Religion and culture", "How faith, custom and identity matter in the talks."},
    {"mental-health", "Mental health and trauma", "How people who have lived through violence are supported."},
    {"communication", "Strategic communication", "How the process speaks to the public and listens to it."},
    {"digital-technology", "Digital technology and social media", "How digital tools help and which risks they carry."},
    {"drafting", "Drafting", "How agreements are worded so that they can be carried out."},
    {"learning", "Monitoring, evaluation and learning", "How the team sees whether its work has an effect."},
};

constexpr Term softSkill[] = {
    {"listening", "Listening", "Hears what people mean as well as what they say."},
    {"empathy", "Empathy", "Understands how others see and feel things."},
    {"discretion", "Discretion", "Keeps what was said in confidence."},
    {"patience", "Patience", "Stays calm and constant when things take long."},
    {"cultural-understanding", "Cultural understanding", "Moves well between customs and ways of speaking."},
    {"trust-building", "Building trust", "Is trusted by people who distrust each other."},
    {"facilitation", "Facilitating groups", "Helps a group to talk, order its thoughts and conclude."},
    {"negotiation", "Negotiating", "Finds terms that several sides can live with."},
    {"creativity", "Finding new ways", "Sees options that others have not thought of."},
    {"clear-speech", "Speaking clearly", "Says difficult things plainly and with respect."},
    {"teamwork", "Teamwork", "Works well with others and shares credit."},
    {"steadiness", "Steadiness under pressure", "Remains able to think and act when it gets tense."},
    {"political-judgement", "Political judgement", "Senses what is possible, with whom and when."},
    {"trauma-awareness", "Trauma awareness", "Speaks with people who have suffered violence without adding to it."},
};

constexpr Term contactLimit[] = {
    {"none-known", "None known", "No law or listing that limits contact is known."},
    {"legal-advice", "Ask for legal advice first",
     "Contact may be limited, and a lawyer should say how before it is made."},
    {"sanctions-list", "On a sanctions list", "A sanctions list limits money, goods or services for them."},
    {"terrorism-list", "On a list of terrorist organisations",
     "A listing as a terrorist organisation may make support or contact punishable."},
    {"arrest-warrant", "Arrest warrant", "A court has issued a warrant, which limits meetings and travel."},
    {"travel-ban", "Travel ban", "They may not enter or leave certain countries without an exemption."},
    {"national-law", "National law", "The law of a country concerned restricts contact with them."},
    {"own-policy", "Policy of the own organisation", "The organisation's own policy restricts contact with them."},
};

constexpr Term stance[] = {
    {"supportive", "Supportive", "Supports the process in word and deed."},
    {"conditional", "Supportive on conditions", "Supports the process if certain conditions are met."},
    {"neutral", "Neutral", "Takes no side for or against the process."},
    {"undecided", "Undecided", "Has not yet made up its mind."},
    {"sceptical", "Sceptical", "Doubts that the process will work or serve it."},
    {"opposed", "Opposed", "Rejects the process in its present form."},
    {"unknown", "Not known", "Nobody in the team can say."},
};

constexpr Term consentState[] = {
    {"none", "None", "No consent has been given."},
    {"tacit", "Tacit", "It goes along without having said so."},
    {"conditional", "Conditional", "It agrees as long as stated conditions hold."},
    {"given", "Given", "It has agreed expressly."},
    {"withdrawn", "Withdrawn", "It agreed earlier and has taken that back."},
};

constexpr Term consentSubject[] = {
    {"process", "The process", "That there is a process at all, and that it takes part."},
    {"third-party", "The third party", "Who mediates, facilitates or hosts."},
    {"mandate", "The mandate", "What the third party or a body may do."},
    {"format", "Format and venue", "Where and in what form people meet."},
    {"agenda", "The agenda", "What is talked about and in which order."},
    {"ground-rules", "The ground rules", "Rules on confidentiality, decisions and conduct."},
    {"participation", "Who takes part", "That certain others have a place."},
    {"body", "A body", "That a body is set up or does its work."},
    {"text", "A text", "The wording of a proposal or agreement."},
    {"monitoring", "Monitoring", "That somebody observes and reports."},
};

constexpr Term groupIdentity[] = {
    {"women", "Women", "Women and girls."},
    {"men", "Men", "Men and boys, where they are counted for themselves."},
    {"youth", "Youth", "Young people, as the country counts them."},
    {"elders", "Elders", "Old people, and those whom custom calls elders."},
    {"region", "Region", "People of a part of the country."},
    {"ethnic", "Ethnic or language group", "People of one descent or language."},
    {"indigenous", "Indigenous people", "Peoples who were there first and hold to their own institutions."},
    {"religious", "Religious group", "People of one faith or school of it."},
    {"displaced", "Displaced people and refugees",
     "People who had to leave where they lived, inside the country or beyond it."},
    {"diaspora", "Diaspora", "People of the country who live abroad."},
    {"victims", "Victims and survivors",
     "People who were harmed in the conflict, and the families of those who were killed or are missing."},
    {"former-fighters", "Former fighters", "People who bore arms, and those who were associated with them."},
    {"disabilities", "People with disabilities", "People whom barriers keep from taking part as others do."},
    {"livelihood", "Occupation or livelihood", "People who live from the same: farmers, herders, traders, workers."},
};

constexpr Vocabulary chapter[] = {
    {VocabularyId::actorType, "actor-type", "Type of actor",
     "PAA-X, peace agreement actors of the PA-X database; with additions", actorType},
    {VocabularyId::actorLevel, "actor-level", "Level of society", "Lederach's levels of leadership", actorLevel},
    {VocabularyId::actorLayer, "actor-layer", "Layer in the conflict", "", actorLayer},
    {VocabularyId::insiderType, "insider-type", "Type of insider mediator", insiderGuidance, insiderType},
    {VocabularyId::legitimacySource, "legitimacy-source", "Source of legitimacy", insiderGuidance, legitimacySource},
    {VocabularyId::parliamentaryFunction, "parliamentary-function", "Parliamentary function",
     "Inter-Parliamentary Union on parliaments and human security", parliamentaryFunction},
    {VocabularyId::expertise, "expertise", "Expertise", "", expertise},
    {VocabularyId::softSkill, "soft-skill", "Soft skill", "", softSkill},
    {VocabularyId::contactLimit, "contact-limit", "Limit on contact", "", contactLimit},
    {VocabularyId::stance, "stance", "Stance to the process", "", stance},
    {VocabularyId::consentState, "consent-state", "State of consent", "UN Guidance for Effective Mediation, 2012",
     consentState},
    {VocabularyId::consentSubject, "consent-subject", "Subject of consent", "", consentSubject},
    {VocabularyId::groupIdentity, "group-identity", "What a group has in common", "", groupIdentity},
};

}  // namespace

std::span<const Vocabulary> actors() { return chapter; }

}  // namespace trackloom::words
