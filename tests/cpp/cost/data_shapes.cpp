// Figures, registers and other files read; figures followed.
#include <cstdint>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cost.hpp"

namespace {

const sauro::Framework& example() {
  static const sauro::Framework one = sauro::load_framework("commune-example");
  return one;
}

const std::vector<RepeatedText> tables_of_inputs = {
    {"units", "unit,period,nv_hoan_thanh,nv_trong_ke_hoach\n", "Xã @,2026,10,12\n"},
    {"equal units", "unit,period,nv_hoan_thanh\n", "An Lộc,2026,10\n"},
    {"periods of one unit", "unit,period,nv_hoan_thanh\n", "An Lộc,@,10\n"},
    {"unknown columns", "unit", ",cột @", "\nAn Lộc,1\n"},
    {"equal columns", "unit,period", ",nv_hoan_thanh", "\nAn Lộc,2026,1\n"},
    {"columns that are nearly one", "unit", ",nv_hoan_than@", "\nAn Lộc,1\n"},
    {"rows without a unit", "unit,nv_hoan_thanh\n", ",10\n"},
    {"values that are none", "unit,nv_hoan_thanh\n", "Xã @,nhiều\n"},
    {"title lines", "", "BẢNG SỐ LIỆU SỐ @\n", "unit,nv_hoan_thanh\nAn Lộc,10\n"},
    {"a row a variable", "Chỉ số,An Lộc,Phú Mỹ\n", "nv_hoan_thanh,1,2\n"},
    {"a long format", "unit,variable,value\n", "Xã @,nv_hoan_thanh,10\n"},
    {"groups of rows", "unit,nv_hoan_thanh\n", "I,\nXã @,10\nTổng,10\n"},
    {"one long name", "unit,nv_hoan_thanh\n", "xã ", ",10\n"},
    {"one long number", "unit,nv_hoan_thanh\nAn Lộc,", "1.", "\n"}};

const std::vector<RepeatedText> sheets_of_indicators = {
    {"indicators", "STT,Chỉ tiêu,ĐVT,Kế hoạch năm,Thực hiện tháng,Lũy kế\n",
     "@,Số hộ nghèo @,hộ,900,810,820\n"},
    {"equal indicators", "Chỉ tiêu,ĐVT,Lũy kế\n", "Số hộ nghèo,hộ,820\n"},
    {"areas", "STT,Chỉ tiêu,ĐVT,Lũy kế\n", "I,KINH TẾ @,,\n1,Thu ngân sách,tỷ đồng,5\n"},
    {"parts of one", "STT,Chỉ tiêu,ĐVT,Lũy kế\n1,Thu,tỷ đồng,9\n",
     ",- Trong đó: thu @,tỷ đồng,5\n"},
    {"figures that are none", "Chỉ tiêu,ĐVT,Lũy kế\n", "Thu @,tỷ đồng,nhiều\n"},
    {"columns of months", "Chỉ tiêu,ĐVT", ",Tháng @/2026", "\nThu,tỷ đồng,5\n"},
    {"columns of places", "Chỉ tiêu,ĐVT", ",Xã @", "\nThu,tỷ đồng,5\n"},
    {"columns of nothing known", "Chỉ tiêu,Lũy kế", ",cột @", "\nThu,5\n"},
    {"one long name", "Chỉ tiêu,ĐVT,Lũy kế\n", "thu ngân sách ", ",tỷ đồng,5\n"},
    {"rates beside their figures", "Chỉ tiêu,ĐVT,Kế hoạch năm,Lũy kế,% kế hoạch\n",
     "Thu @,tỷ đồng,100,50,60\n"}};

const std::vector<RepeatedText> tables_of_criteria = {
    {"criteria", "STT,Tiêu chí,Điểm tối đa,Cách tính\n", "@,Việc @,1,Có: 1; không: 0\n"},
    {"nested criteria", "STT,Tiêu chí,Điểm tối đa,Cách tính\n", "1.@,Việc @,1,Có: 1; không: 0\n"},
    {"equal numbers", "STT,Tiêu chí,Điểm tối đa,Cách tính\n", "1,Việc,1,Có: 1; không: 0\n"},
    {"cases below one", "STT,Tiêu chí,Điểm tối đa,Cách tính\n1,Việc,1,\n", ",Loại @: 0,,\n"},
    {"one long rule", "STT,Tiêu chí,Điểm tối đa,Cách tính\n1,Việc,1,", "mỗi a ", "\n"},
    {"signs", "STT,Tiêu chí,Điểm tối đa,Cách tính\n1,Việc,1,", "= : ", "\n"},
    {"leads", "STT,Tiêu chí,Điểm tối đa,Cách tính\n1,Việc,1,", "điểm ", "\n"}};

const std::vector<RepeatedText> progress_as_json = {
    {"entries", R"([{"task":"0"})", R"(,{"task":"@","status":"done","date":"2026-01-02"})", "]"},
    {"entries of one task", R"([{"task":"0"})", R"(,{"task":"1","status":"done"})", "]"},
    {"entries with unknown members", R"([{"task":"0"})", R"(,{"task":"1","x@":1})", "]"},
    {"entries with unknown states", R"([{"task":"0"})", R"(,{"task":"1","status":"x@"})", "]"},
    {"entries that are none", "[1", ",1", "]"},
    {"open lists", "", "[", ""}};

const std::vector<RepeatedText> schedules_as_json = {
    {"tasks", R"({"schema":"sauro/schedule/2","year":2026,"tasks":[{"id":"0","title":"x"})",
     R"(,{"id":"@","title":"x"})", "]}"},
    {"equal tasks", R"({"schema":"sauro/schedule/2","year":2026,"tasks":[{"id":"0","title":"x"})",
     R"(,{"id":"0","title":"x"})", "]}"},
    {"tasks that lack all", R"({"schema":"sauro/schedule/2","tasks":[{})", ",{}", "]}"},
    {"occurrences of no task", R"({"schema":"sauro/schedule/2","tasks":[],"occurrences":[{})",
     R"(,{"task":"@"})", "]}"},
    {"unknown members", R"({"schema":"sauro/schedule/2")", R"(,"x@":1)", "}"}};

const std::vector<RepeatedText> other_json = {
    {"agencies", R"({"agencies":[{"id":"0","name":"Sở 0"})",
     R"(,{"id":"s@","name":"Sở số @","aliases":["S@"]})", "]}"},
    {"equal agencies", R"({"agencies":[{"id":"0","name":"Sở 0"})", R"(,{"id":"0","name":"Sở 0"})",
     "]}"},
    {"names of one agency", R"({"agencies":[{"id":"0","name":"Sở 0","aliases":["a")", R"(,"a@")",
     "]}]}"},
    {"decisions", R"({"decisions":[{"number":"0","year":2026})", R"(,{"number":"@","year":2026})",
     "]}"},
    {"days of one decision", R"({"decisions":[{"number":"0","year":2026,"days":[)",
     R"({"date":"2026-01-01"},)", R"({"date":"2026-01-02"}]}]})"},
    {"links", R"({"schema":"sauro/links/1","links":{"0":["1"])", R"(,"t@":["1.@"])", "}}"},
    {"equal links", R"({"schema":"sauro/links/1","links":{"0":["1"])", R"(,"0":["1"])", "}}"},
    {"corrections", R"({"schema":"sauro/corrections/1","tasks":[{"id":"0"})", R"(,{"id":"@"})",
     "]}"},
    {"criteria", R"({"schema":"sauro/framework/1","id":"x","max":9,"criteria":[{"code":"0"})",
     R"(,{"code":"@","max":1,"rule":{"value":"x"}})", "]}"},
    {"unknown variables",
     R"({"schema":"sauro/framework/1","id":"x","max":9,"criteria":[{"code":"0"})",
     R"(,{"code":"@","max":1,"rule":{"value":"x@"}})", "]}"},
    {"a rule in rules", "", R"({"choice":{"by":"x","rules":{"1":)", ""},
    {"formulas",
     R"({"schema":"sauro/framework/1","id":"x","max":9,"criteria":[{"code":"1","rule":"x)", " + x",
     R"("}]})"}};

