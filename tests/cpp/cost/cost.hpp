#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What is measured: everything that it needs was made before.
using Verb = std::function<void()>;

/// An input that is as bad as one could think of, in any size.
struct Shape {
  std::string name;
  std::size_t size = 0;  ///< at 1x; bytes, or things of which there are many
  std::function<Verb(std::size_t size)> prepare;
};

/// Texts of any size: `head`, then `piece` as often as there is room, then `tail`.
struct RepeatedText {
  std::string_view name;
  std::string head;
  std::string piece;  ///< an @ is a running number
  std::string tail = {};
};
void add_text_shapes(std::vector<Shape>& shapes, std::string_view verb,
                     const std::vector<RepeatedText>& texts, void (*run)(const std::string&));

/// `head`, then `piece` until `bytes` are full, then `tail`. An @ in the piece is a running number.
std::string repeated(const std::string& head, const std::string& piece, const std::string& tail,
                     std::size_t bytes);
/// `head`, then `piece` so many times, then `tail`.
std::string times(const std::string& head, const std::string& piece, const std::string& tail,
                  std::size_t count);

std::vector<Shape> phrase_shapes();
std::vector<Shape> reading_shapes();
std::vector<Shape> open_shapes();  // among those of reading_shapes
std::vector<Shape> following_shapes();
std::vector<Shape> data_shapes();
std::vector<Shape> index_shapes();
