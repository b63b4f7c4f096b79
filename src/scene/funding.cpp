#include "scene/funding.h"

#include "checks/funding.h"
#include "graph/undirected.h"
#include "scene/sheet_axis.h"
#include "scene/symbols.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trackloom::scene {
namespace {

using checks::Item;
using checks::Study;

constexpr Font font{8, Weight::regular};
constexpr Font headFont{9.5, Weight::bold};
constexpr double plotHeight = 130;
constexpr double axisWidth = 62;
constexpr std::size_t mostBars = 48;

/// Money of a month, in thousandths.
struct Sum {
  std::int64_t covered = 0;
  std::int64_t open = 0;
};

struct Currency {
  std::map<std::int64_t, Sum> months;  ///< by their first day
  std::int64_t pledged = 0;
};

struct Content {
  std::map<std::string, Currency> currencies;
  std::vector<ElementId> unknown;
  std::int64_t withoutBudget = 0;  ///< activities and bodies that a fund covers
};

/// What has a budget, together with all else that the same funds cover.
std::vector<std::vector<const Item*>> paidTogether(const Study& study, const checks::Funds& funds,
                                                   const std::vector<const Item*>& budgeted) {
  std::map<const Item*, std::uint32_t> placeOf;
  for (const Item* item : budgeted) placeOf.emplace(item, static_cast<std::uint32_t>(placeOf.size()));
  std::vector<graph::Edge> shared;
  for (const Item* item : budgeted)
    for (const Item* fund : funds.of(*item))
      for (const Item* other : study.named(*fund, key::covers.number))
        if (const auto at = placeOf.find(other); at != placeOf.end()) shared.push_back({placeOf.at(item), at->second});
  const auto part = graph::connectedComponents(static_cast<std::uint32_t>(budgeted.size()), shared);
  std::map<std::uint32_t, std::vector<const Item*>> groups;
  for (std::uint32_t i = 0; i < budgeted.size(); ++i) groups[part[i]].push_back(budgeted[i]);
  std::vector<std::vector<const Item*>> all;
  for (auto& [number, group] : groups) all.push_back(std::move(group));
  return all;
}

void addSpread(Content& content, const DrawingOptions& options, const checks::Spread& spread, const Money& budget) {
  Currency& currency = content.currencies[std::string(budget.currency.begin(), budget.currency.end())];
  currency.pledged += spread.pledged;
  for (const checks::FundedMonth& month : spread.months) {
    if (options.firstDay && month.month < *options.firstDay - 30) continue;
    if (options.lastDay && month.month > *options.lastDay) continue;
    Sum& sum = currency.months[month.month.number];
    const std::int64_t covered = month.isCovered() ? month.need : month.held;
    sum.covered += covered;
    sum.open += month.need - covered;
  }
}

Content contentOf(const Study& study, const DrawingOptions& options) {
  Content content;
  const checks::Funds funds(study);
  std::vector<const Item*> budgeted;
  for (const KindId kind : {KindId::activity, KindId::body})
    for (const Item* item : scene::shown(study, options, kind)) {
      if (!study.known(*item)) continue;
      if (item->get(key::budget)) {
        budgeted.push_back(item);
        continue;
      }
      if (item->unread(key::budget.number)) content.unknown.push_back(item->id());
      if (!funds.of(*item).empty()) ++content.withoutBudget;
    }
  for (const std::vector<const Item*>& group : paidTogether(study, funds, budgeted)) {
    const checks::Spread spread = funds.spread(group);
    if (!spread.unknown) {
      addSpread(content, options, spread, *group.front()->get(key::budget));
      continue;
    }
    for (const Item* item : group) {
      const checks::Spread alone = funds.spread(*item);
      if (alone.unknown)
        content.unknown.push_back(item->id());
      else
        addSpread(content, options, alone, *item->get(key::budget));
    }
  }
  return content;
}

std::int64_t monthsLater(std::int64_t day, int months) {
  CivilDate date = civilDate({day});
  const int all = date.month - 1 + months;
  return dayOf({date.year + all / 12, all % 12 + 1, 1}).number;
}

/// Bars of a month, a quarter or a year, so that they stay wide enough.
struct Bars {
  int monthsEach = 1;
  std::map<std::int64_t, Sum> sums;
};

Bars barsOf(const Currency& currency) {
  Bars bars;
  const std::int64_t days = currency.months.rbegin()->first - currency.months.begin()->first;
  const auto months = static_cast<std::size_t>(days / 30 + 1);
  bars.monthsEach = months <= mostBars ? 1 : months <= 3 * mostBars ? 3 : 12;
  for (const auto& [day, sum] : currency.months) {
    const CivilDate date = civilDate({day});
    Sum& bar = bars.sums[dayOf({date.year, (date.month - 1) / bars.monthsEach * bars.monthsEach + 1, 1}).number];
    bar.covered += sum.covered;
    bar.open += sum.open;
  }
  return bars;
}

/// A round number not below the value: 1, 2 or 5 times a power of ten.
std::int64_t roundedUp(std::int64_t value) {
  std::int64_t power = 1;
  while (power * 10 <= value && power < 1'000'000'000'000'000) power *= 10;
  for (const std::int64_t factor : {1, 2, 5})
    if (factor * power >= value) return factor * power;
  return 10 * power;
}

class Chart {
 public:
  Chart(Sheet& sheet, std::string currency, Bars bars)
      : sheet_(sheet),
        currency_(std::move(currency)),
        bars_(std::move(bars)),
        scale_({bars_.sums.begin()->first, monthsLater(bars_.sums.rbegin()->first, bars_.monthsEach)},
               Sheet::margin + axisWidth,
               std::min(sheet.width() - Sheet::margin,
                        Sheet::margin + axisWidth + 120.0 * static_cast<double>(bars_.sums.size()))) {
    std::int64_t most = 1;
    for (const auto& [day, sum] : bars_.sums) most = std::max(most, sum.covered + sum.open);
    top_ = roundedUp((most + 999) / 1000);
  }

  void draw(Day asOf) {
    sheet_.addText({Sheet::margin, sheet_.bottom() + 12}, heading(), headFont, Colour::ink).role = "heading";
    sheet_.moveDown(sheet_.bottom() + 18);
    const auto cells = drawAxis(sheet_, scale_);
    plot_ = {scale_.left(), sheet_.bottom() + 2, scale_.right(), sheet_.bottom() + 2 + plotHeight};
    sheet_.add(Rect{plot_}, "plot", {Colour::paper, Colour::rule, 0.6});
    drawGrid(sheet_, scale_, cells, plot_);
    drawAmounts();
    for (const auto& [day, sum] : bars_.sums) drawBar(day, sum);
    drawAsOf(sheet_, scale_, asOf, plot_);
    sheet_.moveDown(plot_.bottom + 6);
  }

 private:
  bool inThousands() const { return top_ >= 10'000; }
  double y(std::int64_t thousandths) const {
    return plot_.bottom - static_cast<double>(thousandths) / 1000.0 / static_cast<double>(top_) * (plotHeight - 8);
  }

  std::string heading() const {
    const Message::Place currency{"currency", currency_};
    const Words& words = sheet_.words();
    switch (bars_.monthsEach) {
      case 1:
        return words.say(
            {inThousands() ? tr("{currency} a month, in thousands") : tr("{currency} a month"), {currency}});
      case 3:
        return words.say(
            {inThousands() ? tr("{currency} a quarter, in thousands") : tr("{currency} a quarter"), {currency}});
      default:
        return words.say({inThousands() ? tr("{currency} a year, in thousands") : tr("{currency} a year"), {currency}});
    }
  }

  void drawAmounts() {
    for (const std::int64_t amount : {std::int64_t{0}, top_ / 2, top_}) {
      const double at = y(amount * 1000);
      if (amount > 0)
        sheet_.add(Path().move({plot_.left, at}).line({plot_.right, at}), "grid", {{}, Colour::grid, 0.7});
      if (amount == top_ / 2 && top_ < 2) continue;
      std::string text = sheet_.words().say({"{amount}", {{"amount", inThousands() ? amount / 1000 : amount}}});
      const double width = sheet_.measure().width(text, font);
      sheet_.addText({plot_.left - 5 - width, at + 3}, std::move(text), font, Colour::muted).role = "tick";
    }
  }

  void drawBar(std::int64_t day, const Sum& sum) {
    const double left = scale_.x(day) + 1.5;
    const double right = scale_.x(monthsLater(day, bars_.monthsEach)) - 1.5;
    const Box covered{left, y(sum.covered), right, plot_.bottom};
    const Box open{left, y(sum.covered + sum.open), right, covered.top};
    const std::string title = sheet_.words().say(
        {tr("{day}: covered {covered}, not covered {open} {currency}"),
         {{"day", Day{day}}, {"covered", sum.covered / 1000}, {"open", sum.open / 1000}, {"currency", currency_}}});
    if (sum.covered > 0) sheet_.add(Rect{covered}, "bar covered", {Colour::bar1, {}, 0}).title = title;
    if (sum.open <= 0) return;
    sheet_.add(Rect{open}, "bar open", {Colour::paper, Colour::bar1, 0.9}).title = title;
    Path lines = hatching(open, 5);
    if (!lines.steps.empty()) sheet_.add(std::move(lines), "bar open hatch", {{}, Colour::bar1, 0.5});
  }

  Sheet& sheet_;
  std::string currency_;
  Bars bars_;
  TimeScale scale_;
  std::int64_t top_ = 1;  ///< whole units of the currency at the top of the plot
  Box plot_;
};

void drawFundingLegend(Sheet& sheet) {
  sheet.drawLegend({{[](Sheet& on, Point at) {
                       on.add(Rect{{at.x - 9, at.y - 5, at.x + 9, at.y + 5}}, "swatch", {Colour::bar1, {}, 0});
                     },
                     tr("needed, and committed or paid out")},
                    {[](Sheet& on, Point at) {
                       const Box box{at.x - 9, at.y - 5, at.x + 9, at.y + 5};
                       on.add(Rect{box}, "swatch", {Colour::paper, Colour::bar1, 0.9});
                       on.add(hatching(box, 5), "swatch", {{}, Colour::bar1, 0.5});
                     },
                     tr("needed, nothing committed")}});
}

void drawNotes(Sheet& sheet, const Content& content) {
  for (const auto& [currency, money] : content.currencies)
    if (money.pledged > 0)
      sheet.drawNote({tr("Pledged and not counted above: {amount} {currency}."),
                      {{"amount", money.pledged / 1000}, {"currency", currency}}});
  if (!content.unknown.empty())
    sheet.drawNote({tr("Not in the picture, because it cannot be told when the money is needed or what covers it: "
                       "{elements}."),
                    {{"elements", content.unknown}}});
  if (content.withoutBudget > 0)
    sheet.drawNote({tr("Paid for by a fund, but without a recorded budget, and so not in the picture: {count}."),
                    {{"count", content.withoutBudget}}});
}

}  // namespace

Scene fundingChart(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Content content = contentOf(study, options);
  sheet.drawTitle({tr("Need against what is committed"), {}}, Periods::shown);
  bool any = false;
  for (const auto& [currency, money] : content.currencies) {
    if (money.months.empty()) continue;
    Chart(sheet, currency, barsOf(money)).draw(study.asOf());
    any = true;
  }
  if (any) {
    sheet.describe({tr("Bars of the money needed, and how much of it is committed. Currencies: {count}."),
                    {{"count", static_cast<std::int64_t>(content.currencies.size())}}});
    drawFundingLegend(sheet);
  } else {
    sheet.drawNothing(
        tr("Nothing to draw yet. Record the budget and the dates of activities and bodies, and the funds "
           "that cover them with their amount and status."));
  }
  drawNotes(sheet, content);
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
