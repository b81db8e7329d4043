"""Invented tasks: rewritten from one plan to the next, and answered by a lower plan."""

from __future__ import annotations

# one task in two plans, as officials rewrite them
REWRITTEN = [
    (
        "Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền của xã",
        "Tiếp tục rà soát, cắt giảm, đơn giản hóa thủ tục hành chính thuộc thẩm quyền",
    ),
    (
        "Tổ chức đối thoại giữa Chủ tịch UBND xã với người dân, doanh nghiệp",
        "Tổ chức hội nghị đối thoại của lãnh đạo UBND xã với nhân dân và doanh nghiệp",
    ),
    (
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        "Hoàn thành số hóa hồ sơ và kết quả giải quyết TTHC còn hiệu lực",
    ),
    (
        "Bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã",
        "Tổ chức bồi dưỡng kỹ năng số, trí tuệ nhân tạo cho cán bộ, công chức xã",
    ),
    (
        "Lắp đặt bảng điện tử công khai thủ tục tại Bộ phận Một cửa",
        "Nâng cấp bảng điện tử công khai thủ tục tại Bộ phận Một cửa",
    ),
    (
        "Khảo sát sự hài lòng của người dân đối với sự phục vụ hành chính",
        "Khảo sát, đo lường sự hài lòng của người dân đối với sự phục vụ hành chính năm 2027",
    ),
    (
        "Kiểm tra việc thực hiện văn hóa công vụ, kỷ luật, kỷ cương hành chính",
        "Kiểm tra đột xuất việc thực hiện kỷ luật, kỷ cương và văn hóa công vụ",
    ),
    (
        "Công khai dự toán, quyết toán ngân sách xã theo quy định",
        "Công khai kịp thời dự toán và quyết toán ngân sách xã trên Trang thông tin điện tử",
    ),
]

# tasks of an old and a new plan that share words and are not one
OTHERS = [
    (
        "Báo cáo tài chính hằng năm của đơn vị sự nghiệp",
        "Báo cáo tình hình an ninh, trật tự hằng tháng",
    ),
    (
        "Thành lập Tổ công nghệ số cộng đồng ở các ấp",
        "Thành lập Đội dân phòng ở các khu phố",
    ),
    (
        "Xây dựng nhà văn hóa ấp Bình Thạnh",
        "Xây dựng tuyến đường hoa khu trung tâm",
    ),
    (
        "Tuyên truyền phòng, chống ma túy trong trường học",
        "Tuyên truyền bảo hiểm y tế hộ gia đình",
    ),
    (
        "Mua sắm trang thiết bị phòng họp trực tuyến",
        "Sửa chữa trụ sở làm việc của Trạm Y tế",
    ),
]

