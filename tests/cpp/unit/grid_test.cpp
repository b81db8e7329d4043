#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>

#include <doctest/doctest.h>

#include "sauro/sauro.hpp"

using namespace sauro;

namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const Grid& grid) {
  Texts rows = {grid.columns};
  for (const GridRow& row : grid.rows) {
    std::vector<std::string>& texts = rows.emplace_back();
    for (const GridCell& cell : row.cells) texts.push_back(std::get<std::string>(cell));
  }
  return rows;
}

/// CSV of a delimiter and line ends, every cell in quotes or only where that is needed.
std::string written(const Texts& rows, char delimiter, const std::string& end, bool always) {
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += delimiter;
      const bool quoted =
          always || row[i].find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
      std::string text = row[i];
      for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) {
        text.insert(at, 1, '"');
      }
      out += quoted ? '"' + text + '"' : text;
    }
    out += end;
  }
  return out;
}

TEST_CASE("cells are the same with any delimiter, line end, quoting and byte-order mark") {
  const std::vector<std::string> words = {"Xã Phú Mỹ", "a;b", "c,d",    "e\tf", "nói \"vâng\"",
                                          "hai\ndòng", "1,5", "x\r\ny", "",     "=1+1"};
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    Texts rows = {{"Mã", "Ngày báo cáo", "Kết quả"}};
    for (std::uint32_t r = 0; r < 1 + random() % 6; ++r) {
      rows.push_back({"1", words[random() % words.size()], words[random() % words.size()]});
    }
    for (const char delimiter : {',', ';', '\t'}) {
      for (const char* end : {"\n", "\r\n", "\r"}) {
        for (const bool always : {false, true}) {
          const std::string text = written(rows, delimiter, end, always);
          CAPTURE(text);
          CHECK(texts_of(read_csv_text(text)) == rows);
          CHECK(texts_of(read_csv_text("\uFEFF" + text)) == rows);
        }
      }
    }
  }
}

TEST_CASE("a table that is written as CSV is read as its cells") {
  const Table table(
      {Column::of("tên", std::vector<std::string>{"a,b", "x \"y\"", "dòng\nhai"}),
       Column::of("số", std::vector<double>{1.5, 2, 1e-7}),
       Column::of("ngày", std::vector<std::optional<Date>>{Date(2026, 3, 31), {}, {}}),
       Column::of("có", std::vector<bool>{true, false, true})});
  CHECK(texts_of(read_csv_text(to_csv(table))) == Texts{{"tên", "số", "ngày", "có"},
                                                        {"a,b", "1.5", "2026-03-31", "true"},
                                                        {"x \"y\"", "2.0", "", "false"},
                                                        {"dòng\nhai", "1e-07", "", "true"}});
}

TEST_CASE("no text of a CSV file is a formula") {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) {
    const Table table({Column::of(text, std::vector<std::string>{text})});
    const Texts rows = texts_of(read_csv_text(to_csv(table), {',', {}, {}}));
    CHECK(rows[1][0] == std::string("'") + text);
  }
}

TEST_CASE("a first line sep= names the delimiter, and places count the lines as they stand") {
  const Grid grid = read_csv_text("sep=|\na|b;c\n\n1|2\n", {0, "x.csv", {}});
  CHECK(texts_of(grid) == Texts{{"a", "b;c"}, {"1", "2"}});
  CHECK(grid.place_of(0) == "x.csv, row 4");
  CHECK(grid.place_of(0, 1) == "x.csv, row 4, column b;c");
}

TEST_CASE("letters in parts become whole ones") {
  const Grid grid = read_csv_text("Nga\u0300y\nViê\u0323t\n");
  CHECK(texts_of(grid) == Texts{{"Ngày"}, {"Việt"}});
}

TEST_CASE("a row of more cells than there are columns has that as its flaw") {
  const Grid grid = read_csv_text("a,b\n1,2,3\n1,2,\n1\n");
  CHECK(grid.rows[0].flaw.en == "3 cells, but the first row names 2 columns");
  CHECK(grid.rows[1].flaw == Bilingual{});
  CHECK(is_blank(grid.cell(2, 1)));
}

