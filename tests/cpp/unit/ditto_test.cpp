// Cells that only say that they are as the one above.
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_table_of(const std::string& rows) {
  return read_text(
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời "
      "gian\n" +
      rows);
}

}  // namespace

TEST_CASE("a cell that repeats the one above is as that one, over more than one row") {
  for (const std::string ditto : {"nt", "Nt", "-nt-", "- nt -", "n/t", "như trên", "Như trên.",
                                  "Tương tự", "\"", "''", "-//-", "“", "″", "– \" –", "NT"}) {
    CAPTURE(ditto);
    const Plan plan = read_table_of(
        "1\tRà soát\tBáo cáo\tPhòng Kinh tế, Công an xã\tQuý I\n2\tSắp xếp\t" + ditto + "\t" +
        ditto + "\t" + ditto + "\n3\tSơ kết\tTờ trình\t" + ditto + "\t" + ditto + "\n");
    REQUIRE(plan.tasks.size() == 3);
    for (const Task& task : plan.tasks) {
      CHECK(task.leads == Strings{"phong-kinh-te", "cong-an"});
      CHECK(task.timeframe.due == Date(2026, 3, 31));
    }
    CHECK(plan.tasks[1].product == "Báo cáo");
    CHECK(plan.tasks[2].product == "Tờ trình");
    CHECK(plan.coverage.lost() == 0);
    CHECK(plan.unread.empty());
  }
}

TEST_CASE("a sign of repetition with nothing above it is unread, and others are what they are") {
  const Plan first = read_table_of("1\tRà soát\tBáo cáo\tnt\tQuý I\n");
  CHECK(first.tasks.at(0).leads.empty());
  REQUIRE(first.unread.size() == 1);
  CHECK(first.unread[0].text == "nt");
  const Plan none = read_table_of("1\tRà soát\tBáo cáo\tPhòng Kinh tế\tQuý I\n2\tNT\t-\t\t-\n");
  CHECK(none.tasks.at(1).title == "NT");
  CHECK(none.tasks.at(1).leads.empty());
  CHECK_FALSE(none.tasks.at(1).timeframe.due);
}
