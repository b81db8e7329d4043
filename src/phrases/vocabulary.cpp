#include "phrases/vocabulary.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "sauro/text/fold.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Spellings of the words; of two with the same bare letters the first is meant by those alone.
constexpr std::pair<std::string_view, Word> spellings[] = {
    {"ngày", Word::ngay},
    {"tuần", Word::tuan},
    {"tháng", Word::thang},
    {"quý", Word::quy},
    {"quí", Word::quy},
    {"năm", Word::nam},
    {"giờ", Word::gio},
    {"phút", Word::phut},
    {"kỳ", Word::ky},
    {"kì", Word::ky},
    {"lần", Word::lan},
    {"nửa", Word::nua},
    {"đầu", Word::dau},
    {"giữa", Word::giua},
    {"cuối", Word::cuoi},
    {"hết", Word::het},
    {"cả", Word::ca},
    {"trong", Word::trong},
    {"của", Word::cua},
    {"thứ", Word::thu},
    {"vào", Word::vao},
    {"vòng", Word::vong},
    {"từ", Word::tu},
    {"đến", Word::den},
    {"tới", Word::den},
    {"trước", Word::truoc},
    {"sau", Word::sau},
    {"chậm", Word::cham},
    {"muộn", Word::muon},
    {"nhất", Word::nhat},
    {"là", Word::la},
    {"không", Word::khong},
    {"quá", Word::qua},
    {"hạn", Word::han},
    {"chót", Word::chot},
    {"cùng", Word::cung},
    {"kể", Word::ke},
    {"tính", Word::tinh},
    {"hằng", Word::hang},
    {"hàng", Word::hang},
    {"mỗi", Word::moi},
    {"định", Word::dinh},
    {"thường", Word::thuong},
    {"xuyên", Word::xuyen},
    {"liên", Word::lien},
    {"tục", Word::tuc},
    {"và", Word::va},
    {"hoặc", Word::hoac},
    {"hay", Word::hoac},
    {"một", Word::mot},
    {"giai", Word::giai},
    {"đoạn", Word::doan},
    {"tầm", Word::tam},
    {"nhìn", Word::nhin},
    {"hướng", Word::huong},
    {"lộ", Word::lo},
    {"trình", Word::trinh},
    {"theo", Word::theo},
    {"tiếp", Word::tiep},
    {"những", Word::nhung},
    {"các", Word::cac},
    {"trở", Word::tro},
    {"đi", Word::di},
    {"về", Word::ve},
    {"toàn", Word::toan},
    {"đấu", Word::dau},
    {"lên", Word::len},
    {"xuống", Word::xuong},
    {"nay", Word::nay},
    {"này", Word::nay},
    {"làm", Word::lam},
    {"việc", Word::viec},
    {"khi", Word::khi},
    {"dõi", Word::doi},
    {"q", Word::q},
    {"t", Word::t},
    {"h", Word::h},
    {"ít", Word::it},
    {"tối", Word::toi},
    {"thiểu", Word::thieu},
    {"đa", Word::da},
    {"trên", Word::tren},
    {"dưới", Word::duoi},
    {"hơn", Word::hon},
    {"vượt", Word::vuot},
    {"bằng", Word::bang},
    {"thấp", Word::thap},
    {"lớn", Word::lon},
    {"nhỏ", Word::nho},
    {"nhiều", Word::nhieu},
    {"đạt", Word::dat},
    {"phấn", Word::phan},
    {"phân", Word::phan},
    {"khoảng", Word::khoang},
    {"tăng", Word::tang},
    {"giảm", Word::giam},
    {"cắt", Word::cat},
    {"có", Word::co},
    {"thêm", Word::them},
    {"so", Word::so},
    {"với", Word::voi},
    {"duy", Word::duy},
    {"trì", Word::tri},
    {"trí", Word::tri},
    {"bình", Word::binh},
    {"quân", Word::quan},
    {"chỉ", Word::chi},
    {"tiêu", Word::tieu},
    {"giao", Word::giao},
    {"nhân", Word::nhan},
    {"rộng", Word::rong},
    {"tỷ", Word::ty},
    {"tỉ", Word::ty},
    {"lệ", Word::le},
    {"phát", Word::phat},
    {"sinh", Word::sinh},
    {"để", Word::de},
    {"xảy", Word::xay},
    {"ra", Word::ra},
    {"xếp", Word::xep},
    {"hạng", Word::hang_bac},
    {"bậc", Word::bac},
    {"nhóm", Word::nhom},
    {"top", Word::top},
    {"đứng", Word::dung},
    {"vị", Word::vi},
    {"loại", Word::loai},
    {"tốt", Word::tot},
    {"khá", Word::kha},
    {"xuất", Word::xuat},
    {"sắc", Word::sac},
    {"trung", Word::trung},
    {"yếu", Word::yeu},
    {"kém", Word::kem},
    {"thuộc", Word::thuoc},
    {"ở", Word::o},
    {"mức", Word::muc},
    {"điểm", Word::diem},
    {"cao", Word::lon},
    // what scanning and lost fonts make of them
    {"lã", Word::la},
    {"l", Word::la},
    {"ngy", Word::ngay},
    {"giaờ", Word::gio},
};

using Vocabulary = std::unordered_map<std::string, Word>;

const Vocabulary& vocabulary() {
  static const Vocabulary words = [] {
    Vocabulary made;
    for (const auto& [spelling, word] : spellings) made.emplace(tone_key(spelling), word);
    for (const auto& [spelling, word] : spellings) made.emplace(fold(spelling), word);
    return made;
  }();
  return words;
}

}  // namespace

Word word_of(const std::string& key) {
  const auto known = vocabulary().find(key);
  return known == vocabulary().end() ? Word::other : known->second;
}

}  // namespace sauro::inline v0_1::detail
