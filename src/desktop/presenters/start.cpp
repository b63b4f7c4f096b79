#include "desktop/presenters/start.h"

#include "installation/plan_templates.h"
#include "language/typed_date.h"
#include "plan/edits.h"

#include <algorithm>
#include <filesystem>

namespace trackloom::desktop {
namespace {

namespace fs = std::filesystem;

std::optional<StartItem> itemOf(Files& files, const std::string& path) {
  try {
    const xml::Reading reading = xml::read(files.read(path));
    if (!reading.plan) return std::nullopt;
    const Element& root = reading.plan->root();
    const std::string id = fs::path(path).stem().string();
    return StartItem{id, root.has(key::title.number) ? std::string(root.title()) : id,
                     std::string(root.text(key::notes)), path};
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::vector<StartItem> itemsIn(Files& files, const fs::path& folder) {
  std::vector<StartItem> items;
  std::error_code none;
  if (!fs::is_directory(folder, none)) return items;
  for (const std::string& name : files.list(folder.string()))
    if (name.ends_with(".trackloom"))
      if (auto item = itemOf(files, (folder / name).string())) items.push_back(std::move(*item));
  return items;
}

/// A template's own texts are words of the program: the plan that begins with it has them in the user's language.
Plan inLanguage(const Plan& from, const Speech& speech) {
  Plan plan = from;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : from.all(kind.id)) {
      Element said = *element;
      for (const Element::Slot& slot : element->slots())
        if (const Text* text = std::get_if<Text>(&slot.value); text && kind.fields[slot.position].translatable)
          said.set(slot.number, Text(speech.word(*text)));
      if (kind.id == KindId::plan) said.set(key::languages, Texts{speech.language().code()});
      plan = plan.with(std::move(said));
    }
  return plan;
}

}  // namespace

StartContent startContent(const Installation& installation, Files& files, const std::vector<std::string>& recent,
                          const std::string& journalFolder, const Speech& speech) {
  StartContent content;
  content.templates = itemsIn(files, installation.templates / "plans");
  for (StartItem& item : content.templates) {
    item.title = speech.word(item.title);
    item.help = speech.word(item.help);
  }
  std::stable_partition(content.templates.begin(), content.templates.end(),
                        [](const StartItem& item) { return item.id != "blank"; });
  content.examples = itemsIn(files, installation.templates / "examples");
  for (const std::string& path : recent)
    if (auto item = itemOf(files, path)) content.recent.push_back(std::move(*item));
  content.left = leftWork(files, journalFolder);
  return content;
}

Plan firstPlan(const Plan& from, const FirstAnswers& answers, const Speech& speech, Day today) {
  Plan plan = inLanguage(from, speech);
  Element root = plan.root();
  if (!answers.title.empty()) root.set(key::title, Text(answers.title));
  if (!answers.country.empty()) root.set(key::country, Text(answers.country));
  root.clear(key::notes.number);  // what the template says of itself
  if (!answers.convener.empty()) {
    Element convener(KindId::actor, derivedId(plan, "convener\n" + answers.convener));
    convener.set(key::name, Text(answers.convener));
    convener.set(key::us, Flag{true});
    root.set(key::conveners, Refs{convener.id()});
    plan = plan.with(std::move(convener));
  }
  plan = plan.with(std::move(root));
  const auto meeting = language::typedDate(speech.language(), answers.nextMeeting, today);
  if (!meeting) return plan;
  Element activity(KindId::activity, derivedId(plan, "next meeting"));
  activity.set(key::title, Text(speech.word(tr("Next meeting"))));
  activity.set(key::plannedStart, *meeting);
  if (!plan.all(KindId::track).empty()) activity.set(key::tracks, Refs{plan.all(KindId::track).front()->id()});
  return plan.with(std::move(activity));
}

}  // namespace trackloom::desktop
