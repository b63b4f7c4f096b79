#include "plan/plan.h"
#include "xml/write.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Writes a large made-up plan to the standard output. The same numbers give the same bytes on every machine.

using namespace trackloom;

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between implementations.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// From 0 to count - 1. Precondition: count > 0.
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(count));
  }
  bool inHundred(std::int64_t cases) { return below(100) < cases; }

 private:
  std::uint64_t state_;
};

struct Sizes {
  std::int64_t activities = 1000;
  std::int64_t dependencies = 3000;
  std::int64_t transfers = 500;
  std::int64_t actors = 200;
  std::int64_t participations = 200;
  std::int64_t seed = 1;
};

class Generator {
 public:
  explicit Generator(const Sizes& sizes) : sizes_(sizes), random_(static_cast<std::uint64_t>(sizes.seed)) {}

  Plan make() {
    frame();
    actors();
    activities();
    dependencies();
    transfers();
    participations();
    events();
    return assemble();
  }

 private:
  using Ids = std::vector<ElementId>;

  Element& add(KindId kind) {
    auto& list = made_[kind];
    list.emplace_back(kind, ElementId::fromRandomBits(random_.bits()));
    return list.back();
  }
  const ElementId& anyOf(const Ids& ids) {
    return ids[static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(ids.size())))];
  }
  void setAnyWord(Element& element, Key<Choice> key) {
    const auto words = vocabulary(element.definition().find(key.number)->vocabulary).terms.size();
    element.set(key, Choice{static_cast<std::uint16_t>(random_.below(static_cast<std::int64_t>(words))), {}});
  }
  template <class Enum>
  void setWord(Element& element, Key<Choice> key, Enum word) {
    element.set(key, Choice{static_cast<std::uint16_t>(word), {}});
  }
  Date day(std::int64_t number) const { return Date(firstDay_ + number); }
  static Text titled(const char* word, std::size_t number) {
    return std::string(word) + ' ' + std::to_string(number + 1);
  }

  void frame() {
    for (std::size_t i = 0; i < 6; ++i) {
      Element& track = add(KindId::track).set(key::name, titled("Track", i));
      setWord(track, key::level, static_cast<TrackLevel>(i % 4));
      tracks_.push_back(track.id());
    }
    for (std::size_t i = 0; i < 20; ++i) issues_.push_back(add(KindId::issue).set(key::title, titled("Issue", i)).id());
    for (std::size_t i = 0; i < 12; ++i) {
      Element& body = add(KindId::body).set(key::title, titled("Working group", i));
      setAnyWord(body, key::type);
      body.set(key::tracks, Refs{anyOf(tracks_)});
      bodies_.push_back(body.id());
    }
  }

  void actors() {
    for (std::int64_t i = 0; i < sizes_.actors; ++i) {
      Element& actor = add(KindId::actor).set(key::name, titled("Actor", static_cast<std::size_t>(i)));
      setAnyWord(actor, key::type);
      if (random_.inHundred(30)) setAnyWord(actor, key::layer);
      if (random_.inHundred(10))
        actor.set(key::notes, Text("Met twice; wishes to be asked again before the next round."));
      actors_.push_back(actor.id());
    }
  }

  /// Later numbers start later, so that links from smaller to larger numbers fit the dates and close no loop.
  void activities() {
    std::vector<std::int64_t> starts;
    for (std::int64_t i = 0; i < sizes_.activities; ++i) starts.push_back(random_.below(lastDay_));
    std::sort(starts.begin(), starts.end());
    for (std::size_t i = 0; i < starts.size(); ++i) {
      Element& activity = add(KindId::activity).set(key::title, titled("Round of consultations", i));
      setAnyWord(activity, key::type);
      Refs tracks{anyOf(tracks_)};
      if (const ElementId& second = anyOf(tracks_); random_.inHundred(15) && second != tracks.front())
        tracks.push_back(second);
      activity.set(key::tracks, tracks);
      if (!actors_.empty()) activity.set(key::lead, anyOf(actors_));
      if (random_.inHundred(50)) activity.set(key::issues, Refs{anyOf(issues_)});
      if (random_.inHundred(20)) activity.set(key::body, anyOf(bodies_));
      if (random_.inHundred(40)) activity.set(key::venue, titled("Conference hall", i % 40));
      if (random_.inHundred(8)) activity.set(key::outputs, Text("A list of names and a draft text of two pages"));
      datesOf(activity, starts[i]);
      activities_.push_back(activity.id());
    }
  }

  void datesOf(Element& activity, std::int64_t start) {
    const std::int64_t days = random_.inHundred(10) ? 0 : 1 + random_.below(30);
    const std::int64_t finish = start + std::max<std::int64_t>(days - 1, 0);
    activity.set(key::plannedStart, day(start));
    if (days == 0 || random_.inHundred(50)) {
      activity.set(key::duration, days);
    } else {
      activity.set(key::plannedFinish, day(finish));
    }
    const std::int64_t late = random_.inHundred(30) ? random_.below(15) : 0;
    if (finish + late < asOf_) {
      setWord(activity, key::status, random_.inHundred(6) ? ActivityStatus::cancelled : ActivityStatus::completed);
      activity.set(key::start, day(start + late)).set(key::finish, day(finish + late));
    } else if (start + late <= asOf_) {
      setWord(activity, key::status, random_.inHundred(15) ? ActivityStatus::suspended : ActivityStatus::ongoing);
      activity.set(key::start, day(start + late)).set(key::updated, day(asOf_ - random_.below(60)));
    } else {
      setWord(activity, key::status, random_.inHundred(20) ? ActivityStatus::confirmed : ActivityStatus::planned);
    }
  }

  /// A later activity, nearly always one that begins when the other is long over. Precondition: there is a later one.
  std::size_t after(std::size_t earlier) {
    const std::int64_t count = sizes_.activities;
    const std::int64_t room = count - static_cast<std::int64_t>(earlier) - 1;
    const std::int64_t apart = count * longestDays_ / lastDay_;
    const bool near = random_.below(1000) < 995 && room > apart;
    const std::int64_t step =
        near ? apart + random_.below(std::min<std::int64_t>(60, room - apart)) : random_.below(room);
    return earlier + 1 + static_cast<std::size_t>(step);
  }

  /// Any activity but those of the last weeks, which nothing that is near could follow.
  std::size_t earlyActivity() {
    const std::int64_t apart = sizes_.activities * longestDays_ / lastDay_;
    return static_cast<std::size_t>(random_.below(std::max<std::int64_t>(1, sizes_.activities - apart - 1)));
  }

  void dependencies() {
    if (sizes_.activities < 2) return;
    for (std::int64_t i = 0; i < sizes_.dependencies; ++i) {
      const std::size_t from = earlyActivity();
      const std::size_t to = after(from);
      Element& link = add(KindId::dependency).set(key::linkFrom, activities_[from]).set(key::linkTo, activities_[to]);
      setWord(link, key::type,
              random_.inHundred(80) ? DependencyType::FS : static_cast<DependencyType>(1 + random_.below(3)));
      if (random_.inHundred(25)) link.set(key::lag, random_.below(20) - 5);
      if (random_.inHundred(15))
        setWord(link, key::nature, random_.inHundred(70) ? DependencyNature::soft : DependencyNature::hard);
    }
  }

  void transfers() {
    for (std::int64_t i = 0; i < sizes_.transfers && sizes_.activities > 1; ++i) {
      const std::size_t from = earlyActivity();
      Element& transfer = add(KindId::transfer).set(key::linkFrom, activities_[from]);
      transfer.set(key::linkTo, activities_[after(from)]);
      for (const auto field : {key::direction, key::content, key::mechanism, key::status}) setAnyWord(transfer, field);
      if (!actors_.empty() && random_.inHundred(70)) transfer.set(key::carrier, anyOf(actors_));
      transfer.set(key::planned, day(random_.below(lastDay_)));
    }
  }

  void participations() {
    for (std::int64_t i = 0; i < sizes_.participations && !activities_.empty() && !actors_.empty(); ++i) {
      Element& part = add(KindId::participation).set(key::linkWho, anyOf(actors_)).set(key::linkIn, anyOf(activities_));
      for (const auto field : {key::role, key::modality, key::status}) setAnyWord(part, field);
    }
  }

  void events() {
    for (std::int64_t i = 0; i < sizes_.activities / 20; ++i) {
      Element& event = add(KindId::event).set(key::title, titled("Meeting held", static_cast<std::size_t>(i)));
      event.set(key::date, day(random_.below(lastDay_))).set(key::about, Refs{anyOf(activities_)});
    }
    for (std::int64_t i = 0; i < sizes_.activities / 50; ++i) {
      Element& deadline = add(KindId::deadline).set(key::title, titled("Deadline", static_cast<std::size_t>(i)));
      deadline.set(key::of, anyOf(activities_)).set(key::date, day(random_.below(lastDay_)));
    }
  }

  Plan assemble() {
    Plan plan;
    Element root = plan.root();
    root.set(key::title, Text("A made-up process")).set(key::languages, Texts{"en"}).set(key::asOf, day(asOf_));
    plan = plan.with(std::move(root));
    for (auto& [kind, elements] : made_) {
      std::vector<ElementPtr> section;
      for (Element& element : elements) section.push_back(std::make_shared<const Element>(std::move(element)));
      std::sort(section.begin(), section.end(), [](const auto& a, const auto& b) { return a->id() < b->id(); });
      plan.adopt(kind, std::move(section));
    }
    return plan;
  }

  static constexpr Day firstDay_{17897};  // 2019-01-01
  static constexpr std::int64_t asOf_ = 900;
  static constexpr std::int64_t lastDay_ = 1500;
  static constexpr std::int64_t longestDays_ = 65;  // with the delay and the days between

  Sizes sizes_;
  Random random_;
  std::map<KindId, std::vector<Element>> made_;
  Ids tracks_, issues_, bodies_, actors_, activities_;
};

bool readSize(std::string_view text, std::int64_t& size) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc() && end == text.data() + text.size() && size >= 0 && size <= 10'000'000;
}

bool readSizes(int argc, char** argv, Sizes& sizes) {
  const std::map<std::string_view, std::int64_t*> names = {
      {"--activities", &sizes.activities},         {"--dependencies", &sizes.dependencies},
      {"--transfers", &sizes.transfers},           {"--actors", &sizes.actors},
      {"--participations", &sizes.participations}, {"--seed", &sizes.seed}};
  for (int i = 1; i < argc; i += 2) {
    const auto found = names.find(argv[i]);
    if (found == names.end() || i + 1 == argc || !readSize(argv[i + 1], *found->second)) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Sizes sizes;
  if (!readSizes(argc, argv, sizes)) {
    std::fputs(
        "usage: trackloom-generate [--activities N] [--dependencies N] [--transfers N] [--actors N] [--participations "
        "N] [--seed N]\n",
        stderr);
    return 2;
  }
  const std::string bytes = xml::write(Generator(sizes).make());
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
  if (!written) std::fputs("trackloom-generate: the plan could not be written\n", stderr);
  return written ? 0 : 4;
}
