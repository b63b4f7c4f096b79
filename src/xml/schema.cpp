#include "xml/schema.h"

#include "plan/kind.h"
#include "xml/escape.h"
#include "xml/write.h"

#include <cmath>
#include <sstream>

namespace trackloom::xml {
namespace {

constexpr std::string_view anyForeign =
    "<xs:any namespace=\"##other\" processContents=\"lax\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>\n";
constexpr std::string_view anyForeignAttribute = "<xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n";

std::string escaped(std::string_view text) {
  std::string out;
  appendAttributeText(out, text);
  return out;
}

/// Writes the schema line by line. Types that are named once are declared at the end.
class SchemaWriter {
 public:
  std::string write() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         << "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" << planNamespace
         << "\" targetNamespace=\"" << planNamespace << "\" elementFormDefault=\"qualified\">\n";
    writePlan();
    for (const Kind& kind : kinds())
      if (kind.id != KindId::plan) writeKind(kind);
    writeSimpleTypes();
    for (const Vocabulary& words : vocabularies()) writeVocabulary(words);
    out_ << "</xs:schema>\n";
    return out_.str();
  }

 private:
  std::ostream& line(int depth) { return out_ << std::string(static_cast<std::size_t>(depth) * 2, ' '); }

  void writePlan() {
    const Kind& plan = kindOf(KindId::plan);
    line(1) << "<xs:element name=\"plan\">\n";
    writeHelp(2, plan.help);
    line(2) << "<xs:complexType>\n";
    line(3) << "<xs:sequence>\n";
    writeChildren(4, plan);
    for (const Kind& kind : kinds())
      if (kind.id != KindId::plan) writeSection(kind);
    line(3) << "</xs:sequence>\n";
    line(3) << "<xs:attribute name=\"version\" use=\"required\" type=\"version\"/>\n";
    line(3) << "<xs:attribute name=\"id\" type=\"id\"/>\n";
    writeAttributes(3, plan);
    line(2) << "</xs:complexType>\n";
    line(1) << "</xs:element>\n";
  }

  /// The fields in prose, and texts in further languages, in any order and mixed with what others add.
  void writeChildren(int depth, const Kind& kind) {
    line(depth) << "<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n";
    for (const Field& field : kind.fields)
      if (field.form == Form::prose || field.translatable)
        line(depth + 1) << "<xs:element name=\"" << field.name << "\" type=\"text\"/>\n";
    line(depth + 1) << "<xs:any namespace=\"##other\" processContents=\"lax\"/>\n";
    line(depth) << "</xs:choice>\n";
  }

  void writeSection(const Kind& kind) {
    line(4) << "<xs:sequence minOccurs=\"0\">\n";
    line(5) << "<xs:element name=\"" << kind.section << "\">\n";
    line(6) << "<xs:complexType>\n";
    line(7) << "<xs:sequence>\n";
    line(8) << anyForeign;
    line(8) << "<xs:sequence minOccurs=\"0\" maxOccurs=\"unbounded\">\n";
    line(9) << "<xs:element name=\"" << kind.name << "\" type=\"" << kind.name << "\"/>\n";
    line(9) << anyForeign;
    line(8) << "</xs:sequence>\n";
    line(7) << "</xs:sequence>\n";
    line(7) << anyForeignAttribute;
    line(6) << "</xs:complexType>\n";
    line(5) << "</xs:element>\n";
    line(5) << anyForeign;
    line(4) << "</xs:sequence>\n";
  }

  void writeKind(const Kind& kind) {
    line(1) << "<xs:complexType name=\"" << kind.name << "\">\n";
    writeHelp(2, kind.help);
    line(2) << "<xs:sequence>\n";
    writeChildren(3, kind);
    line(2) << "</xs:sequence>\n";
    line(2) << "<xs:attribute name=\"id\" use=\"required\" type=\"id\"/>\n";
    writeAttributes(2, kind);
    line(1) << "</xs:complexType>\n";
  }

  void writeAttributes(int depth, const Kind& kind) {
    for (const Field& field : kind.fields)
      if (field.form == Form::attribute) writeAttribute(depth, field);
    line(depth) << anyForeignAttribute;
  }

  void writeAttribute(int depth, const Field& field) {
    const std::string range = rangeOf(field);
    line(depth) << "<xs:attribute name=\"" << field.name << '"';
    if (range.empty()) out_ << " type=\"" << typeOf(field) << '"';
    out_ << ">\n";
    writeHelp(depth + 1, field.help);
    if (!range.empty()) {
      line(depth + 1) << "<xs:simpleType>\n";
      line(depth + 2) << "<xs:restriction base=\"" << typeOf(field) << "\">" << range << "</xs:restriction>\n";
      line(depth + 1) << "</xs:simpleType>\n";
    }
    line(depth) << "</xs:attribute>\n";
  }

