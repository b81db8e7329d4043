#include "sauro/plan/remark.hpp"

#include <cstddef>
#include <utility>

#include "core/say.hpp"
#include "data/remark_words.hpp"

namespace sauro::inline v0_1 {
namespace {

/// By kind; {} stands for what was taken.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> sentences{{
    {"dòng tiêu đề của bảng: {}", "the header row of the table: {}"},
    {"ý nghĩa của cột: {}", "what a column holds: {}"},
    {"nối dòng này vào dòng trên: {}", "joined with the row above: {}"},
    {"coi dòng không số là một nhiệm vụ riêng: {}", "a row without a number is a task: {}"},
    {"coi dòng này là mục cha: {}", "this row heads others: {}"},
    {"cơ quan được hiểu là: {}", "agencies understood: {}"},
    {"giá trị được hiểu là: {}", "the value understood: {}"},
    {"phần bị ẩn vẫn được đọc: {}", "hidden, and read all the same: {}"},
    {"chữ theo phông cũ đã chuyển sang Unicode: {}", "text of an old font turned to Unicode: {}"},
    {"bảng mã của tệp được hiểu là: {}", "the encoding understood: {}"},
    {"nhận dạng không chắc chắn: {}", "recognised without certainty: {}"},
    {"không tìm thấy kế hoạch: {}", "no plan was found: {}"},
    {"nội dung sửa không khớp với chỗ nào: {}", "a correction fits nowhere: {}"},
    {"chữ viết tắt không được giải thích, coi là tên cơ quan (số lần): {}; nêu tên đầy đủ bằng "
     "--agencies",
     "an abbreviation that nothing explains, taken as the name of a body (times): {}; give its "
     "full "
     "name by --agencies"},
    {"bảng có cột theo dõi tiến độ: {}; nếu tệp là sổ theo dõi hay nhật ký thì hãy đọc kế hoạch "
     "gốc "
     "và nêu tệp này sau --log",
     "the table has columns of progress: {}; if the file is a register or log, read the plan "
     "itself "
     "and give this file as --log"},
    {"dòng có {} ô, khác số cột của tiêu đề; ô có thể bị lệch cột",
     "a row of {} cells, not as many as its header; cells may stand in wrong columns"},
}};

/// What was taken or could be, in quotation marks; words of the reader, not of the document, in
/// English there.
Bilingual quoted(const std::string& text, RemarkKind kind) {
  std::string english = text;
  for (const auto& [own, en] : detail::data::remark_words) {
    const bool begins = own.ends_with(' ') && kind == RemarkKind::hidden && text.starts_with(own);
    const bool coloured = own.ends_with(": ") && kind == RemarkKind::value && text.starts_with(own);
    if (text != own && !begins && !coloured) continue;
    english.replace(0, own.size(), en);
    break;
  }
  return {"“" + text + "”", "“" + english + "”"};
}

}  // namespace

Bilingual describe(const Remark& remark) {
  if (remark.kind == RemarkKind::agencies && remark.chosen.empty() && remark.others.empty()) {
    return {"không nêu giao cho ai", "nobody is named for it"};
  }
  if (remark.kind == RemarkKind::column && !remark.others.empty()) {
    const Bilingual column = quoted(remark.chosen, remark.kind);
    const Bilingual holds = quoted(remark.others.front(), remark.kind);
    if (!remark.field.empty()) {
      return detail::say("cột {} được hiểu là {} theo nội dung các ô",
                         "column {} is taken for {} by what its cells hold", column, holds);
    }
    return detail::say("cột {} có thể là {}, chưa được dùng",
                       "column {} could be {}, and isn't used", column, holds);
  }
  if (remark.kind == RemarkKind::cells && !remark.others.empty()) {
    return detail::say("dòng có {} ô mà tiêu đề có {} cột; ô có thể bị lệch cột",
                       "a row of {} cells below a header of {} columns; cells may stand in wrong "
                       "columns",
                       remark.chosen, remark.others.front());
  }
  const auto& [vi, en] = sentences[static_cast<std::size_t>(remark.kind)];
  const Bilingual text = detail::say(vi, en, quoted(remark.chosen, remark.kind));
  if (remark.others.empty()) return text;
  Bilingual others;
  for (const std::string& one : remark.others) {
    others = detail::joined(others, ", ", quoted(one, remark.kind));
  }
  return detail::joined(text, "; ", detail::say("cũng có thể: {}", "it could be: {}", others));
}

}  // namespace sauro::inline v0_1
