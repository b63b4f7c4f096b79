#include "documents/answers.h"
#include "plan/vocabulary.h"

namespace trackloom::documents {
namespace {

/// Words of the list of expertise as people read them; a team's own as it stands.
AnswerCell wordsOf(const std::vector<std::string>& expertise) {
  AnswerCell cell;
  for (const std::string& word : expertise) {
    const auto term = findTerm(VocabularyId::expertise, word);
    cell.words.push_back(term ? Message{std::string(vocabulary(VocabularyId::expertise).terms[*term].label), {}}
                              : Message{"{word}", {{"word", word}}});
  }
  return cell;
}

AnswerPart needs(const char* heading, const std::vector<checks::ExpertNeed>& list) {
  AnswerPart part{{heading, {}}, {{tr("Activity")}, {tr("Lacking")}}, {}, {}};
  for (const checks::ExpertNeed& need : list)
    part.rows.push_back({need.activity->id(), {cellOf(need.activity->id()), wordsOf(need.lacking)}});
  return part;
}

}  // namespace

Answer expertsAnswer(const checks::ExpertMatch& match) {
  if (match.pairs.empty() && match.unmatched.empty())
    return {{{tr("Nothing to show: no activity that is still to come lacks expertise it says it needs."), {}}}, {}, {}};
  Answer answer;
  AnswerPart pairs{{tr("Who could be asked"), {}}, {{tr("Activity")}, {tr("Expert")}, {tr("For")}}, {}, {}};
  for (const checks::Candidate& pair : match.pairs)
    pairs.rows.push_back(
        {pair.activity->id(), {cellOf(pair.activity->id()), cellOf(pair.expert->id()), wordsOf(pair.expertise)}});
  answer.parts = {std::move(pairs),
                  needs(tr("Nobody free has what is lacking, or is needed more elsewhere"), match.unmatched),
                  needs(tr("Too many to look at together; ask again when the others are settled"), match.later)};
  std::erase_if(answer.parts, [](const AnswerPart& part) { return part.rows.empty(); });
  answer.notes = {{tr("One expert for one activity, so that as much lacking expertise as possible is covered; of two "
                      "who fit alike the one with fewer assignments. Whether they want to is theirs to say."),
                   {}}};
  return answer;
}

}  // namespace trackloom::documents