# what a higher plan asks for, and what may answer it in a lower one: answers in other words ...
ANSWERED = [
    (
        "Nâng tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn",
        "Không để hồ sơ TTHC trễ hạn tại Trung tâm Phục vụ hành chính công xã",
    ),
    (
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
        "Quét và lưu trữ điện tử kết quả TTHC còn hiệu lực",
    ),
    (
        "Đo lường sự hài lòng của người dân đối với sự phục vụ hành chính",
        "Phát phiếu khảo sát mức độ hài lòng tại Bộ phận Một cửa",
    ),
    (
        "Tổ chức đối thoại với người dân và doanh nghiệp",
        "Chủ tịch UBND xã gặp gỡ, trao đổi với nhân dân, hộ kinh doanh mỗi năm 02 lần",
    ),
    (
        "Đẩy mạnh tuyên truyền cải cách hành chính",
        "Phát thanh hằng tuần chuyên mục về CCHC trên hệ thống loa của xã",
    ),
    (
        "Bồi dưỡng kiến thức, kỹ năng số cho cán bộ, công chức, viên chức",
        "Mở lớp tập huấn kỹ năng số cho công chức xã",
    ),
    (
        "Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính",
        "Đề xuất phương án đơn giản hóa TTHC thuộc thẩm quyền của xã",
    ),
    (
        "Công khai ngân sách nhà nước theo quy định",
        "Niêm yết dự toán và quyết toán ngân sách xã tại trụ sở",
    ),
    (
        "Đẩy nhanh tiến độ giải ngân vốn đầu tư công",
        "Thanh toán vốn đầu tư công các công trình, đạt 95% kế hoạch vốn",
    ),
    (
        "Tiếp nhận và xử lý phản ánh, kiến nghị của cá nhân, tổ chức",
        "Trả lời PAKN của người dân trong 07 ngày làm việc",
    ),
    (
        "Siết chặt kỷ luật, kỷ cương hành chính trong cơ quan nhà nước",
        "Kiểm tra đột xuất giờ giấc và kỷ luật làm việc của công chức",
    ),
    (
        "Kiểm tra công tác cải cách hành chính",
        "Thành lập Đoàn kiểm tra CCHC tại các ấp và đơn vị",
    ),
    (
        "Tăng tỷ lệ hồ sơ nộp trực tuyến toàn trình",
        "Hướng dẫn người dân nộp hồ sơ qua Cổng Dịch vụ công tại nhà văn hóa ấp",
    ),
    (
        "Đẩy mạnh thanh toán không dùng tiền mặt trong giải quyết thủ tục hành chính",
        "Vận động người dân nộp phí, lệ phí TTHC bằng mã QR",
    ),
    (
        "Thực hiện tiếp công dân, giải quyết khiếu nại, tố cáo đúng quy định",
        "Bố trí lịch tiếp công dân của Chủ tịch xã hằng tuần, xử lý đơn thư",
    ),
    (
        "Hoàn thiện vị trí việc làm, cơ cấu công chức",
        "Cập nhật Đề án vị trí việc làm của UBND xã",
    ),
    (
        "Rà soát, hệ thống hóa văn bản quy phạm pháp luật",
        "Công bố danh mục VBQPPL của xã hết hiệu lực",
    ),
    (
        "Phát huy vai trò Tổ công nghệ số cộng đồng",
        "Kiện toàn tổ công nghệ số cộng đồng ở 12 ấp, mỗi tháng sinh hoạt một lần",
    ),
    (
        "Cấp chữ ký số cho người dân",
        "Hỗ trợ công dân đăng ký chữ ký số cá nhân trên VNeID",
    ),
    (
        "Thực hiện dân chủ ở cơ sở",
        "Tổ chức để nhân dân bàn và giám sát theo Luật Thực hiện dân chủ ở cơ sở",
    ),
    (
        "Công khai danh sách hộ nghèo, bình xét đúng đối tượng",
        "Họp ấp bình xét và niêm yết danh sách hộ nghèo, hộ cận nghèo",
    ),
    (
        "Nâng cao chất lượng cung cấp nước sạch cho người dân nông thôn",
        "Mở rộng tuyến ống cấp nước sạch đến ấp Bình Minh",
    ),
    (
        "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)",
        "Chỉ số SIPAS của xã",
    ),
    (
        "Tỷ lệ dân số tham gia bảo hiểm y tế",
        "Vận động hộ gia đình tham gia BHYT, phấn đấu trên 95% dân số",
    ),
]

