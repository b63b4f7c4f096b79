#include "sharing/name_forms.h"

#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using testing::planAsRead;

namespace {

/// The text with all that is masked of a name as its mask.
std::string masked(const std::string& name, Bearer bearer, const std::string& text, const CommonWords& common = {}) {
  NameSearch search;
  for (const NameForm& form : formsOf(name, bearer, common))
    if (form.masked) search.add(form.text, 0, *form.masked);
  return replaced(text, search.find(text), [](const FoundName&) { return "_"; });
}

std::string person(const std::string& name, const std::string& text) { return masked(name, Bearer::person, text); }

}  // namespace

TEST_CASE("people are called without forms of address, by some of their names and by each of them") {
  CHECK(person("Sheikh Hamdan al-Tamimi (Abu Nasr)", "Hamdan al-Tamimi, Hamdan or Tamimi, Abu Nasr") == "_, _ or _, _");
  CHECK(person("General Khalid Dosari, deputy minister", "Khalid Dosari, the general, a deputy, K. Dosari") ==
        "_, the general, a deputy, _");
  CHECK(person("Leila Benali-Moreau", "Leila Benali, Benali or Moreau") == "_, _ or _");
  CHECK(person("Carmen Ibarrola Etxeberria", "Carmen Ibarrola and Etxeberria") == "_ and _");
  CHECK(person("Al-Harith, Fatima", "Fatima, al-Harith") == "_, _");
  CHECK(person("María-José Núñez de la Peña", "Nunez, Maria Jose, de la Pena, Peña") == "_, _, _, _");
  CHECK(person("خالد الدوسري، نائب الوزير", "خالد الدوسري، الوزير") == "_، الوزير");
}

TEST_CASE("names of people that are ordinary words or of two letters count behind a form of address") {
  CHECK(person("Omar Sid", "Mr Sid, Sid") == "Mr _, _");
  CHECK(person("Kim Ngo", "Ngo") == "_");
  CHECK(person("Colonel Wu Li", "Mr Li, Li, Wu Li") == "Mr _, Li, _");
  CHECK(person("May Haddad", "In May with May Haddad") == "In May with _");
  CommonWords common;
  common.addTexts(*planAsRead("<activity id=\"a\" title=\"With all grace\" outputs=\"omar@mail.org\"/>").find("a"_id));
  CHECK(masked("Grace Omar Haddad", Bearer::person, "Grace, Ms Grace, not Omar", common) == "Grace, Ms _, not _");
}

TEST_CASE("organisations are called by the words that say which one it is") {
  const std::string text = "the Kraitborough brigade, a brigade of Kraitborough, Brigade";
  CommonWords common;
  common.addTexts(*planAsRead("<activity id=\"a\" title=\"Talks with a brigade\"/>").find("a"_id));
  CHECK(masked("Brigade Kraitborough", Bearer::organisation, text, common) == "the _ brigade, a brigade of _, Brigade");
  common.addOpenName("Kraitborough Water Board");
  CHECK(masked("Brigade Kraitborough", Bearer::organisation, text, common) == text);
  CommonWords shared;
  shared.addOrganisation({"Libyan Army"});
  shared.addOrganisation({"Libyan Salvation Union"});
  CHECK(masked("Libyan Salvation Union", Bearer::organisation, "a Libyan voice", shared) == "a Libyan voice");
}

TEST_CASE("other titles are called by the whole, if that says what is meant") {
  CHECK(masked("Silo", Bearer::other, "After Silo") == "After _");
  CHECK(masked("Maron Council", Bearer::other, "Report of the Maron Council in Maron") == "Report of the _ in Maron");
  CHECK(masked("Round one", Bearer::other, "After Round one") == "After Round one");
  CHECK(formsOf("Round one", Bearer::other, {}).front().told == Stands::capital);
}

TEST_CASE("a name with brackets is several") {
  using Ways = std::vector<std::string>;
  CHECK(waysToCall("General Command (LNA)") == Ways{"General Command (LNA)", "General Command  ", "LNA"});
  CHECK(waysToCall("Women (civil society)") == Ways{"Women (civil society)", "Women  "});
  CHECK(waysToCall("Front") == Ways{"Front"});
  CHECK(waysToCall("odd) (Front") == Ways{"odd) (Front"});
}

TEST_CASE("people are often called by the last word of their name") {
  CHECK(calledBy("Ali al-Tamimi") == "al-Tamimi");
  CHECK(calledBy("أحمد الخليفة") == "الخليفة");
  CHECK(calledBy("Tamimi").empty());
  CHECK(calledBy("Office of Li").empty());
  CHECK(calledBy("Delegate 1874").empty());
  CHECK(calledBy("Secretary General of the Conference").empty());
  CHECK(calledBy("الأمين العام للمؤتمر").empty());
}
