#include "cases/case_checks.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/problem_list.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

namespace {

constexpr std::size_t most_log_keys = 200;  // each has a fault of its own

void check_keys(const CaseLog& cases, const RollUpKeys& keys, ProblemList& problems) {
  if (keys.columns.size() > RollUpRow::most_keys) {
    problems.add("by", say("đếm theo {} cột; nhiều nhất {}", "groups by {} columns; at most {}",
                           keys.columns.size(), RollUpRow::most_keys));
  }
  for (const std::string& name : keys.columns) {
    if (cases.find_key(name)) continue;
    problems.add("by", say("không có cột {} để đếm theo; by=[] đếm tất cả",
                           "there is no column {} to count by; by=[] counts all", name));
  }
}

/// What the codes of a key are called.
Bilingual said_key(const std::string& name) {
  if (name == "agency") return {"cơ quan", name};
  if (name == "procedure") return {"thủ tục", name};
  return {name, name};
}

}  // namespace

void check_columns(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
                   const std::optional<RollUpKeys>& keys) {
  ProblemList problems(ErrorCode::invalid_column);
  const auto problem = [&](Bilingual what) { problems.add("cases", std::move(what)); };
  const std::size_t rows = cases.size();
  std::vector<std::pair<std::string, const NumberView*>> views = {
      {"finished", &cases.finished.ticks},
      {"limit", &cases.limit},
      {"due", &cases.due.ticks},
      {"cut", &cases.cut},
      {"paused", &cases.paused},
      {"waiting", &cases.waiting},
      {"waiting", &cases.waiting_since.ticks},
      {"calendar", &cases.calendar}};
  for (const CaseKey& key : cases.keys) views.emplace_back(key.name, &key.codes);
  for (const auto& [name, view] : views) {
    if (view->is_there() && view->size != rows && view->size != 1) {
      problem(say("{} có {} dòng, received có {}", "{} has {} rows, received has {}", name,
                  view->size, rows));
    }
  }
  if (cases.keys.size() > most_log_keys) {
    problem(say("có {} cột để đếm theo; nhiều nhất {}",
                "there are {} columns to count by; at most {}", cases.keys.size(), most_log_keys));
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
  if (keys) check_keys(cases, *keys, problems);
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

void check_groups(std::int64_t groups, const RollUpKeys& keys) {
  if (groups < (std::int64_t{1} << 62U)) return;
  std::string names;
  for (const std::string& name : keys.columns) names += (names.empty() ? "" : ", ") + name;
  ProblemList problems(ErrorCode::invalid_column);
  problems.add("by", say("mã của {} cho quá nhiều nhóm; hãy đánh số lại từ 0",
                         "the codes of {} make too many groups; number them anew from 0", names));
  problems.throw_if_any();
}

Bilingual text_of(Fault fault, const CaseLog& cases) {
  if (fault >= Fault::unknown_code) {
    const auto key =
        static_cast<std::size_t>(fault) - static_cast<std::size_t>(Fault::unknown_code);
    return say("mã {} là số âm hoặc quá lớn", "the {} code is negative or too large",
               said_key(cases.keys[key].name));
  }
  static const std::array<Bilingual, 15> texts = {
      {{},
       {"thiếu ngày tiếp nhận", "the day of receipt is missing"},
       {"ngày tiếp nhận nằm ngoài lịch làm việc", "the day of receipt lies outside the calendar"},
       {"thiếu thời hạn giải quyết", "the limit is missing"},
       {"thiếu ngày hẹn trả", "the promised day is missing"},
       {"thiếu cả thời hạn giải quyết và ngày hẹn trả",
        "both the limit and the promised day are missing"},
       {"ngày hẹn trả trước ngày tiếp nhận", "it is promised for a day before its receipt"},
       {"chờ bổ sung từ trước ngày tiếp nhận", "it waits for papers since before its receipt"},
       {"thời hạn giải quyết là số âm", "the limit is negative"},
       {"ngày đến hạn nằm ngoài lịch làm việc", "the due day lies outside the calendar"},
       {"ngày hoàn thành nằm ngoài lịch làm việc",
        "the day of finishing lies outside the calendar"},
       {"hoàn thành trước khi tiếp nhận", "it is finished before it was received"},
       {"thời gian tạm dừng là số âm", "the pause is negative"},
       {"mức cắt giảm không nằm trong khoảng 0 đến 100 %", "the cut is not between 0 and 100 %"},
       {"không có lịch làm việc mang mã này", "there is no calendar of this code"}}};
  return texts[static_cast<std::size_t>(fault)];
}

}  // namespace sauro::inline v0_1::detail
