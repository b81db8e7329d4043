// The comments of a sheet (ECMA-376, part 1, 18.7).
#include <utility>

#include "core/poll.hpp"
#include "reading/asides.hpp"
#include "reading/xlsx_links.hpp"
#include "reading/xlsx_names.hpp"
#include "reading/xlsx_sheet.hpp"

namespace sauro::inline v0_1::detail {
namespace {

class CommentReader : public XmlVisitor {
 public:
  CommentReader(SheetCells& sheet, const ReadLimits& limits) : sheet_(sheet), limits_(limits) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "comment") at_ = parse_cell_name(attributes["ref"]).value_or(CellName{});
    in_text_ = name == "t";
  }

  void end(std::string_view name) override {
    in_text_ = false;
    if (name != "comment") return;
    poll();
    sheet_.left.push_back(
        {at_.row, at_.column, unescaped(std::exchange(text_, {})), comment_reason});
  }

  void text(std::string_view piece) override {
    if (!in_text_) return;
    text_ += piece;
    require_size(text_, {"", 0, at_.row, at_.column}, limits_);
  }

 private:
  SheetCells& sheet_;
  const ReadLimits& limits_;
  CellName at_;
  std::string text_;
  bool in_text_ = false;
};

}  // namespace

void read_comments(OfficeArchive& archive, const std::string& part, SheetCells& sheet,
                   const ReadLimits& limits) {
  RelationshipReader links(part);
  read_links(archive, part, links, limits);
  const std::string comments = links.of_type("comments");
  if (comments.empty()) return;
  CommentReader reader(sheet, limits);
  visit_xml(archive, comments, reader, limits);
}

}  // namespace sauro::inline v0_1::detail
