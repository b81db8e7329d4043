#include <cmath>

#include <doctest/doctest.h>

#include "sauro/sauro.hpp"

using namespace sauro;

namespace {

Framework framework() {
  return framework_from_json(R"({
    "schema": "sauro/framework/1", "id": "thu", "title": {"vi": "Thử"},
    "total": {"max": 2001},
    "variables": [
      {"name": "ho_so", "title": {"vi": "Hồ sơ"}, "kind": "number"},
      {"name": "cong_khai", "title": {"vi": "Công khai"}, "kind": "yes_no"},
      {"name": "ngay", "title": {"vi": "Ngày"}, "kind": "date"},
      {"name": "muc", "title": {"vi": "Mức"}, "kind": "choice", "values": ["thấp", "cao"]}],
    "criteria": [
      {"code": "1", "title": {"vi": "Một"}, "max": 2000, "rule": {"type": "value", "of": "ho_so"}},
      {"code": "2", "title": {"vi": "Hai"}, "max": 1,
       "rule": {"type": "formula", "points": "cong_khai + ngay * 0 + muc * 0"}}]})");
}

double value(const Inputs& inputs, const std::string& variable, std::size_t row,
             Stage stage = Stage::self) {
  for (const InputColumn& one : inputs.columns) {
    if (one.variable == variable && one.stage == stage) {
      return one.values.values<double>()[row];
    }
  }
  FAIL("no column " << variable);
  return 0;
}

TEST_CASE("inputs stand in a column a variable, or a row a value") {
  const Inputs wide = read_inputs(read_csv_text("unit;ho_so;cong_khai;ngay;muc\n"
                                                "Xã A;1.234,5;có;31/3/2026;cao\n"
                                                "Xã B;;Không;ngày 1 tháng 4 năm 2026;thấp\n"),
                                  framework());
  CHECK(wide.units == std::vector<std::string>{"Xã A", "Xã B"});
  CHECK(value(wide, "ho_so", 0) == 1234.5);
  CHECK(std::isnan(value(wide, "ho_so", 1)));
  CHECK(value(wide, "cong_khai", 0) == 1);
  CHECK(value(wide, "cong_khai", 1) == 0);
  CHECK(value(wide, "ngay", 0) == Date(2026, 3, 31).day_number());
  CHECK(value(wide, "ngay", 1) == Date(2026, 4, 1).day_number());
  CHECK(value(wide, "muc", 0) == 1);
  const Inputs tall = read_inputs(
      read_csv_text("unit,variable,value\n"
                    "Xã A,1,\"1.234,5\"\nXã B,cong_khai,không\nXã A,cong_khai,x\n"
                    "Xã A,muc,cao\nXã B,muc,thấp\nXã A,ngay,2026-03-31\nXã B,ngay,1/4/2026\n"),
      framework());
  CHECK(tall.units == wide.units);
  for (const char* variable : {"cong_khai", "ngay", "muc"}) {
    for (const std::size_t row : {0U, 1U}) {
      CHECK(value(tall, variable, row) == value(wide, variable, row));
    }
  }
  CHECK(value(tall, "ho_so", 0) == 1234.5);
}

TEST_CASE("periods, stages and evidence have their columns") {
  const Inputs inputs = read_inputs(
      read_csv_text("unit,period,stage,evidence,ho_so\n"
                    "A,2025,,,1\nA,2026,self,BC 1,2\nA,2026,appraisal_1,BC 2,3\nB,2026,,,4\n"),
      framework());
  CHECK(inputs.periods == std::vector<std::string>{"2025", "2026"});
  CHECK(value(inputs, "ho_so", 0) == 1);
  CHECK(value(inputs, "ho_so", 2) == 2);
  CHECK(value(inputs, "ho_so", 3) == 4);
  CHECK(value(inputs, "ho_so", 2, Stage::appraisal_1) == 3);
  CHECK(inputs.columns[0].evidence[2] == "BC 1");
}

TEST_CASE("all cells that can't be values are named") {
  CsvOptions csv;
  csv.name = "x.csv";
  try {
    static_cast<void>(read_inputs(read_csv_text("unit;ho_so;cong_khai;ngay;muc;la\n"
                                                "A;85.600;gì;mai;vừa;1\nA;1;;;;\nB;nhiều;;;;\n",
                                                csv),
                                  framework()));
    FAIL("taken");
  } catch (const ValidationError& error) {
    std::vector<std::string> texts;
    for (const Problem& one : error.problems()) texts.push_back(to_text(one, true));
    CHECK(texts ==
          std::vector<std::string>{
              "x.csv, column la: the framework has no variable or criterion \"la\"; it has ho_so, "
              "cong_khai, ngay, muc; rename the column or leave it out (ignore)",
              "x.csv, row 2, column ho_so: '85.600' could be 85600 or 85,600; write one of these",
              "x.csv, row 2, column cong_khai: 'gì' is no number; write it like 1234,5 or 1234.5",
              "x.csv, row 2, column ngay: 'mai' is no day; expected 31/12/2026 or 2026-12-31",
              "x.csv, row 2, column muc: 'vừa' is none of thấp, cao",
              "x.csv, row 4, column ho_so: 'nhiều' is no number; write it like 1234,5 or 1234.5"});
  }
}

