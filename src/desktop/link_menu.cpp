#include "desktop/link_menu.h"

#include "desktop/text.h"

#include <map>

#include <wx/menu.h>
#include <wx/window.h>

namespace trackloom::desktop {
namespace {

constexpr int firstId = wxID_HIGHEST + 5000;

void make(Workplace& place, LinkOffer offer, const ElementId& made) {
  place.perform(std::move(offer.edit));
  if (place.open().plan().find(made)) place.open().select({made});
}

}  // namespace

void offerLinks(Workplace& place, wxWindow& window, LinkEnds ends) {
  const ElementId id = place.newId();
  std::vector<LinkOffer> offers = linkOffers(place.open(), place.speech(), ends, id);
  if (offers.empty()) {
    place.say(place.word(tr("There is no link that these two could have.")));
    return;
  }
  wxMenu menu;
  std::map<std::string, wxMenu*> groups;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const int item = firstId + static_cast<int>(i);
    if (offers[i].group.empty()) {
      menu.Append(item, wxControl::EscapeMnemonics(shown(offers[i].text)));
      continue;
    }
    wxMenu*& group = groups[offers[i].group];
    if (!group) menu.AppendSubMenu(group = new wxMenu, wxControl::EscapeMnemonics(shown(offers[i].group)));
    group->Append(item, wxControl::EscapeMnemonics(shown(offers[i].text)));
  }
  const int chosen = window.GetPopupMenuSelectionFromUser(menu) - firstId;
  if (chosen >= 0 && static_cast<std::size_t>(chosen) < offers.size())
    make(place, std::move(offers[static_cast<std::size_t>(chosen)]), id);
}

void askForLink(Workplace& place, const ElementId& from) {
  std::vector<ElementId> targets;
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) {
    if (kind.isLink() || kind.id == KindId::plan) continue;
    for (const ElementPtr& element : place.open().plan().all(kind.id)) {
      if (element->id() == from) continue;
      targets.push_back(element->id());
      names.push_back(place.speech().name(place.open(), element->id()) + " (" + place.word(kind.label) + ")");
    }
  }
  const auto target = place.prompts().search(
      place.speech().say({tr("Link {name} with …"), {{"name", from}}}, place.open().plan()), names);
  if (!target) return;
  const ElementId id = place.newId();
  std::vector<LinkOffer> offers = linkOffers(place.open(), place.speech(), {from, targets[*target]}, id);
  std::vector<std::string> texts;
  for (const LinkOffer& offer : offers) texts.push_back(offer.text);
  const auto chosen = place.prompts().search(place.word(tr("How are they linked?")), texts);
  if (chosen) make(place, std::move(offers[*chosen]), id);
}

}  // namespace trackloom::desktop