void read_json_of_each_kind(const std::string& text) {
  const auto answered = [&](auto read) {
    try {
      static_cast<void>(read(text));
    } catch (const sauro::Error&) {  // of another kind
    }
  };
  answered(sauro::agency_register_from_json);
  answered(sauro::holiday_decisions_from_json);
  answered(sauro::link_corrections_from_json);
  answered(sauro::corrections_from_json);
  answered(sauro::framework_from_json);
  answered(sauro::rule_from_json);
}

/// Indicators, each with values of the twelve months.
struct Figures {
  std::vector<sauro::Indicator> indicators;
  std::vector<sauro::IndicatorValue> values;
};

Figures figures_of(std::size_t indicators, std::size_t places, std::string_view target) {
  Figures all;
  for (std::size_t i = 0; i < indicators; ++i) {
    sauro::Indicator one;
    one.id = "1." + std::to_string(i);
    one.name = "Thu ngân sách " + std::to_string(i);
    one.unit = "tỷ đồng";
    one.measure = sauro::MeasureKind::flow;
    one.targets = {{"2026", std::string(target), sauro::parse_target(target)}};
    all.indicators.push_back(one);
    for (std::size_t place = 0; place < places; ++place) {
      for (int month = 1; month <= 12; ++month) {
        sauro::IndicatorValue value;
        value.indicator = one.id;
        value.place = place == 0 ? "" : "Xã " + std::to_string(place);
        value.first = sauro::Period::month(2026, month).first();
        value.last = sauro::Period::month(2026, month).last();
        value.value = month;
        all.values.push_back(value);
      }
    }
  }
  return all;
}