TEST_CASE("unknown units, periods, stages and two values for one place are named") {
  const auto fails = [](const std::string& text, const char* part, InputOptions options = {}) {
    CHECK_THROWS_WITH_AS(static_cast<void>(read_inputs(read_csv_text(text), framework(), options)),
                         doctest::Contains(part), ValidationError);
  };
  InputOptions given;
  given.units = {"A"};
  given.periods = {"2026"};
  fails("unit,period,ho_so\nB,2026,1\n", "không có đơn vị “B”", given);
  fails("unit,period,ho_so\nA,2025,1\n", "không có kỳ “2025”", given);
  fails("unit,stage,ho_so\nA,later,1\n", "không có giai đoạn “later”");
  fails("unit,ho_so\nA,1\nA,2\n", "có hai giá trị");
  fails("ho_so\n1\n", "không có cột unit");
  fails("unit,variable\nA,x\n", "phải đi cùng nhau");
  fails("unit,2\nA,1\n", "tiêu chí 2 tính từ");
}

TEST_CASE("of many problems the first ones are shown and the others counted") {
  std::string text = "unit,ho_so\n";
  for (int i = 0; i < 25; ++i) text += "A" + std::to_string(i) + ",nhiều\n";
  try {
    static_cast<void>(read_inputs(read_csv_text(text), framework()));
    FAIL("taken");
  } catch (const ValidationError& error) {
    CHECK(error.problems().size() == 21);
    CHECK(error.problems().back().message_en == "and 5 more");
  }
}

TEST_CASE("a variable goes by its name or by the code of a criterion that takes it alone") {
  const Framework set = framework();
  CHECK(variable_named("ho_so", set).name == "ho_so");
  CHECK(variable_named("1", set).name == "ho_so");
  CHECK_THROWS_WITH_AS(static_cast<void>(variable_named("2", set)),
                       doctest::Contains("tiêu chí 2 tính từ cong_khai, ngay, muc"),
                       ValidationError);
  CHECK_THROWS_WITH_AS(static_cast<void>(variable_named("", set)),
                       doctest::Contains("không có biến hay tiêu chí “”; có ho_so"),
                       ValidationError);
}

TEST_CASE("inputs are equal where their values are, missing ones too") {
  const auto read = [](const char* text) { return read_inputs(read_csv_text(text), framework()); };
  const Inputs inputs = read("unit,evidence,ho_so\nA,BC 1,1\nB,,\n");
  CHECK(inputs == read("unit,evidence,ho_so\nA,BC 1,\"1,0\"\nB,,\n"));
  CHECK_FALSE(inputs == read("unit,evidence,ho_so\nA,BC 1,1\nB,,2\n"));
  CHECK_FALSE(inputs == read("unit,evidence,ho_so\nA,BC 2,1\nB,,\n"));
}

TEST_CASE("inputs that were read are scored") {
  InputOptions options;
  options.units = {"A", "B"};
  const Inputs inputs = read_inputs(
      read_csv_text("ho_so,cong_khai,ngay,muc\n10,x,1/1/2026,cao\n20,không,1/1/2026,cao\n"),
      framework(), options);
  const Scorecard card = score(framework(), inputs);
  CHECK(card.high()[0] == 11);
}

TEST_CASE("sheets are read together, by their periods") {
  const auto sheet = [](const char* name, const char* text) {
    Sheet made;
    made.name = name;
    made.grid = read_csv_text(text);
    made.grid.name = "sheet " + made.name;
    return made;
  };
  const std::vector<Sheet> years = {sheet("2025", "unit,ho_so\nB,3\nA,4\n"),
                                    sheet("2024", "unit,ho_so\nA,1\nB,2\n"),
                                    sheet("Ghi chú", "Ai,Gì\nA,1\n")};
  const Inputs inputs = read_inputs(years, framework());
  CHECK(inputs.periods == std::vector<std::string>{"2024", "2025"});
  CHECK(inputs.units == std::vector<std::string>{"B", "A"});
  CHECK(value(inputs, "ho_so", 0) == 2);
  CHECK(value(inputs, "ho_so", 3) == 4);
  const std::vector<Sheet> twice = {sheet("X", "unit,ho_so\nA,1\n"),
                                    sheet("Y", "unit,ho_so\nA,2\n")};
  CHECK_THROWS_AS(static_cast<void>(read_inputs(twice, framework())), ValidationError);
}

TEST_CASE("stages have columns of their own in a table of variables") {
  const Inputs inputs =
      read_inputs(read_csv_text("Đơn vị;Biến;Tự chấm;Minh chứng;Thẩm định;Ý kiến thẩm định\n"
                                "A;ho_so;7;BC 1;5;thiếu\nA;cong_khai;có;BC 2;;đồng ý\n"),
                  framework());
  CHECK(value(inputs, "ho_so", 0) == 7);
  CHECK(value(inputs, "ho_so", 0, Stage::appraisal_1) == 5);
  CHECK(value(inputs, "cong_khai", 0, Stage::appraisal_1) == 1);
}

}  // namespace
