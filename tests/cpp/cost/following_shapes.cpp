// Plans checked, scheduled and followed; logs, tables and JSON read.
#include <functional>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cost.hpp"
#include "documents.hpp"

namespace {

using sauro::Plan;

const std::string header =
    "Số: 21/KH-UBND\nPhú Mỹ, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\n";
const std::string columns =
    "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n";

struct Tasks {
  std::string_view name;
  std::string row;  ///< an @ is the running number
};

const std::vector<Tasks> kinds_of_tasks = {
    {"equal tasks",
     "@\tRà soát, công khai thủ tục hành chính của xã\tQuyết định\tPhòng Kinh tế\tCông an "
     "xã\tQuý I\n"},
    {"equal numbers",
     "1\tRà soát thủ tục hành chính @ của xã\tQuyết định\tPhòng Kinh tế\tCông an xã\tQuý I\n"},
    {"titles that differ in one word",
     "@\tRà soát, công khai thủ tục hành chính của xã lần @\tQuyết định\tPhòng Kinh tế\t\tQuý I\n"},
    {"titles that differ in half of their words",
     "@\tRà soát thủ tục hành chính a@ b@ c@ d@ e@\tQuyết định\tPhòng Kinh tế\t\tQuý I\n"},
    {"agencies of their own", "@\tRà soát thủ tục\tQuyết định\tPhòng @\tĐội @\tQuý I\n"},
    {"many agencies each",
     "@\tRà soát thủ tục\tQuyết định\tPhòng Kinh tế, Công an xã, Phòng @\tĐội @, Tổ @\tQuý I\n"},
    {"products of their own", "@\tRà soát thủ tục @\tQuyết định @\tPhòng Kinh tế\t\tQuý I\n"},
    {"equal targets", "@\tPhấn đấu đạt 95% hồ sơ đúng hạn trong năm nay\tBáo cáo\tPhòng A\t\t\n"},
    {"targets that differ",
     "@\tPhấn đấu đạt @% hồ sơ đúng hạn trong năm nay của xã\tBáo cáo\tPhòng A\t\tQuý I\n"},
    {"growing targets of one title",
     "@\tPhấn đấu đạt trên @,5% hồ sơ đúng hạn trong năm\tBáo cáo\tPhòng A\t\tQuý I\n"},
    {"nested numbers", "1.1.@\tRà soát thủ tục\tQuyết định\tPhòng A\t\tHằng quý\n"},
    {"areas", "I\tLĨNH VỰC @\t\t\t\t\n1\tRà soát thủ tục\tQuyết định\tPhòng A\t\tQuý I\n"},
    {"empty rows", "@\t\t\t\t\t\n"},
    {"dates of their own", "@\tRà soát thủ tục\tQuyết định\tPhòng A\t\tTrước ngày 15/12/2026\n"},
    {"rhythms", "@\tRà soát thủ tục\tQuyết định\tPhòng A\t\tHằng tháng\n"},
    {"tasks after others",
     "@\tRà soát thủ tục\tQuyết định\tPhòng A\t\tSau khi hoàn thành nhiệm vụ 1\n"},
    {"references to the task before",
     "@\tBáo cáo kết quả thực hiện nhiệm vụ 1\tBáo cáo\tPhòng "
     "A\t\tSau khi có Quyết định\n"},
};

Plan plan_of(const std::string& row, std::size_t tasks) {
  return sauro::read_plan_text(times(header + "Phụ lục 1\n" + columns, row, "", tasks));
}

struct PlanVerb {
  std::string_view name;
  std::function<void(const Plan&)> run;
  std::size_t step = 1;  ///< every kind of tasks; those that write see every third
};

const sauro::WorkingCalendar& calendar() {
  static const sauro::WorkingCalendar one = sauro::WorkingCalendar::vietnam();
  return one;
}

const std::vector<PlanVerb> plan_verbs = {
    {"check", [](const Plan& plan) { static_cast<void>(sauro::check(plan)); }},
    {"schedule", [](const Plan& plan) { static_cast<void>(schedule(plan, calendar())); }},
    {"slack",
     [](const Plan& plan) {
       static_cast<void>(
           slack_table(schedule(plan, calendar()), calendar(), sauro::Date(2026, 1, 15)));
     }},
    {"workload",
     [](const Plan& plan) { static_cast<void>(workload_table(schedule(plan, calendar()))); }},
    {"to_json", [](const Plan& plan) { static_cast<void>(sauro::to_json(plan)); }, 3},
    {"from_json",
     [](const Plan& plan) { static_cast<void>(sauro::plan_from_json(sauro::to_json(plan))); }, 3},
    {"icalendar",
     [](const Plan& plan) {
       const sauro::Schedule all = schedule(plan, calendar());
       static_cast<void>(moved_by_icalendar(all, to_icalendar(all)));
     },
     3},
    {"project XML",
     [](const Plan& plan) {
       const sauro::Schedule all = schedule(plan, calendar());
       static_cast<void>(moved_by_project_xml(all, to_project_xml(all, calendar())));
     },
     3},
    {"link",
     [](const Plan& plan) {
       static const sauro::Framework framework = sauro::load_framework("commune-example");
       static_cast<void>(link(plan, framework));
     },
     3},
    {"track",
     [](const Plan& plan) {
       sauro::Progress log;
       for (const sauro::Task& task : plan.tasks) {
         for (int day = 1; day <= 5; ++day) {
           sauro::ProgressEntry entry;
           entry.task = task.id;
           entry.date = sauro::Date(2026, 3, day);
           entry.status = sauro::ProgressStatus::in_progress;
           log.entries.push_back(entry);
         }
       }
       sauro::TrackOptions options;
       options.on_problem = sauro::OnProblem::keep;
       static_cast<void>(track(schedule(plan, calendar()), std::move(log), sauro::Date(2026, 9, 1),
                               calendar(), options));
     }},
};

void add_plan_shapes(std::vector<Shape>& shapes) {
  constexpr std::size_t tasks = 24;
  for (const PlanVerb& verb : plan_verbs) {
    for (std::size_t i = verb.step - 1; i < kinds_of_tasks.size(); i += verb.step) {
      const Tasks& kind = kinds_of_tasks[i];
      shapes.push_back({std::string(verb.name) + ": " + std::string(kind.name), tasks,
                        [&verb, &kind](std::size_t size) -> Verb {
                          return [&verb, plan = plan_of(kind.row, size)] { verb.run(plan); };
                        }});
    }
  }
  constexpr std::size_t bytes = 640;
  for (const Document& document : documents()) {
    shapes.push_back({"check: " + document.name, bytes, [document](std::size_t size) -> Verb {
                        return [plan = sauro::read_plan_text(document.text(size))] {
                          static_cast<void>(check(plan));
                        };
                      }});
  }
}

const std::vector<RepeatedText> logs = {
    {"rows", "task,date,status\n", "1.I.@,2026-01-02,done\n"},
    {"equal rows", "task,date,status\n", "1.I.1,2026-01-02,done\n"},
    {"rows without a task", "task,date,status\n", ",2026-01-02,done\n"},
    {"rows with unknown statuses", "task,date,status\n", "1,2026-01-02,x@\n"},
    {"rows with no day", "task,date,status\n", "1,x@,done\n"},
    {"rows that are too long", "task,date,status\n", "1,2026-01-02,done,,,\n"},
    {"empty rows", "task,date,status\n", ",,\n"},
    {"empty lines", "task,date,status\n", "\n"},
    {"columns", "task,date,status", ",x@", "\n1,2026-01-02,done\n"},
    {"equal columns", "task,date", ",status", "\n1,2026-01-02\n"},
    {"cells of one row", "task,date,status\n1", ",", "\n"},
    {"a quotation that nothing closes", "task,date,status\n\"", "x,\n"},
    {"quotation marks", "task,date,status\n\"", "\"\"", "\",2026-01-02,done\n"},
    {"quotations", "task,date,status\n", "\"1\",\"2026-01-02\",\"done\"\n"},
    {"quotes inside cells", "task,date,status\n", "a\"b,2026-01-02,done\n"},
    {"one long status", "task,date,status\n1,2026-01-02,", "đã hoàn thành ", "\n"},
    {"one long day", "task,date,status\n1,", "1/", ",done\n"},
    {"one long percent", "task,date,percent\n1,2026-01-02,", "1.", "\n"},
    {"carriage returns", "task,date,status\n", "\r"},
    {"semicolons in the first line", "task", ";,", "\n"},
    {"decomposed letters", "task,date,result\n1,2026-01-02,", "e\u0302\u0323", "\n"}};

const std::vector<RepeatedText> plans_as_json = {
    {"open lists", "", "["},
    {"open objects", "", "{\"a\":"},
    {"nested lists", "{\"schema\":\"sauro/plan/1\",\"tasks\":", "[", ""},
    {"one long text", "{\"schema\":\"sauro/plan/1\",\"x\":\"", "x", "\"}"},
    {"escapes", "{\"schema\":\"sauro/plan/1\",\"x\":\"", "\\u00e9", "\"}"},
    {"a text that nothing closes", "{\"x\":\"", "\\\"", ""},
    {"members", "{\"schema\":\"sauro/plan/1\"", ",\"x@\":1", "}"},
    {"equal members", "{\"schema\":\"sauro/plan/1\"", ",\"x\":1", "}"},
    {"space", "", " "},
    {"one long number", "{\"x\":", "9", "}"},
    {"tasks", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{\"id\":\"0\"}", ",{\"id\":\"@\"}", "]}"},
    {"equal tasks", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{\"id\":\"0\"}", ",{\"id\":\"0\"}",
     "]}"},
    {"tasks that lack an id", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{}", ",{}", "]}"},
    {"tasks of unknown members", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{}", ",{\"x@\":1}", "]}"},
    {"tasks that are none", "{\"schema\":\"sauro/plan/1\",\"tasks\":[1", ",1", "]}"},
    {"tasks with unknown agencies", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{\"id\":\"0\"}",
     ",{\"id\":\"@\",\"leads\":[\"x@\"]}", "]}"},
    {"tasks in one another", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{\"id\":\"1\"}",
     ",{\"id\":\"1@\",\"parent\":\"1\"}", "]}"},
    {"leads of one task", "{\"schema\":\"sauro/plan/1\",\"tasks\":[{\"id\":\"1\",\"leads\":[\"x\"",
     ",\"x@\"", "]}]}"}};

}  // namespace

std::vector<Shape> following_shapes() {
  std::vector<Shape> shapes;
  add_text_shapes(shapes, "read_csv", logs,
                  [](const std::string& text) { static_cast<void>(sauro::read_csv_text(text)); });
  add_text_shapes(shapes, "read_progress", logs, [](const std::string& text) {
    static_cast<void>(sauro::read_progress_text(text));
  });
  add_text_shapes(shapes, "read_progress and keep", logs, [](const std::string& text) {
    sauro::ProgressOptions options;
    options.on_problem = sauro::OnProblem::keep;
    static_cast<void>(sauro::read_progress_text(text, options));
  });
  add_text_shapes(shapes, "plan_of_grid", logs, [](const std::string& text) {
    static_cast<void>(sauro::plan_of_grid(sauro::read_csv_text(text)));
  });
  add_text_shapes(shapes, "plan_from_json", plans_as_json,
                  [](const std::string& text) { static_cast<void>(sauro::plan_from_json(text)); });
  add_plan_shapes(shapes);
  return shapes;
}
