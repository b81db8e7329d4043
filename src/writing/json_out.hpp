#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sauro::inline v0_1::detail {

/// Writes JSON from front to back into one text.
class JsonOut {
 public:
  /// `indent` spaces a level, or all on one line where it is negative.
  /// Throws ValidationError for more than 100, which would be a file of spaces.
  explicit JsonOut(int indent);

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_list() { begin('['); }
  void end_list() { end(']'); }
  void key(std::string_view name);
  void null() { raw("null"); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(std::int64_t number);
  /// Shortest text that reads as the same number, with ".0" where it is whole; null where it is
  /// none.
  void value(double number);
  /// Bytes that are no UTF-8 become U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void raw(std::string_view text);
  void separate();
  void new_line();
  void quote(std::string_view text);

  int indent_;
  int depth_ = 0;
  bool is_first_ = true;  ///< nothing stands in the innermost bracket yet
  bool after_key_ = false;
  std::string text_;
};

}  // namespace sauro::inline v0_1::detail