Shape monitored(const std::string& name, Figures (*make)(std::size_t)) {
  constexpr std::size_t things = 8;
  return {"monitor: " + name, things, [make](std::size_t size) -> Verb {
            const Figures all = make(size);
            return [indicators = all.indicators, log = sauro::IndicatorLog::of(all.values)] {
              sauro::MonitorOptions options;
              options.as_of = sauro::Date(2026, 12, 31);
              options.on_problem = sauro::OnProblem::keep;
              static_cast<void>(monitor(indicators, log, options));
            };
          }};
}

/// Values of one indicator of which each takes the place of those before.
Figures revised(std::size_t size) {
  Figures all = figures_of(1, 1, "≥ 120");
  const sauro::IndicatorValue first = all.values.front();
  for (std::size_t i = 0; i < size * 12; ++i) {
    all.values.push_back(first);
    all.values.back().known_on = sauro::Date(2026, 3, 1).plus_days(static_cast<std::int64_t>(i));
    all.values.back().state = sauro::ValueState::revised;
  }
  return all;
}

/// A value a day of one indicator, each other one missing where they have holes.
Figures daily(std::size_t size, std::int64_t step) {
  Figures all = figures_of(1, 1, "≥ 120");
  const sauro::IndicatorValue first = all.values.front();
  all.values.clear();
  for (std::size_t i = 0; i < size * 12; ++i) {
    const auto back = step * static_cast<std::int64_t>(i);
    all.values.push_back(first);
    all.values.back().first = sauro::Date(2026, 12, 31).plus_days(-back);
    all.values.back().last = all.values.back().first;
  }
  return all;
}

}  // namespace

std::vector<Shape> data_shapes() {
  std::vector<Shape> shapes;
  add_text_shapes(shapes, "read_inputs", tables_of_inputs, [](const std::string& text) {
    static_cast<void>(sauro::read_inputs(sauro::read_csv_text(text), example()));
  });
  add_text_shapes(shapes, "read_indicators", sheets_of_indicators, [](const std::string& text) {
    sauro::IndicatorSheetOptions options;
    options.year = 2026;
    options.period = sauro::Period::month(2026, 9);
    options.on_problem = sauro::OnProblem::keep;
    static_cast<void>(sauro::read_indicators(sauro::read_csv_text(text), options));
  });
  add_text_shapes(shapes, "read_framework", tables_of_criteria, [](const std::string& text) {
    sauro::ReadOptions options;
    options.format = sauro::Format::csv;
    static_cast<void>(sauro::read_framework_text(text, options));
  });
  add_text_shapes(shapes, "progress_from_json", progress_as_json, [](const std::string& text) {
    static_cast<void>(sauro::progress_from_json(text));
  });
  add_text_shapes(shapes, "schedule_from_json", schedules_as_json, [](const std::string& text) {
    static_cast<void>(sauro::schedule_from_json(text));
  });
  add_text_shapes(shapes, "from_json", other_json, read_json_of_each_kind);
  shapes.push_back(
      monitored("indicators", [](std::size_t n) { return figures_of(n, 1, "≥ 120"); }));
  shapes.push_back(monitored("places", [](std::size_t n) { return figures_of(1, n, "≥ 120"); }));
  shapes.push_back(monitored("targets of no sense", [](std::size_t n) {
    return figures_of(n, 1, "phấn đấu tăng so với cùng kỳ");
  }));
  shapes.push_back(monitored("figures set right again and again", revised));
  shapes.push_back(monitored("a figure a day", [](std::size_t n) { return daily(n, 1); }));
  shapes.push_back(monitored("a figure each other day", [](std::size_t n) { return daily(n, 2); }));
  return shapes;
}
