// What the labels of a plan in prose say: whether it fits them, and what else stands among it.
#include <string>
#include <utility>

#include "reading/cell_text.hpp"
#include "reading/prose_outline.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether what a label says may have words with a colon in it; names and times have none.
bool may_hold_labels(ProseRole role) {
  return role == ProseRole::product || role == ProseRole::content || role == ProseRole::target ||
         role == ProseRole::other;
}

/// Where the time begins that ends a piece of names, with the sign before it: "Phòng Kinh tế | ,
/// 30/6/2026", "Văn phòng | - tháng 6"; its end where it names none.
std::size_t time_at_end(std::string_view piece) {
  for (std::size_t at = piece.find(' '); at != piece.npos; at = piece.find(' ', at + 1)) {
    const std::string_view before = trim(piece.substr(0, at));
    const bool dash = before.ends_with('-') || before.ends_with("–");
    const std::string_view rest = trim(piece.substr(at));
    const bool opened = rest.starts_with('(') && rest.ends_with(')');
    if (!dash && !opened && !before.ends_with(',')) continue;
    if (is_time(opened ? rest.substr(1, rest.size() - 2) : rest)) return at;
  }
  return piece.size();
}

/// Parts what the last label says into its names or its time and what else stands among them: a
/// time, or other words with a colon: "Phòng Kinh tế; số lượng: 02 lớp", "Văn phòng, 30/6/2026".
class ValueParts {
 public:
  ValueParts(const Context& context, std::vector<ProseField>& fields, bool has_time)
      : context_(context), fields_(fields), at_(fields.size() - 1), has_time_(has_time) {}

  void part() {
    const std::string all = fields_[at_].value;
    const bool names = fields_[at_].role != ProseRole::timeframe;
    times_ = names && !has_time_ && may_hold_time(all);
    if (!times_ && all.find(';') == all.npos && all.find(": ") == all.npos) return;
    const std::string sentence = names ? as_one_sentence(all) : all;
    each_piece(sentence, ';', [&](std::string_view piece) { take(trim(piece)); });
    if (parted_) fields_[at_].value = std::move(left_);
  }

 private:
  void take(std::string_view said) {
    constexpr std::size_t longest = 60;  // bytes of a name
    const std::size_t colon = said.substr(0, longest).find(": ");
    const bool note = colon != said.npos && colon != 0 && !is_digit(decode(said, 0).value) &&
                      !context_.agencies.is_agency(said);
    if (note)
      return add(ProseRole::other, said.substr(0, colon),
                 without_separators(said.substr(colon + 1)));
    if (times_ && may_hold_time(said)) {
      if (is_time(said)) return add(ProseRole::timeframe, "", said);
      const std::size_t time = time_at_end(said);
      if (time != said.size()) {
        add(ProseRole::timeframe, "", tidy_time(said.substr(time)));
        said = without_separators(said.substr(0, time));
      }
    }
    left_ += (left_.empty() ? "" : "; ") + std::string(said);
  }

  static std::string_view tidy_time(std::string_view text) {
    text = trim(text);
    return text.starts_with('(') ? text.substr(1, text.size() - 2) : text;
  }

  void add(ProseRole role, std::string_view name, std::string_view value) {
    fields_.push_back({role, std::string(name), std::string(value)});
    parted_ = true;
  }

  const Context& context_;
  std::vector<ProseField>& fields_;
  std::size_t at_;
  bool has_time_;
  bool times_ = false;
  bool parted_ = false;
  std::string left_;
};

/// Whether what a label says fits its role: a time, or bodies.
bool fits_role(const Context& context, const ProseField& field) {
  const ProseRole role = certain(field.role);
  if (role == field.role && role != ProseRole::start) return true;
  const bool time = role == ProseRole::timeframe || role == ProseRole::start;
  if (time) return is_time(field.value);
  if (context.agencies.is_agency(field.value)) return true;
  const std::string_view value = field.value;
  const std::size_t end = may_hold_time(value) ? time_at_end(value) : value.size();
  return end != value.size() &&
         context.agencies.is_agency(without_separators(value.substr(0, end)));
}

}  // namespace

ProseLine read_prose_labels(const Context& context, std::string_view text) {
  ProseLine line = find_prose_labels(text);
  if (line.fields.empty()) return line;
  std::size_t first = 0;  // labels before it are words of the text
  while (first < line.fields.size() && !fits_role(context, line.fields[first])) ++first;
  if (first == line.fields.size()) return {text, {}};
  if (first != 0) line.before = trim(text.substr(0, line.starts[first]));
  std::vector<ProseField> kept;
  bool has_time = false;
  for (std::size_t i = first; i < line.fields.size(); ++i)
    has_time = has_time || certain(line.fields[i].role) == ProseRole::timeframe;
  for (std::size_t i = first; i < line.fields.size(); ++i) {
    ProseField& field = line.fields[i];
    const bool fits = fits_role(context, field);
    field.role = certain(field.role);
    if (!fits && may_hold_labels(kept.back().role)) {
      kept.back().value += "; " + field.name + ": " + field.value;
      continue;
    }
    if (!fits) field.role = ProseRole::other;
    kept.push_back(std::move(field));
    if (!may_hold_labels(kept.back().role)) ValueParts(context, kept, has_time).part();
  }
  line.fields = std::move(kept);
  return line;
}

std::vector<ProseField> label_table(const Block& table) {
  std::vector<ProseField> fields;
  for (const Row& row : table.rows) {
    if (row.cells.size() == 1 && table.rows.size() > 1 && &row == &table.rows.front()) {
      fields.push_back({ProseRole::content, "", one_line(row.cells[0].text)});
      continue;
    }
    if (row.cells.size() != 2 || row.cells[0].inherited || row.cells[1].inherited) return {};
    const std::string name(without_separators(row.cells[0].text));
    ProseLine line = find_prose_labels(name + ":");
    if (line.fields.size() != 1 || !line.before.empty()) return {};
    line.fields[0].name = one_line(row.cells[0].text);
    line.fields[0].value = squeeze(row.cells[1].text);
    fields.push_back(std::move(line.fields[0]));
  }
  return has_role(fields, ProseRole::lead) || has_role(fields, ProseRole::timeframe)
             ? fields
             : std::vector<ProseField>{};
}

}  // namespace sauro::inline v0_1::detail