TEST_CASE("a quotation mark too few or too many never swallows a row") {
  const std::vector<std::string> words = {"Xã Phú Mỹ",    "a;b",       "c,d",
                                          "nói \"vâng\"", "hai\ndòng", "1"};
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (int round = 0; round < 100; ++round) {
    Texts rows = {{"Mã", "Ngày", "Kết quả"}};
    for (std::uint32_t r = 0; r < 2 + random() % 5; ++r) {
      rows.push_back({"1", words[random() % words.size()], words[random() % words.size()]});
    }
    const std::string text = written(rows, ';', "\n", random() % 2 == 0);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool starts = at == 0 || text[at - 1] == ';' || text[at - 1] == '\n';
      if (text[at] != '"' && !starts) continue;
      std::string wrong = text;
      text[at] == '"' ? wrong.erase(at, 1) : wrong.insert(at, 1, '"');
      CAPTURE(wrong);
      try {
        const Grid grid = read_csv_text(wrong, {';', {}, {}});
        CHECK(grid.rows.size() + 1 >= rows.size());
      } catch (const ParseError& error) {
        CHECK(error.code() == ErrorCode::invalid_rows);
        ++refused;
      }
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("an unclosed quotation mark is named by its row and its line") {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string e = end;
    const std::string text = "a,b" + e + "1,\"hai" + e + "dòng\"" + e + "2,\"x" + e + "3,\"y\"" + e;
    try {
      static_cast<void>(read_csv_text(text));
      FAIL("taken");
    } catch (const ParseError& error) {
      CHECK(error.where() == "row 3");
      CHECK(error.message_en().starts_with("a quotation mark in line 4 that nothing closes"));
    }
  }
}

TEST_CASE("spaces after a closing quotation mark are no fault") {
  CHECK(texts_of(read_csv_text("a,b\n\"1\" ,2\n")) == Texts{{"a", "b"}, {"1 ", "2"}});
}

TEST_CASE("hostile CSV is refused with its place") {
  CsvOptions small;
  small.name = "x.csv";
  small.limits = {100, 20, 2, 3, 5};
  const auto refused = [&](const std::string& text, ErrorCode code) {
    CAPTURE(text);
    try {
      static_cast<void>(read_csv_text(text, small));
      FAIL("taken");
    } catch (const ParseError& error) {
      CHECK(error.code() == code);
      CHECK(error.where().starts_with("x.csv"));
    }
  };
  refused(std::string(101, 'a'), ErrorCode::too_large);
  refused(std::string(21, 'a'), ErrorCode::cell_too_large);
  refused("a\n1\n2\n3\n", ErrorCode::too_many_rows);
  refused("a,b,c,d\n", ErrorCode::too_many_columns);
  refused("a,b,c\n1,2,3\n1,2,3\n", ErrorCode::too_many_cells);
  refused("a\n\"b\n", ErrorCode::invalid_rows);
  refused("a\n\xff\n", ErrorCode::invalid_encoding);
  refused(std::string("a\0b", 3), ErrorCode::binary_input);
  CHECK(read_csv_text("").columns.empty());
  CHECK_THROWS_AS(static_cast<void>(read_csv("khong-co.csv")), NotFoundError);
  CHECK_THROWS_AS(static_cast<void>(read_csv(EXAMPLES)), Error);
}

TEST_CASE("a table is printed in the width that there is, and says what it left out") {
  std::vector<std::string> names;
  std::vector<std::int64_t> counts;
  for (int i = 0; i < 30; ++i) {
    names.push_back("xã " + std::to_string(i));
    counts.push_back(i);
  }
  const Table table(
      {Column::of("xã", names), Column::of("hồ sơ", counts),
       Column::of("ghi chú dài", std::vector<std::string>(30, std::string(90, 'x')))});
  const std::string text = to_text(table, {20, 2, 40});
  CHECK(text == "xã    hồ sơ\nxã 0      0\nxã 1      1\n… 28 dòng nữa\n… cột: ghi chú dài");
  CHECK(to_text(Table()) == "(bảng rỗng)");
  const Table gaps({Column::of("x", std::vector<std::optional<double>>{1.0 / 3, std::nullopt})});
  CHECK(to_text(gaps) == "       x\n0.333333\n       –");
}

}  // namespace
