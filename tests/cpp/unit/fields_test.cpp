#include <sauro/table/rows.hpp>

#include "reading_helpers.hpp"
#include "writing/json_fields.hpp"

using namespace sauro;

namespace {

enum class Colour { red, green };

constexpr std::array<std::string_view, 2> enum_names(Colour /*value*/) noexcept {
  return {"red", "green"};
}

/// A noun with a field of each kind; its fields are named in one place.
struct Sample {
  std::string id;
  std::string parent;
  int count = 0;
  std::optional<double> share;
  bool done = false;
  std::optional<Date> due;
  Colour colour = Colour::red;
  std::vector<std::string> words;
  Area area;
  std::string place = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("id", &Sample::id, "Id.", traits::required | traits::shown),
                      Field("parent", &Sample::parent, "Parent.", traits::nullable),
                      Field("count", &Sample::count, "Count."),
                      Field("share", &Sample::share, "Share.", traits::omitted),
                      Field("done", &Sample::done, "Done.", traits::omitted),
                      Field("due", &Sample::due, "Due.", traits::omitted),
                      Field("colour", &Sample::colour, "Colour."),
                      Field("words", &Sample::words, "Words."),
                      Field("area", &Sample::area, "Area.", traits::omitted),
                      Field("place", &Sample::place, "Place.", traits::unwritten)};
  }

  friend bool operator==(const Sample&, const Sample&) = default;
};

Sample full() {
  return {"1", "0", 3, 0.5, true, Date(2026, 3, 31), Colour::green, {"a", "b"}, {"I", "Một", {}}};
}

Sample from_json(std::string_view text, bool strict = false) {
  detail::JsonDocument document(text);
  if (strict) document.refuse_unknown_members();
  Sample sample;
  detail::read(document.root(), sample);
  document.refuse_problems();
  return sample;
}

std::vector<Problem> problems_of(std::string_view text, bool strict = false) {
  try {
    (void)from_json(text, strict);
  } catch (const Error& error) {
    return error.problems();
  }
  return {};
}

}  // namespace

TEST_CASE("what the fields write they read back") {
  for (const Sample& sample : {full(), Sample{}}) {
    for (const int indent : {-1, 2}) {
      CHECK(from_json(detail::json_of(sample, indent)) == sample);
    }
  }
}

TEST_CASE("fields that say nothing are left out, null or written as they were asked to be") {
  CHECK(detail::json_of(Sample{}, -1) ==
        R"({"id":"","parent":null,"count":0,"colour":"red","words":[]})");
}

TEST_CASE("a field that is unwritten is compared, but neither in JSON nor in tables") {
  Sample placed = full();
  placed.place = "row 1";
  CHECK_FALSE(equal_fields(placed, full()));
  CHECK(detail::json_of(placed, -1) == detail::json_of(full(), -1));
  CHECK(from_json(R"({"id": "1", "place": "row 1"})").place.empty());
  const Table table = table_of(std::vector<Sample>{placed});
  CHECK_THROWS_AS(static_cast<void>(table.column("place")), NotFoundError);
}

TEST_CASE("texts of a table stand as they are where that is asked for") {
  const Table table = table_of(std::vector<Sample>{full(), Sample{}}, Cells::plain);
  CHECK_FALSE(table.column("parent").is_missing(1));
  CHECK(table.column("colour").text(1) == "red");
  CHECK(table.column("due").is_missing(1));
}

TEST_CASE("all members that can't be are named at once, by their pointers, in two languages") {
  const auto problems = problems_of(
      R"({"count": -1, "share": "x", "done": 1, "due": "2026-02-30", "colour": "blue",
          "words": ["a", 2], "area": []})");
  std::vector<std::string> places;
  for (const Problem& problem : problems) {
    places.push_back(problem.where);
    CHECK(problem.code == ErrorCode::json_schema);
    CHECK(problem.message != problem.message_en);
  }
  CHECK(places == std::vector<std::string>{"(root)", "/count", "/share", "/done", "/due", "/colour",
                                           "/words/1", "/area"});
  CHECK(problems[5].message_en == "unknown \"blue\"; expected red or green");
}

TEST_CASE("unknown members are problems where a reader is strict") {
  const std::string_view text = R"({"id": "1", "titel": "x"})";
  CHECK(problems_of(text).empty());
  const auto problems = problems_of(text, true);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message_en.find("unknown member \"titel\"; there are id, parent") == 0);
}

TEST_CASE("a pointer escapes what RFC 6901 asks for") {
  detail::JsonDocument document(R"({"a/b~c": [1]})");
  document.root().find("a/b~c")->each(
      [](const detail::JsonIn& one) { CHECK(one.pointer() == "/a~1b~0c/0"); });
}

TEST_CASE("texts are escaped and what is no UTF-8 is replaced") {
  detail::JsonOut out(-1);
  out.value(std::string_view("\"\\\n\x01 Việt \xFF.", 14));
  const std::string text = out.take();
  CHECK(text == "\"\\\"\\\\\\n\\u0001 Việt \xEF\xBF\xBD.\"");
  CHECK(detail::JsonDocument(text).root().text() == "\"\\\n Việt \xEF\xBF\xBD.");
}

TEST_CASE("a table has a column for each field that is a cell") {
  const Table table = table_of(std::vector<Sample>{full(), Sample{}});
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  CHECK(names == std::vector<std::string>{"id", "parent", "count", "share", "done", "due", "colour",
                                          "words"});
  CHECK(table.column("words").text(0) == "a; b");
  CHECK(table.column("colour").text(0) == "green");
  CHECK(table.column("share").is_missing(1));
  CHECK(table.column("due").is_missing(1));
  CHECK(table.column("parent").is_missing(1));
}