# ... and what shares words with it and is no answer
UNANSWERED = [
    (
        "Nâng tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn",
        "Lập hồ sơ thi đua, khen thưởng đúng hạn",
    ),
    (
        "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
        "Công khai thủ tục hành chính tại trụ sở ấp",
    ),
    (
        "Đo lường sự hài lòng của người dân đối với sự phục vụ hành chính",
        "Hòa giải mâu thuẫn trong nhân dân ở ấp",
    ),
    (
        "Tổ chức đối thoại với người dân và doanh nghiệp",
        "Tổ chức giải bóng đá thanh niên các doanh nghiệp",
    ),
    (
        "Đẩy mạnh tuyên truyền cải cách hành chính",
        "Đẩy mạnh tuyên truyền phòng, chống đuối nước cho trẻ em",
    ),
    (
        "Bồi dưỡng kiến thức, kỹ năng số cho cán bộ, công chức, viên chức",
        "Bồi dưỡng kiến thức quốc phòng và an ninh cho đảng viên",
    ),
    (
        "Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính",
        "Rà soát hộ gia đình có công với cách mạng",
    ),
    (
        "Công khai ngân sách nhà nước theo quy định",
        "Công khai quy hoạch sử dụng đất theo quy định",
    ),
    (
        "Đẩy nhanh tiến độ giải ngân vốn đầu tư công",
        "Đẩy nhanh tiến độ giải phóng mặt bằng tuyến đường liên ấp",
    ),
    (
        "Tiếp nhận và xử lý phản ánh, kiến nghị của cá nhân, tổ chức",
        "Tiếp nhận và xử lý rác thải sinh hoạt",
    ),
    (
        "Siết chặt kỷ luật, kỷ cương hành chính trong cơ quan nhà nước",
        "Xử phạt vi phạm hành chính trong lĩnh vực đất đai",
    ),
    (
        "Kiểm tra công tác cải cách hành chính",
        "Kiểm tra công tác phòng cháy, chữa cháy rừng",
    ),
    (
        "Tăng tỷ lệ hồ sơ nộp trực tuyến toàn trình",
        "Tăng tỷ lệ che phủ rừng ngập mặn",
    ),
    (
        "Đẩy mạnh thanh toán không dùng tiền mặt trong giải quyết thủ tục hành chính",
        "Thanh toán chế độ cho người hoạt động không chuyên trách",
    ),
    (
        "Thực hiện tiếp công dân, giải quyết khiếu nại, tố cáo đúng quy định",
        "Quản lý căn cước công dân, cư trú đúng quy định",
    ),
    (
        "Hoàn thiện vị trí việc làm, cơ cấu công chức",
        "Giới thiệu việc làm cho lao động nông thôn",
    ),
    (
        "Rà soát, hệ thống hóa văn bản quy phạm pháp luật",
        "Tuyên truyền, phổ biến pháp luật về giao thông",
    ),
    (
        "Phát huy vai trò Tổ công nghệ số cộng đồng",
        "Chuyển giao công nghệ trồng lúa cho hộ nông dân",
    ),
    (
        "Cấp chữ ký số cho người dân",
        "Cấp giấy chứng nhận quyền sử dụng đất cho người dân",
    ),
    (
        "Thực hiện dân chủ ở cơ sở",
        "Nâng cấp cơ sở vật chất trường học",
    ),
    (
        "Công khai danh sách hộ nghèo, bình xét đúng đối tượng",
        "Lập danh sách thanh niên đủ điều kiện nhập ngũ",
    ),
    (
        "Nâng cao chất lượng cung cấp nước sạch cho người dân nông thôn",
        "Nâng cao chất lượng khám, chữa bệnh tại Trạm Y tế",
    ),
    (
        "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)",
        "Chỉ số giá tiêu dùng trên địa bàn",
    ),
    (
        "Tỷ lệ dân số tham gia bảo hiểm y tế",
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng",
    ),
]

