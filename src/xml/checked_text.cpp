#include "xml/checked_text.h"

#include "xml/text_check.h"

#include <algorithm>
#include <cctype>

namespace trackloom::xml {
namespace {

Message saveAsUtf8() { return {tr("Open the file in a text editor and save it as UTF-8."), {}}; }

/// The encoding an XML declaration names, in small letters; empty if none.
std::string declaredEncoding(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  const std::string_view declaration = text.substr(0, std::min(text.find("?>"), std::size_t{200}));
  const std::size_t at = declaration.find("encoding");
  const std::size_t quote = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
  if (quote == std::string_view::npos) return {};
  std::string name(declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

/// Why bytes in this encoding cannot be read, if so.
std::optional<Refusal> refusalOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return std::nullopt;
    case Encoding::utf16:
      return Refusal{{tr("The file is written in UTF-16; plans are written in UTF-8."), {}}, saveAsUtf8()};
    case Encoding::utf32:
      return Refusal{{tr("The file is written in UTF-32; plans are written in UTF-8."), {}}, saveAsUtf8()};
    case Encoding::nothing:
      return refusalOfDamaged({tr("The file is empty."), {}});
    case Encoding::mostlyZeros:
      break;
  }
  return refusalOfDamaged(
      {tr("The file is mostly zero bytes: it is no plan, or what was written to it was lost, as when power fails."),
       {}});
}

}  // namespace

CheckedText::CheckedText(std::string_view bytes, Problems& problems) {
  if (bytes.size() > maxFileBytes) {
    refusal_ = {{tr("The file is larger than {most} bytes."), {{"most", static_cast<std::int64_t>(maxFileBytes)}}},
                {tr("Check where the file comes from: no plan needs this much. If it is a real plan, divide it."), {}}};
    return;
  }
  refusal_ = refusalOf(encodingOf(bytes));
  if (refusal_) return;
  text_ = withoutByteOrderMark(bytes);
  checkDeclaration();
  const Faults faults = refusal_ ? Faults{} : findFaults(text_);
  if (faults.count == 0) return;
  problems.add(faults.first, {}, [&] {
    return Message{tr("From this line on {count} {count|character is|characters are} damaged; a question mark in a "
                      "diamond stands in {count|its|their} place."),
                   {{"count", static_cast<std::int64_t>(faults.count)}}};
  });
  mended_ = withoutFaults(text_);
  text_ = mended_;
}

void CheckedText::checkDeclaration() {
  const std::string encoding = declaredEncoding(text_);
  for (const std::string_view known : {"", "utf-8", "utf8", "us-ascii", "ascii"})
    if (encoding == known) return;
  const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text_.begin(), text_.end(), isAscii)) return;
  refusal_ = {{tr("The file says that it is written in {encoding}; plans are written in UTF-8."),
               {{"encoding", shortened(encoding)}}},
              saveAsUtf8()};
}

}  // namespace trackloom::xml
