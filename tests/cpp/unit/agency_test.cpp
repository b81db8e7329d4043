#include "reading/agencies.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

struct Fixture {
  AgencyRegister own;
  std::vector<Agency> met;
  detail::AgencyResolver resolver{own, met};

  Fixture() { resolver.set_issuer("Ủy ban nhân dân xã Vĩnh Phong"); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "one identity for each body, whatever the spelling") {
  const std::vector<std::vector<const char*>> groups = {
      {"Phòng Văn hóa - Xã hội", "Phòng Văn hóa – Xã hội", "PHÒNG VĂN HOÁ - XÃ HỘI",
       "Phòng Văn hóa - Xã hội xã", "Phòng VH-XH", "Phòng Văn hóa-Xã hội xã Vĩnh Phong"},
      {"Văn phòng HĐND và UBND xã", "Văn phòng HĐND&UBND xã",
       "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "VP HĐND-UBND", "Văn phòng HĐND & UBND"},
      {"Ủy ban MTTQVN", "Ủy ban MTTQ Việt Nam xã", "Ủy ban Mặt trận Tổ quốc Việt Nam",
       "UBMTTQVN xã", "UB MTTQ VN xã"},
      {"Thuế cơ sở 6", "Thuế Cơ sở 6"},
      {"Các cơ quan, đơn vị có liên quan", "các cơ quan, đơn vị liên quan",
       "Các cơ quan liên quan"},
      {"Công an xã", "Công an", "CÔNG AN XÃ VĨNH PHONG"},
      {"UBND tỉnh", "Ủy ban nhân dân tỉnh An Giang"},
      {"Các tổ chức chính trị - xã hội xã", "các tổ chức chính trị xã hội"},
  };
  std::vector<std::string> seen;
  for (const auto& group : groups) {
    const std::string id = resolver.identify(group.front());
    for (const char* name : group) {
      CAPTURE(name);
      CHECK(resolver.identify(name) == id);
    }
    CHECK(std::find(seen.begin(), seen.end(), id) == seen.end());
    seen.push_back(id);
  }
}

TEST_CASE_FIXTURE(Fixture, "bodies of other levels and places stay apart") {
  CHECK(resolver.identify("UBND xã") != resolver.identify("UBND tỉnh"));
  CHECK(resolver.identify("UBND xã") != resolver.identify("UBND xã Vĩnh Bình"));
  CHECK(resolver.identify("Công an xã") != resolver.identify("Công an tỉnh"));
  CHECK(resolver.identify("Thuế cơ sở 6") != resolver.identify("Thuế cơ sở 7"));
  CHECK(resolver.identify("Sở Nội vụ") != resolver.identify("Sở Nội vụ các tỉnh, thành phố"));
}

TEST_CASE_FIXTURE(Fixture, "commas part names, but not inside them nor in fixed phrases") {
  const auto split = [&](std::string_view cell) {
    Strings out;
    for (const std::string_view name : resolver.split(cell)) out.emplace_back(name);
    return out;
  };
  CHECK(split("Trung tâm Văn hóa, Thể thao và Truyền thanh") ==
        Strings{"Trung tâm Văn hóa, Thể thao và Truyền thanh"});
  CHECK(split("Phòng Văn hóa – Xã hội, Trung tâm phục vụ Hành chính công") ==
        Strings{"Phòng Văn hóa – Xã hội", "Trung tâm phục vụ Hành chính công"});
  CHECK(split("Ủy ban MTTQVN, các tổ chức chính trị xã hội, các cơ quan, đơn vị liên quan") ==
        Strings{"Ủy ban MTTQVN", "các tổ chức chính trị xã hội", "các cơ quan, đơn vị liên quan"});
  CHECK(split("Phòng Kinh tế, Các cơ quan, đơn vị có liên quan") ==
        Strings{"Phòng Kinh tế", "Các cơ quan, đơn vị có liên quan"});
  CHECK(split("Phòng Nông nghiệp, Môi trường và Đô thị; Công an xã") ==
        Strings{"Phòng Nông nghiệp, Môi trường và Đô thị", "Công an xã"});
  CHECK(split("Văn phòng HĐND và UBND xã và Phòng Kinh tế") ==
        Strings{"Văn phòng HĐND và UBND xã", "Phòng Kinh tế"});
  CHECK(split("Sở Nội vụ\nSở Khoa học và Công nghệ") ==
        Strings{"Sở Nội vụ", "Sở Khoa học và Công nghệ"});
  CHECK(split("- Phòng Kinh tế;\n- Công an xã.") == Strings{"Phòng Kinh tế", "Công an xã"});
  CHECK(split("Bộ Nội vụ/Bộ Tài chính") == Strings{"Bộ Nội vụ", "Bộ Tài chính"});
  CHECK(split("Các sở, ban, ngành, đoàn thể; UBND các xã, phường") ==
        Strings{"Các sở, ban, ngành, đoàn thể", "UBND các xã, phường"});
  CHECK(split("Bộ Tư pháp, các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ") ==
        Strings{"Bộ Tư pháp", "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"});
  CHECK(split("Phòng Kinh tế, Hạ tầng và Đô thị & Công an; Văn phòng HĐND & UBND") ==
        Strings{"Phòng Kinh tế, Hạ tầng và Đô thị", "Công an", "Văn phòng HĐND & UBND"});
  CHECK(split("Sở Nội vụ các tỉnh, thành phố; Bưu điện Việt Nam; Hợp tác xã Rạng Đông") ==
        Strings{"Sở Nội vụ các tỉnh, thành phố", "Bưu điện Việt Nam", "Hợp tác xã Rạng Đông"});
  CHECK(split("") == Strings{});
}

TEST_CASE_FIXTURE(Fixture, "plural and unnamed bodies are generic, named ones are not") {
  for (const char* name : {"Các cơ quan, đơn vị có liên quan", "Cơ quan liên quan",
                           "các phòng, ban chuyên môn", "UBND các xã, phường"}) {
    resolver.identify(name);
    CAPTURE(name);
    CHECK(met.back().generic);
  }
  for (const char* name : {"Phòng Kinh tế", "Điện lực Vĩnh Thuận", "Đoàn Kiểm tra"}) {
    resolver.identify(name);
    CAPTURE(name);
    CHECK_FALSE(met.back().generic);
  }
}

TEST_CASE_FIXTURE(Fixture, "names are told from sentences and headings") {
  for (const char* name :
       {"Phòng Kinh tế", "Công an xã", "Thuế cơ sở 6", "Bảo hiểm xã hội cơ sở U Minh Thượng",
        "Ngân hàng Agribank Chi nhánh Vĩnh Thuận", "Các cơ quan, đơn vị", "Đoàn Kiểm tra công vụ",
        "Thủ trưởng các cơ quan, đơn vị", "PHÒNG KINH TẾ"}) {
    CAPTURE(name);
    CHECK(resolver.is_agency(name));
  }
  for (const char* text : {"Ban hành văn bản", "Phòng, chống tham nhũng", "Đoàn kết nội bộ",
                           "Mục đích", "Phòng Kinh tế bố trí kinh phí", "Các giải pháp chủ yếu",
                           "Hội nghị triển khai", "BAN HÀNH KẾ HOẠCH", "Công tác chỉ đạo", ""}) {
    CAPTURE(text);
    CHECK_FALSE(resolver.is_agency(text));
  }
}

TEST_CASE("names passed in win over the built-in register") {
  ReadOptions options;
  options.agencies =
      AgencyRegister({{"phong-kt", "Phòng Kinh tế xã ta", {"Phòng Kinh tế", "Tổ kinh tế"}}});
  const Plan plan = read_plan_text(
      "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tA\tPhòng Kinh tế\tQuý I\n2\tB\tTổ kinh tế\tQuý I\n",
      options);
  CHECK(plan.tasks[0].leads == Strings{"phong-kt"});
  CHECK(plan.tasks[1].leads == Strings{"phong-kt"});
  CHECK(plan.agency("phong-kt").name == "Phòng Kinh tế xã ta");
  CHECK(plan.agency("phong-kt").names == Strings{"Phòng Kinh tế", "Tổ kinh tế"});
}

TEST_CASE("in a plan of a province the level of the province is here") {
  std::vector<Agency> met;
  const AgencyRegister own;
  detail::AgencyResolver resolver(own, met);
  resolver.set_issuer("Ủy ban nhân dân tỉnh An Giang");
  CHECK(resolver.identify("Công an tỉnh") == resolver.identify("Công an tỉnh An Giang"));
  CHECK(resolver.identify("Công an xã") != resolver.identify("Công an tỉnh"));
}