# written after words and thresholds were settled, and not used to settle them
HELD_OUT_ANSWERED = [
    (
        "Nâng cao chất lượng dịch vụ y tế, mở rộng quản lý sức khỏe toàn dân",
        "Trạm Y tế khám sức khỏe định kỳ cho người cao tuổi",
    ),
    (
        "Thực hiện kê khai, kiểm soát tài sản, thu nhập của người có chức vụ, quyền hạn",
        "Công chức xã nộp bản kê khai tài sản hằng năm trước ngày 31/12",
    ),
    (
        "Xây dựng chính quyền số, cung cấp dịch vụ công mọi lúc, mọi nơi",
        "Vận hành điểm hỗ trợ dịch vụ công trực tuyến ở 10 ấp",
    ),
    (
        "Minh bạch kế hoạch sử dụng đất và bảng giá đất",
        "Dán thông báo quy hoạch sử dụng đất tại nhà văn hóa các ấp",
    ),
    (
        "Bảo đảm tối thiểu 90% văn bản trao đổi được ký số",
        "Lãnh đạo xã ký số toàn bộ văn bản đi",
    ),
    (
        "Khuyến khích sáng kiến cải cách trong cơ quan hành chính",
        "Mỗi phòng đăng ký ít nhất một sáng kiến trong năm",
    ),
    (
        "Sắp xếp tổ chức bộ máy tinh gọn, hoạt động hiệu lực",
        "Rà soát chức năng, nhiệm vụ của các phòng thuộc UBND xã",
    ),
    (
        "Tăng cường trách nhiệm giải trình của chính quyền với người dân",
        "Chủ tịch UBND xã trả lời chất vấn và giải trình tại kỳ họp HĐND",
    ),
    (
        "Xây dựng, nâng cấp hạ tầng giao thông nông thôn",
        "Bê tông hóa 3 km đường trục ấp Tân Lập",
    ),
    (
        "Thu gom, xử lý rác thải sinh hoạt ở khu dân cư",
        "Ký hợp đồng xe gom rác hai ngày một lần",
    ),
    (
        "Phòng ngừa tiêu cực, tham nhũng trong giải quyết công việc",
        "Lắp hòm thư tố giác nhũng nhiễu tại Bộ phận Một cửa",
    ),
    (
        "Nâng cao năng lực cho công chức làm việc tại Trung tâm Phục vụ hành chính công",
        "Cử công chức một cửa dự lớp bồi dưỡng nghiệp vụ của Sở Nội vụ",
    ),
    (
        "Tích hợp, làm sạch dữ liệu dân cư",
        "Công an xã đối chiếu cơ sở dữ liệu dân cư với sổ hộ tịch",
    ),
    (
        "Bảo đảm an toàn thông tin mạng trong cơ quan nhà nước",
        "Cài phần mềm diệt vi-rút, đổi mật khẩu máy tính định kỳ",
    ),
    (
        "Thực hiện chế độ báo cáo định kỳ về cải cách hành chính",
        "Gửi báo cáo CCHC quý, 6 tháng và năm",
    ),
    (
        "Giảm thời gian chờ đợi của người dân khi làm thủ tục hành chính",
        "Bố trí máy lấy số tự động, không để công dân chờ quá 15 phút",
    ),
]
HELD_OUT_UNANSWERED = [
    (
        "Nâng cao chất lượng dịch vụ y tế, mở rộng quản lý sức khỏe toàn dân",
        "Mở rộng chợ trung tâm xã, sắp xếp lại các quầy hàng",
    ),
    (
        "Thực hiện kê khai, kiểm soát tài sản, thu nhập của người có chức vụ, quyền hạn",
        "Sửa chữa tài sản công bị hư hỏng sau bão",
    ),
    (
        "Xây dựng chính quyền số, cung cấp dịch vụ công mọi lúc, mọi nơi",
        "Xây dựng nhà tình nghĩa cho gia đình chính sách",
    ),
    (
        "Minh bạch kế hoạch sử dụng đất và bảng giá đất",
        "Xây dựng kế hoạch gieo sạ vụ hè thu",
    ),
    (
        "Bảo đảm tối thiểu 90% văn bản trao đổi được ký số",
        "Bảo đảm tối thiểu 90% trẻ được tiêm chủng",
    ),
    (
        "Khuyến khích sáng kiến cải cách trong cơ quan hành chính",
        "Khuyến khích nông dân trồng cây ăn trái",
    ),
    (
        "Sắp xếp tổ chức bộ máy tinh gọn, hoạt động hiệu lực",
        "Tổ chức lễ hội đình làng, sắp xếp bãi giữ xe",
    ),
    (
        "Tăng cường trách nhiệm giải trình của chính quyền với người dân",
        "Tăng cường quản lý trật tự xây dựng",
    ),
    (
        "Xây dựng, nâng cấp hạ tầng giao thông nông thôn",
        "Nâng cấp phần mềm kế toán của xã",
    ),
    (
        "Thu gom, xử lý rác thải sinh hoạt ở khu dân cư",
        "Thu quỹ phòng, chống thiên tai ở khu dân cư",
    ),
    (
        "Phòng ngừa tiêu cực, tham nhũng trong giải quyết công việc",
        "Phòng ngừa dịch tả lợn châu Phi",
    ),
    (
        "Nâng cao năng lực cho công chức làm việc tại Trung tâm Phục vụ hành chính công",
        "Công chức xã tham gia hiến máu nhân đạo",
    ),
    (
        "Tích hợp, làm sạch dữ liệu dân cư",
        "Khơi thông cống rãnh khu dân cư",
    ),
    (
        "Bảo đảm an toàn thông tin mạng trong cơ quan nhà nước",
        "Bảo đảm an toàn thực phẩm bếp ăn tập thể",
    ),
    (
        "Thực hiện chế độ báo cáo định kỳ về cải cách hành chính",
        "Duy trì báo cáo định kỳ về giá cả thị trường",
    ),
    (
        "Giảm thời gian chờ đợi của người dân khi làm thủ tục hành chính",
        "Điều chỉnh thời gian họp giao ban hằng tuần",
    ),
]
