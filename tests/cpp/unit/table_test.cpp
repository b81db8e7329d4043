#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Table sample() {
  return Table(
      {Column::of("n", std::vector<std::int32_t>{1, 2, 3, 4}, {false, true, false, false}),
       Column::of("day", std::vector<std::optional<Date>>{Date(2026, 1, 2), std::nullopt,
                                                          Date(1969, 12, 31), Date(2026, 4, 5)}),
       Column::of("text", std::vector<std::string>{"một", "", "ba", "bốn"},
                  {false, true, false, false}),
       Column::category("agency", {1, 0, -1, 1}, {"phòng", "trạm"}),
       Column::of("yes", std::vector<bool>{true, false, true, true}),
       Column::of("rate", std::vector<double>{0.5, 1, 2, 3})});
}

std::string shown(const Table& table) {
  std::string out;
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    for (const Column& column : table.columns()) {
      if (column.is_missing(row)) {
        out += "-";
      } else if (column.type() == ColumnType::int32 || column.type() == ColumnType::date) {
        out += std::to_string(column.values<std::int32_t>()[static_cast<std::size_t>(row)]);
      } else if (column.type() == ColumnType::float64) {
        out += std::to_string(
            static_cast<int>(column.values<double>()[static_cast<std::size_t>(row)] * 10));
      } else if (column.type() == ColumnType::boolean) {
        out += column.boolean(row) ? "yes" : "no";
      } else {
        out += column.text(row);
      }
      out += " ";
    }
    out += "\n";
  }
  return out;
}

Table there_and_back(const Table& table) {
  ArrowArrayStream stream;
  export_stream(table, &stream);
  return import_stream(&stream);
}

}  // namespace

TEST_CASE("a table comes back from Arrow as it went, slices with offsets too") {
  const Table table = sample();
  CHECK(shown(table) ==
        "1 20455 một trạm yes 5 \n- - - phòng no 10 \n3 -1 ba - yes 20 \n"
        "4 20548 bốn trạm yes 30 \n");
  CHECK(shown(there_and_back(table)) == shown(table));
  for (std::int64_t from = 0; from <= 4; ++from) {
    for (std::int64_t length = 0; length <= 4; ++length) {
      const Table part = table.slice(from, length);
      CHECK(part.rows() == std::min<std::int64_t>(length, 4 - from));
      CHECK(shown(there_and_back(part)) == shown(part));
      CHECK(shown(there_and_back(part).slice(1, 2)) == shown(part.slice(1, 2)));
    }
  }
}

TEST_CASE("an imported table shares memory and outlives the one that it came from") {
  Table copy;
  {
    const Table table = sample();
    copy = there_and_back(table);
    CHECK(copy.column("rate").parts().values.data == table.column("rate").parts().values.data);
  }
  CHECK(copy.column("text").text(3) == "bốn");
}

TEST_CASE("columns of a table have one length and one name each") {
  try {
    Table({Column::of("a", std::vector<double>{1, 2}), Column::of("b", std::vector<double>{1}),
           Column::of("a", std::vector<double>{1, 2})});
    FAIL("a broken table passed");
  } catch (const ValidationError& error) {
    CHECK(english(error, false) ==
          "column \"b\" has 1 rows, \"a\" has 2\ncolumn \"a\" stands twice");
  }
  CHECK(code_of([] { (void)sample().column("none"); }) == 202);
  CHECK(code_of([] { Column::category("c", {2}, {"a", "b"}); }) == 220);
}

TEST_CASE("types that are not read are refused by the names of their columns") {
  ArrowArrayStream stream;
  export_stream(sample(), &stream);
  static int (*plain)(ArrowArrayStream*, ArrowSchema*) = stream.get_schema;
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    const int status = plain(self, out);
    out->children[0]->format = "d:10,2";
    out->children[1]->format = "tss:Asia/Ho_Chi_Minh";
    return status;
  };
  try {
    (void)import_stream(&stream);
    FAIL("a decimal passed");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::unsupported_type);
    CHECK(english(error, false) ==
          "column \"n\" has the Arrow type \"d:10,2\"\n"
          "column \"day\" has moments of the time zone Asia/Ho_Chi_Minh; turn them into local "
          "time without a zone first");
  }
}
