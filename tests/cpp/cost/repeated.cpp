#include "cost.hpp"

namespace {

void add_piece(std::string& text, const std::string& piece, std::size_t number) {
  for (const char c : piece) {
    if (c == '@') {
      text += std::to_string(number);
    } else {
      text += c;
    }
  }
}

}  // namespace

std::string repeated(const std::string& head, const std::string& piece, const std::string& tail,
                     std::size_t bytes) {
  std::string text = head;
  for (std::size_t i = 1; text.size() < head.size() + bytes; ++i) add_piece(text, piece, i);
  return text + tail;
}

std::string times(const std::string& head, const std::string& piece, const std::string& tail,
                  std::size_t count) {
  std::string text = head;
  for (std::size_t i = 1; i <= count; ++i) add_piece(text, piece, i);
  return text + tail;
}

void add_text_shapes(std::vector<Shape>& shapes, std::string_view verb,
                     const std::vector<RepeatedText>& texts, void (*run)(const std::string&)) {
  constexpr std::size_t bytes = 2048;
  for (const RepeatedText& one : texts) {
    shapes.push_back({std::string(verb) + ": " + std::string(one.name), bytes,
                      [&one, run](std::size_t size) -> Verb {
                        return [run, text = repeated(one.head, one.piece, one.tail, size)] {
                          run(text);
                        };
                      }});
  }
}
