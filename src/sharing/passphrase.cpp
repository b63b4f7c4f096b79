#include "sharing/passphrase.h"

#include "language/normal_form.h"

#include <algorithm>
#include <cmath>

#include <zxcvbn.h>

namespace trackloom::sharing {
namespace {

/// What somebody with a hall full of computers tries in a second, at the cost that sealing asks of each trial.
constexpr double trialsASecond = 1e5;
constexpr double secondsADay = 86'400;
constexpr double daysAYear = 365;
/// Beyond this trying is not what a passphrase is found by.
constexpr double safeYears = 100;
/// zxcvbn works on a text with a zero at its end, and takes a time that grows with the cube of its length.
constexpr std::size_t mostLooked = 100;

GuardedBytes composedBytes(std::string& typed) {
  std::string text = language::composed(typed);
  wipe(typed);
  GuardedBytes bytes(text.size());
  std::ranges::copy(text, bytes.data());
  wipe(text);
  return bytes;
}

}  // namespace

Passphrase::Passphrase(std::string&& typed) : bytes_(composedBytes(typed)) {}

double guessingBits(const Passphrase& passphrase) {
  const std::size_t size = std::min(passphrase.bytes().size(), mostLooked);
  if (size == 0) return 0;
  GuardedBytes ended(size + 1);
  std::copy_n(passphrase.bytes().data(), size, ended.data());
  return ZxcvbnMatch(reinterpret_cast<const char*>(ended.data()), nullptr, nullptr);
}

std::optional<Message> weaknessOf(const Passphrase& passphrase) {
  const double days = std::exp2(guessingBits(passphrase) - 1) / trialsASecond / secondsADay;
  const auto whole = [](double number) { return static_cast<std::int64_t>(std::llround(number)); };
  if (days < 1)
    return Message{tr("This passphrase is weak: somebody with many computers finds it within a day. Six words that "
                      "have nothing to do with each other are better."),
                   {}};
  if (days < 2 * daysAYear)
    return Message{tr("This passphrase is weak: somebody with many computers finds it in about {days} "
                      "days. Six words that have nothing to do with each other are better."),
                   {{"days", std::max<std::int64_t>(whole(days), 2)}}};
  if (days < safeYears * daysAYear)
    return Message{tr("This passphrase is not strong: somebody with many computers finds it in about {years} "
                      "years. Six words that have nothing to do with each other are better."),
                   {{"years", whole(days / daysAYear)}}};
  return std::nullopt;
}

}  // namespace trackloom::sharing
