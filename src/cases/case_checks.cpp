#include "cases/case_checks.hpp"

#include <array>
#include <utility>

#include "core/problem_list.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

void check_columns(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
                   const std::optional<RollUpKeys>& keys) {
  ProblemList problems(ErrorCode::invalid_column);
  const auto problem = [&](Bilingual what) { problems.add("cases", std::move(what)); };
  const std::size_t rows = cases.size();
  const std::pair<const char*, const NumberView*> views[] = {
      {"finished", &cases.finished.ticks}, {"limit", &cases.limit},
      {"due", &cases.due.ticks},           {"cut", &cases.cut},
      {"paused", &cases.paused},           {"agency", &cases.agency},
      {"procedure", &cases.procedure},     {"calendar", &cases.calendar}};
  for (const auto& [name, view] : views) {
    if (view->is_there() && view->size != rows && view->size != 1) {
      problem(say("{} có {} dòng, received có {}", "{} has {} rows, received has {}", name,
                  view->size, rows));
    }
  }
  if (cases.unit >= TimeUnit::weeks) {
    problem(
        say("thời hạn của hồ sơ không tính bằng {}; hãy đổi ra ngày, ngày làm việc, giờ làm "
            "việc, giờ hoặc phút",
            "limits of dossiers aren't counted in {}; give days, working days, working hours, "
            "hours or minutes",
            said(to_string(cases.unit))));
  }
  if (!cases.limit.is_there() && !cases.due.ticks.is_there()) {
    problem(say("không có cột thời hạn giải quyết hay ngày hẹn trả",
                "there is no column of limits or of promised days"));
  }
  for (const auto& [name, view] :
       {std::pair("cut", &cases.cut), std::pair("paused", &cases.paused)}) {
    if (!view->is_there() || cases.limit.is_there()) continue;
    problem(say("{} thay đổi thời hạn giải quyết, mà sổ chỉ có ngày hẹn trả; hãy bỏ cột này",
                "{} changes limits, and the log has promised days only; leave this column out",
                name));
  }
  if (keys && keys->agency && !cases.agency.is_there()) {
    problem(say("không có cột cơ quan để đếm theo; by=[] đếm tất cả",
                "there is no column of agencies to count by; by=[] counts all"));
  }
  if (keys && keys->procedure && !cases.procedure.is_there()) {
    problem(say("không có cột thủ tục để đếm theo; by=[] đếm tất cả",
                "there is no column of procedures to count by; by=[] counts all"));
  }
  if (options.calendars.empty()) {
    problem(say("không có lịch làm việc nào", "there is no calendar"));
  }
  if (cases.calendar.is_there() ? false : options.calendars.size() > 1) {
    problem(say("có nhiều lịch làm việc thì cần thêm một cột mã lịch",
                "several calendars want a column of calendar codes"));
  }
  for (const std::size_t size :
       {columns.due.size(), columns.status.size(), columns.late_days.size()}) {
    if (size == 0 || size == rows) continue;
    problem(say("cột kết quả có độ dài khác cột received",
                "a column to fill has another length than received"));
  }
  problems.throw_if_any();
}

Bilingual text_of(Fault fault) {
  static const std::array<Bilingual, 16> texts = {
      {{},
       {"thiếu ngày tiếp nhận", "the day of receipt is missing"},
       {"ngày tiếp nhận nằm ngoài lịch làm việc", "the day of receipt lies outside the calendar"},
       {"thiếu thời hạn giải quyết", "the limit is missing"},
       {"thiếu ngày hẹn trả", "the promised day is missing"},
       {"thiếu cả thời hạn giải quyết và ngày hẹn trả",
        "both the limit and the promised day are missing"},
       {"ngày hẹn trả trước ngày tiếp nhận", "it is promised for a day before its receipt"},
       {"thời hạn giải quyết là số âm", "the limit is negative"},
       {"ngày đến hạn nằm ngoài lịch làm việc", "the due day lies outside the calendar"},
       {"ngày hoàn thành nằm ngoài lịch làm việc",
        "the day of finishing lies outside the calendar"},
       {"hoàn thành trước khi tiếp nhận", "it is finished before it was received"},
       {"thời gian tạm dừng là số âm", "the pause is negative"},
       {"mức cắt giảm không nằm trong khoảng 0 đến 100 %", "the cut is not between 0 and 100 %"},
       {"mã cơ quan là số âm hoặc quá lớn", "the agency code is negative or too large"},
       {"mã thủ tục là số âm hoặc quá lớn", "the procedure code is negative or too large"},
       {"không có lịch làm việc mang mã này", "there is no calendar of this code"}}};
  return texts[static_cast<std::size_t>(fault)];
}

}  // namespace sauro::inline v0_1::detail