  static std::string typeOf(const Field& field) {
    switch (field.type) {
      case FieldType::text:
      case FieldType::texts:
        return "xs:string";
      case FieldType::integer:
        return "xs:integer";
      case FieldType::number:
        return "xs:double";
      case FieldType::flag:
        return "flag";
      case FieldType::date:
        return "date";
      case FieldType::money:
        return "money";
      case FieldType::ref:
        return "id";
      case FieldType::refs:
        return "ids";
      case FieldType::choice:
        return "word." + std::string(vocabulary(field.vocabulary).name);
      case FieldType::terms:
        return "words." + std::string(vocabulary(field.vocabulary).name);
    }
    return "xs:string";
  }

  static std::string rangeOf(const Field& field) {
    if (field.type != FieldType::integer && field.type != FieldType::number) return {};
    std::ostringstream range;
    range.imbue(std::locale::classic());
    range.precision(17);
    if (std::isfinite(field.least)) range << "<xs:minInclusive value=\"" << field.least << "\"/>";
    if (std::isfinite(field.most)) range << "<xs:maxInclusive value=\"" << field.most << "\"/>";
    return range.str();
  }

  void writeHelp(int depth, std::string_view help) {
    line(depth) << "<xs:annotation><xs:documentation>" << escaped(help) << "</xs:documentation></xs:annotation>\n";
  }

  void writePattern(std::string_view name, std::string_view pattern) {
    line(1) << "<xs:simpleType name=\"" << name << "\">\n";
    line(2) << "<xs:restriction base=\"xs:token\"><xs:pattern value=\"" << escaped(pattern)
            << "\"/></xs:restriction>\n";
    line(1) << "</xs:simpleType>\n";
  }

  void writeList(const std::string& name, const std::string& item) {
    line(1) << "<xs:simpleType name=\"" << name << "\">\n";
    line(2) << "<xs:restriction>\n";
    line(3) << "<xs:simpleType><xs:list itemType=\"" << item << "\"/></xs:simpleType>\n";
    line(3) << "<xs:minLength value=\"1\"/>\n";
    line(2) << "</xs:restriction>\n";
    line(1) << "</xs:simpleType>\n";
  }

  void writeSimpleTypes() {
    writePattern("version", "1(\\.[0-9]+)?");
    writePattern("id", "[A-Za-z][A-Za-z0-9_.\\-]{0,22}");
    writePattern("date", "[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?");
    writePattern("flag", "yes|no|true|false");
    writePattern("money", "[0-9]+(\\.[0-9]{1,3})? [A-Z]{3}");
    writeList("ids", "id");
    // xml:lang is let in without its declaration, which would have to be fetched from elsewhere.
    line(1) << "<xs:complexType name=\"text\">\n";
    line(2) << "<xs:simpleContent>\n";
    line(3) << "<xs:extension base=\"xs:string\">\n";
    line(4) << "<xs:anyAttribute namespace=\"http://www.w3.org/XML/1998/namespace\" processContents=\"skip\"/>\n";
    line(3) << "</xs:extension>\n";
    line(2) << "</xs:simpleContent>\n";
    line(1) << "</xs:complexType>\n";
  }

  /// The words of a list, or a team's own.
  void writeVocabulary(const Vocabulary& words) {
    const std::string name(words.name);
    line(1) << "<xs:simpleType name=\"word." << name << "\">\n";
    writeHelp(2, words.label);
    line(2) << "<xs:union memberTypes=\"id\">\n";
    line(3) << "<xs:simpleType>\n";
    line(4) << "<xs:restriction base=\"xs:token\">\n";
    for (const Term& term : words.terms) {
      line(5) << "<xs:enumeration value=\"" << escaped(term.name) << "\">\n";
      writeHelp(6, term.help);
      line(5) << "</xs:enumeration>\n";
    }
    line(4) << "</xs:restriction>\n";
    line(3) << "</xs:simpleType>\n";
    line(2) << "</xs:union>\n";
    line(1) << "</xs:simpleType>\n";
    writeList("words." + name, "word." + name);
  }

  std::ostringstream out_;
};

}  // namespace

std::string schema() { return SchemaWriter().write(); }

}  // namespace trackloom::xml
