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
