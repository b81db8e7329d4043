"""Times as Vietnamese offices write them, and what a clerk of 2026 takes them for.

Of a plan of 2026 that was issued on 2 March 2026: `phrase | meaning`, a meaning is a kind and:

    window 1/4-30/6         first and last day; of 2026 where no year stands beside
    window -20/5 17:00      by that day and minute (from the plan's own day on)
    occasions 15/6 15/12    the due days
    periodic month 25/1..25/12 x12   rule, due days (first, last, how many where more than six)
    open 1/7                from that day on
    event 5 working_days    a limit from an event; `before` where it runs up to the event
"""

# ruff: noqa: E501
from __future__ import annotations

PHRASES = """
# labels beside dates
Báo cáo 6 tháng: trước 15/6; báo cáo năm: trước 15/12 | occasions 15/6 15/12
trước ngày 15/6 (báo cáo 6 tháng), trước ngày 15/12 (báo cáo năm) | occasions 15/6 15/12
báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 | occasions 15/6 15/12
Báo cáo 6 tháng đầu năm trước 15/6; báo cáo năm trước 15/12 | occasions 15/6 15/12
Báo cáo quý I: trước 15/3; báo cáo 6 tháng: trước 15/6; báo cáo 9 tháng: trước 15/9; báo cáo năm: trước 15/12 | occasions 15/3 15/6 15/9 15/12
Báo cáo sơ kết trước ngày 30/6, báo cáo tổng kết trước ngày 15/12 | occasions 30/6 15/12
Trước ngày 10/12, báo cáo năm | window -10/12
Trước ngày 10/6 (báo cáo 6 tháng) | window -10/6
Báo cáo năm: trước ngày 20/12 | window -20/12
Báo cáo năm 2026 trước ngày 20/12/2026 | window -20/12
Báo cáo quý: trước ngày 15 tháng cuối quý | periodic quarter 15/3 15/6 15/9 15/12
gửi báo cáo năm trước ngày 15/12 | window -15/12
gửi báo cáo năm trước ngày 05/12/2026 | window -5/12
Gửi báo cáo 6 tháng chậm nhất ngày 14/6 | window -14/6
Chốt trước ngày 15/12 | window -15/12
Chốt số liệu trước ngày 14/12 | window -14/12
6 tháng: trước 15/6; năm: trước 15/12 | occasions 15/6 15/12
15/6 (6 tháng) và 15/12 (năm) | occasions 15/6 15/12
Quý I/2026 lựa chọn đơn vị; Quý IV/2026 báo cáo kết quả | occasions 31/3 31/12
Quý I/2026: lựa chọn đơn vị; Quý IV/2026: báo cáo kết quả | occasions 31/3 31/12
Quý II/2026 khảo sát; quý III/2026 triển khai; quý IV/2026 đánh giá | occasions 30/6 30/9 31/12
Khảo sát: tháng 4/2026; tổng hợp: tháng 6/2026 | occasions 30/4 30/6
Tháng 5/2026 rà soát; tháng 11/2026 nghiệm thu | occasions 31/5 30/11
08–11/2026, chuẩn bị 07/2026 | occasions 31/7 30/11
Trình dự thảo: 30/5/2026; ban hành: 30/6/2026 | occasions 30/5 30/6
Trong năm 2026 (theo kế hoạch riêng) | window 1/1-31/12
Năm 2026 (theo kế hoạch riêng) | window 1/1-31/12
Quý III/2026 (theo kế hoạch riêng) | window 1/7-30/9
Trước 15/11 (có kế hoạch riêng) | window -15/11
# the year beside
Chậm nhất là ngày 25/8 năm báo cáo | window -25/8
trước ngày 15/12 năm báo cáo | window -15/12
trước ngày 15/12 của năm báo cáo | window -15/12
trước ngày 20/7 năm kế hoạch | window -20/7
Quý II năm kế hoạch | window 1/4-30/6
Trong năm kế hoạch | window 1/1-31/12
năm kế hoạch | window 1/1-31/12
Tháng 12 năm trước liền kề | window 1/12/25-31/12/25
trước ngày 31/12 năm trước liền kề | window -31/12/25
Quý IV năm trước | window 1/10/25-31/12/25
chậm nhất là ngày 31 tháng 01 năm tiếp theo | window -31/1/27
Trước ngày 15/01 năm tiếp theo | window -15/1/27
trước ngày 15 tháng 01 của năm tiếp theo | window -15/1/27
Chậm nhất ngày 10/01 năm kế tiếp | window -10/1/27
Chậm nhất ngày 10/01 năm liền kề | window -10/1/27
trước ngày 31/3 năm sau | window -31/3/27
trước 31/3 năm liền sau | window -31/3/27
trước ngày 31/3 của năm sau liền kề | window -31/3/27
Quý I năm tiếp theo | window 1/1/27-31/3/27
Quý I năm sau | window 1/1/27-31/3/27
Quý I của năm kế tiếp | window 1/1/27-31/3/27
Tháng 01 năm liền kề | window 1/1/27-31/1/27
Tháng 02 năm tiếp theo | window 1/2/27-28/2/27
6 tháng đầu năm sau | window 1/1/27-30/6/27
Đến hết quý I năm kế tiếp | window -31/3/27
Năm kế tiếp | window 1/1/27-31/12/27
# rhythms with years
Hằng năm, giai đoạn 2026 - 2030 | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Hàng năm từ 2026 đến 2030 | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Hằng năm từ năm 2026 đến năm 2030 | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Hằng năm (2026-2030) | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Giai đoạn 2026-2030, hằng năm | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Mỗi năm một lần, giai đoạn 2026 - 2028 | periodic year 31/12 31/12/27 31/12/28
Trước 30/6 hằng năm, giai đoạn 2026-2030 | periodic year 30/6 30/6/27 30/6/28 30/6/29 30/6/30
Trước ngày 15/12 hằng năm (giai đoạn 2026 - 2028) | periodic year 15/12 15/12/27 15/12/28
Quý IV hằng năm, giai đoạn 2026 - 2028 | periodic year 31/12 31/12/27 31/12/28
Hằng quý, giai đoạn 2026 - 2027 | periodic quarter 31/3..31/12/27 x8
Quý I hàng năm, bắt đầu từ năm 2027 | periodic year 31/3/27
Hằng năm, bắt đầu từ năm 2027 | periodic year 31/12/27
Hằng năm, từ năm 2027 | periodic year 31/12/27
Hằng năm, đến năm 2028 | periodic year 31/12 31/12/27 31/12/28
02 lần/năm, giai đoạn 2026 - 2027 | periodic year 30/6 31/12 30/6/27 31/12/27
# number words
sáu tháng đầu năm | window 1/1-30/6
Sáu tháng cuối năm 2026 | window 1/7-31/12
chín tháng đầu năm | window 1/1-30/9
ba tháng một lần | periodic quarter 31/3 30/6 30/9 31/12
Ba tháng cuối năm | window 1/10-31/12
sáu tháng một lần | periodic half_year 30/6 31/12
Định kỳ sáu tháng, một năm | periodic half_year+year 30/6 31/12
mỗi năm hai lần | periodic year 30/6 31/12
hai lần một năm | periodic year 30/6 31/12
Mỗi quý một lần | periodic quarter 31/3 30/6 30/9 31/12
một năm bốn lần | periodic year 31/3 30/6 30/9 31/12
Tháng Tư | window 1/4-30/4
Tháng Ba năm 2026 | window 1/3-31/3
tháng mười hai | window 1/12-31/12
Tháng Mười một năm 2026 | window 1/11-30/11
Quý Hai năm 2026 | window 1/4-30/6
quý một | window 1/1-31/3
hai tuần kể từ ngày nhận văn bản | event 2 weeks
Trong vòng ba tháng kể từ ngày có hiệu lực | event 3 months
trong mười ngày làm việc kể từ ngày nhận hồ sơ | event 10 working_days
Trong năm ngày làm việc kể từ ngày nhận đủ hồ sơ | event 5 working_days
05 (năm) ngày làm việc kể từ ngày nhận hồ sơ | event 5 working_days
trong thời hạn 15 (mười lăm) ngày kể từ ngày nhận hồ sơ | event 15 days
Trong vòng hai mươi ngày kể từ ngày nhận hồ sơ | event 20 days
một tháng rưỡi kể từ ngày nhận hồ sơ | event 1.5 months
nửa tháng kể từ ngày nhận hồ sơ | event 0.5 months
sáu tháng kể từ ngày được phê duyệt | event 6 months
# weeks and weekdays
Thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53
thứ 6 hàng tuần | periodic week 2/1..1/1/27 x53
trước 16 giờ thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53 16:00
Trước 10h00 thứ Hai hằng tuần | periodic week 29/12/25..28/12 x53 10:00
Hằng tuần, vào thứ Năm | periodic week 1/1..31/12 x53
Hằng tuần (thứ Sáu) | periodic week 2/1..1/1/27 x53
Chiều thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53
Chủ nhật hằng tuần | periodic week 4/1..3/1/27 x53
hai tuần một lần | periodic 2_weeks
02 tuần một lần | periodic 2_weeks
02 tuần/lần | periodic 2_weeks
2 tháng một lần | periodic 2_months
Mỗi tuần một lần | periodic week 4/1..3/1/27 x53
01 lần/tuần | periodic week 4/1..3/1/27 x53
tuần đầu tháng 6 | window 1/6-7/6
Tuần đầu tiên của tháng 6/2026 | window 1/6-7/6
Tuần đầu tháng 6/2026 | window 1/6-7/6
tuần 2 tháng 5 | window 8/5-14/5
Tuần thứ hai của tháng 6 | window 8/6-14/6
Tuần thứ 3 tháng 9/2026 | window 15/9-21/9
Tuần 1 tháng 4 | window 1/4-7/4
Tuần cuối tháng 12/2026 | window 25/12-31/12
Trong tuần cuối của tháng 6 | window 24/6-30/6
Tuần đầu tháng hằng tháng | periodic month 7/1..7/12 x12
Tuần đầu hằng tháng | periodic month 7/1..7/12 x12
tuần đầu tiên của tháng | periodic month 7/1..7/12 x12
Tuần cuối hằng tháng | periodic month 31/1..31/12 x12
Tuần cuối của quý | periodic quarter 31/3 30/6 30/9 31/12
Tuần 23/2026 | window 1/6-7/6
Tuần 23 năm 2026 | window 1/6-7/6
thứ Hai ngày 14/9/2026 | window 14/9-14/9
trước 16h30 thứ Hai ngày 14/9/2026 | window -14/9 16:30
Thứ Sáu, ngày 20/3/2026 | window 20/3-20/3
trước 17h thứ Sáu, ngày 20/3/2026 | window -20/3 17:00
Chủ nhật ngày 15/3/2026 | window 15/3-15/3
thứ Ba ngày 14/9/2026 | unparsed
ngày làm việc cuối cùng của tháng | periodic month 30/1..31/12 x12
Ngày làm việc cuối cùng hằng tháng | periodic month 30/1..31/12 x12
ngày làm việc cuối cùng của quý | periodic quarter 31/3 30/6 30/9 31/12
Ngày làm việc đầu tiên của tháng | periodic month 5/1..1/12 x12
ngày làm việc cuối cùng của tháng 5/2026 | window 29/5-29/5
trước ngày làm việc cuối cùng của tháng 5/2026 | window -29/5
ngày cuối tháng | periodic month 31/1..31/12 x12
Ngày cuối cùng của tháng | periodic month 31/1..31/12 x12
Ngày cuối cùng của quý | periodic quarter 31/3 30/6 30/9 31/12
Ngày đầu tiên của tháng | periodic month 1/1..1/12 x12
thượng tuần tháng 6 | window 1/6-10/6
trung tuần tháng 6/2026 | window 11/6-20/6
hạ tuần tháng 6 | window 21/6-30/6
Nửa đầu tháng 6/2026 | window 1/6-15/6
nửa cuối tháng 6 | window 16/6-30/6
nửa cuối tháng 2 | window 16/2-28/2
# several days of a rhythm
ngày 10 và 25 hàng tháng | periodic month 10/1..25/12 x24
Ngày 10, 25 hằng tháng | periodic month 10/1..25/12 x24
Trước ngày 05 và ngày 20 hằng tháng | periodic month 5/1..20/12 x24
các ngày 15 và 30 hằng tháng | periodic month 15/1..30/12 x24
Vào ngày 25 hàng tháng | periodic month 25/1..25/12 x12
trước ngày 20 các tháng 3, 6, 9, 12 | occasions 20/3 20/6 20/9 20/12
Trước ngày 20 các tháng 3, 6, 9 và tháng 12 hằng năm | periodic year 20/3 20/6 20/9 20/12
ngày 15 tháng 6 và tháng 12 hằng năm | periodic year 15/6 15/12
15/6 và 15/12 hằng năm | periodic year 15/6 15/12
ngày 15/6 và ngày 15/12 hàng năm | periodic year 15/6 15/12
Trước ngày 25 của tháng cuối quý | periodic quarter 25/3 25/6 25/9 25/12
Trước ngày 15 tháng cuối của mỗi quý | periodic quarter 15/3 15/6 15/9 15/12
Trước ngày 15 của tháng cuối cùng của quý | periodic quarter 15/3 15/6 15/9 15/12
ngày 10 tháng đầu tiên của quý tiếp theo | periodic quarter 10/4 10/7 10/10 10/1/27
Trước ngày 05 tháng đầu tiên của quý tiếp theo | periodic quarter 5/4 5/7 5/10 5/1/27
trước ngày 05 của tháng đầu quý sau | periodic quarter 5/4 5/7 5/10 5/1/27
trước ngày 10 của quý sau | periodic quarter 10/4 10/7 10/10 10/1/27
Hằng quý, trước ngày 05 tháng đầu quý sau | periodic quarter 5/4 5/7 5/10 5/1/27
tháng đầu tiên của quý tiếp theo | periodic quarter 30/4 31/7 31/10 31/1/27
Tháng đầu của quý | periodic quarter 31/1 30/4 31/7 31/10
Tháng cuối quý | periodic quarter 31/3 30/6 30/9 31/12
Trước ngày 05 của tháng tiếp theo | periodic month 5/2..5/1/27 x12
trước ngày 03 tháng kế tiếp | periodic month 3/2..3/1/27 x12
Trước ngày 05 của tháng liền kề | periodic month 5/2..5/1/27 x12
trước ngày 05 của tháng sau liền kề | periodic month 5/2..5/1/27 x12
trước 16h30 ngày 25 hàng tháng | periodic month 25/1..25/12 x12 16:30
Trước 17h00 ngày 20 hằng tháng | periodic month 20/1..20/12 x12 17:00
trước 17 giờ ngày 15 tháng cuối quý | periodic quarter 15/3 15/6 15/9 15/12 17:00
Định kỳ trước ngày 20 hàng tháng | periodic month 20/1..20/12 x12
Hằng tháng, trước 16h00 ngày 20 | periodic month 20/1..20/12 x12 16:00
Trước ngày 31/3 và 30/9 hằng năm | periodic year 31/3 30/9
Tháng 6 và tháng 12 hàng năm | periodic year 30/6 31/12
Tháng 6, 12 hằng năm | periodic year 30/6 31/12
Quý I và quý III hằng năm | periodic year 31/3 30/9
Trước ngày 15/01 năm tiếp theo hằng năm | periodic year 15/1/27
# ranges
1-3/2026 | window 1/1-31/3
07–11/2026 | window 1/7-30/11
Tháng 6–10/2026 | window 1/6-31/10
T6-T10/2026 | window 1/6-31/10
tháng 6 - 10 | window 1/6-31/10
Từ tháng 6 đến tháng 10 | window 1/6-31/10
Từ tháng 6 - 10/2026 | window 1/6-31/10
08 - 11/2026 | window 1/8-30/11
Tháng 11 - Tháng 2/2027 | window 1/11-28/2/27
Tháng 11 đến tháng 2 năm 2027 | window 1/11-28/2/27
Từ tháng 11/2026 đến tháng 2 | window 1/11-28/2/27
Từ 15/11 đến 15/01 | window 15/11-15/1/27
Từ ngày 15/11 đến ngày 15/01 | window 15/11-15/1/27
Từ 15/11 đến 15/01/2027 | window 15/11-15/1/27
Từ 15/11 đến 15/01 năm sau | window 15/11-15/1/27
Quý IV - Quý I/2027 | window 1/10-31/3/27
Quý IV/2026 - Quý I/2027 | window 1/10-31/3/27
từ quý IV đến quý I năm sau | window 1/10-31/3/27
từ ngày 01/5/2026 đến ngày 30/6/2026 | window 1/5-30/6
Từ ngày 01 đến ngày 15/6/2026 | window 1/6-15/6
Từ ngày 01/6 - 15/6/2026 | window 1/6-15/6
Từ 05 - 15/8/2026 | window 5/8-15/8
01/6 - 30/6 | window 1/6-30/6
01/6/2026 – 30/6/2026 | window 1/6-30/6
Từ ngày 25/5 đến hết ngày 10/6/2026 | window 25/5-10/6
từ nay đến ngày 30/6/2026 | window -30/6
Từ nay đến hết quý III | window -30/9
từ nay đến cuối năm | window -31/12
từ nay đến cuối năm 2026 | window -31/12
Từ tháng 3/2026 đến cuối năm | window 1/3-31/12
từ quý II/2026 đến hết năm 2027 | window 1/4-31/12/27
Kể từ ngày 01/7/2026 | open 1/7
Kể từ ngày 01/7/2026 đến hết ngày 31/12/2026 | window 1/7-31/12
# years of two figures, ISO days
15/12/26 | window 15/12-15/12
Trước ngày 15/12/26 | window -15/12
15.12.26 | window 15/12-15/12
Quý II/26 | window 1/4-30/6
quý 1/26 | window 1/1-31/3
Q3/26 | window 1/7-30/9
Tháng 6/26 | window 1/6-30/6
T12/26 | window 1/12-31/12
6/26 | window 1/6-30/6
2026-06-30 | window 30/6-30/6
Trước 2026-06-30 | window -30/6
trước ngày 2026-12-15 | window -15/12
2026-06-01 đến 2026-06-30 | window 1/6-30/6
2026/06/30 | window 30/6-30/6
# times of day
Trước 17h00 ngày 20/5/2026 | window -20/5 17:00
trước 17 giờ 00 ngày 20/5/2026 | window -20/5 17:00
Trước 17 giờ 00 phút ngày 20/5/2026 | window -20/5 17:00
lúc 8 giờ 00 phút, ngày 15/5/2026 | window 15/5-15/5 8:00
Vào lúc 14h00 ngày 20/5/2026 | window 20/5-20/5 14:00
Hồi 08 giờ 00 ngày 20/5/2026 | window 20/5-20/5 8:00
8h30' ngày 20/5/2026 | window 20/5-20/5 8:30
chậm nhất 16h ngày 20/5 | window -20/5 16:00
Trước 11:30 ngày 05/6/2026 | window -5/6 11:30
Chậm nhất đến 17h00, ngày 20/5/2026 | window -20/5 17:00
ngày 20/5/2026, trước 17h00 | window -20/5 17:00
Ngày 20/5/2026 lúc 8h00 | window 20/5-20/5 8:00
Sáng ngày 20/5/2026 | window 20/5-20/5
chiều 20/5/2026 | window 20/5-20/5
trước 15 giờ ngày 14 tháng 6 năm 2026 | window -14/6 15:00
# beginnings without an end
Sau 30/6/2026 | open 1/7
Sau ngày 30/6/2026 | open 1/7
Sau tháng 6/2026 | open 1/7
Sau quý II/2026 | open 1/7
Sau năm 2026 | open 1/1/27
Từ sau ngày 30/6/2026 | open 1/7
Từ quý III/2026 và các năm tiếp theo | open 1/7
Từ quý III/2026 và những năm tiếp theo | open 1/7
Quý III/2026 và các năm tiếp theo | open 1/7
Từ tháng 7/2026 trở đi | open 1/7
Từ ngày 01/7/2026 | open 1/7
Bắt đầu từ ngày 01/7/2026 | open 1/7
bắt đầu từ quý III | open 1/7
Năm 2026 và những năm kế tiếp | open 1/1
Quý II/2026 và duy trì hằng năm | periodic year 30/6
Năm 2026 và duy trì hằng năm | periodic year 31/12
# limits
trong 08 giờ làm việc kể từ khi nhận | event 8 working_hours
chậm nhất 5 ngày làm việc sau khi có văn bản | event 5 working_days
chậm nhất 05 ngày làm việc sau khi nhận được báo cáo | event 5 working_days
chậm nhất sau 05 ngày làm việc kể từ ngày nhận hồ sơ | event 5 working_days
Chậm nhất là 03 ngày làm việc kể từ ngày ký ban hành | event 3 working_days
không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ | event 10 working_days
tối đa 05 ngày làm việc kể từ ngày nhận văn bản | event 5 working_days
trong thời hạn 15 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ | event 15 days
trong vòng 48 giờ kể từ khi phát hiện | event 48 hours
trong 24 giờ sau khi xảy ra sự cố | event 24 hours
Trong thời hạn 06 tháng kể từ ngày Luật có hiệu lực | event 6 months
03 ngày sau khi kết thúc đợt kiểm tra | event 3 days
nửa ngày làm việc | event 0.5 working_days
1/2 ngày làm việc | event 0.5 working_days
0,5 ngày làm việc | event 0.5 working_days
1,5 ngày làm việc kể từ ngày nhận hồ sơ | event 1.5 working_days
0,5 ngày làm việc kể từ khi nhận hồ sơ | event 0.5 working_days
trong ngày làm việc | event 0 working_days
Ngay trong ngày làm việc | event 0 working_days
10 ngày trước kỳ họp | event 10 days before
chậm nhất 10 ngày trước ngày khai mạc kỳ họp | event 10 days before
Trước ngày bầu cử 23 ngày | event 23 days before
trước kỳ họp 15 ngày | event 15 days before
trước khi hết hạn 30 ngày | event 30 days before
05 ngày làm việc trước khi tổ chức hội nghị | event 5 working_days before
30 phút kể từ khi tiếp nhận | event 30 minutes
Trong 02 tuần kể từ ngày nhận văn bản | event 2 weeks
trong 30 ngày kể từ ngày 15/5/2026 | window 15/5-15/6
02 tháng kể từ ngày 01/7/2026 | window 1/7-3/9
Trong vòng 10 ngày kể từ ngày 20/3/2026 | window 20/3-30/3
trong thời hạn 05 ngày làm việc kể từ ngày 24/4/2026 | window 24/4-6/5
01 tháng kể từ ngày 31/3/2026 | window 31/3-4/5
02 tuần, kể từ ngày 03/02/2026 | window 3/2-23/2
Sau 10 ngày kể từ ngày 20/3/2026 | window 20/3-30/3
10 ngày kể từ 20/3/2026 | window 20/3-30/3
30 ngày làm việc tính từ ngày 01/4/2026 | window 1/4-18/5
10 ngày trước ngày 15/3/2026 | window -5/3
23 ngày trước ngày 15/3/2026 | window -20/2
05 ngày làm việc trước ngày 15/6/2026 | window -8/6
hoàn thành đúng hạn 31/3 | window -31/3
Đúng hạn 31/3/2026 | window -31/3
Hạn chót: 30/6/2026 | window -30/6
Thời hạn: 30/6/2026 | window 30/6-30/6
Thời hạn cuối cùng là ngày 30/6/2026 | window -30/6
trễ nhất ngày 30/6/2026 | window -30/6
Không muộn hơn ngày 30/6/2026 | window -30/6
Không chậm quá ngày 30/6/2026 | window -30/6
Xong trong tháng 6 | window 1/6-30/6
Phấn đấu hoàn thành trước 30/6/2026 | window -30/6
Phấn đấu hoàn thành trong quý III/2026 | window 1/7-30/9
Cơ bản hoàn thành trước ngày 30/9/2026 | window -30/9
# what stays unread
mùa mưa | unparsed
Quý V/2026 | unparsed
30/02/2026 | unparsed
Tháng 13/2026 | unparsed
25/13/2026 | unparsed
năm học 2026-2027 | unparsed
Trước Tết Nguyên đán | window -5/2/27
kịp thời | unparsed
không quy định | unparsed
Không hoàn thành trước 30/6/2026 | unparsed
Trước 30/6/2026 nếu có kinh phí | unparsed
Trước 30/6/2026 trừ các xã miền núi | unparsed
2026-27 | unparsed
khoảng giữa quý | unparsed
20-12/2026 | unparsed
ngày … tháng … năm 2026 | unparsed
tháng   năm 2026 | unparsed
ngày 31/6 | unparsed
thứ Tám hằng tuần | unparsed
tuần 6 tháng 4 | unparsed
Tuần 54/2026 | unparsed
Ngày 32 hằng tháng | unparsed
25h00 ngày 20/5/2026 | unparsed
17h75 ngày 20/5/2026 | unparsed
lúc nào cũng được | unparsed
Từ 30/6/2026 đến 01/6/2026 | unparsed
17 ngày | event 17 days
mười ba lần | unparsed
0,3 ngày làm việc | unparsed
45 phút kể từ khi nhận | event 45 minutes
# siblings that came after the grammar
Báo cáo tháng: trước ngày 20 hằng tháng; báo cáo quý: trước ngày 20 tháng cuối quý | periodic month+quarter 20/1..20/12 x12
Báo cáo quý I, quý II: trước ngày 15 của tháng cuối quý | unparsed
Báo cáo 6 tháng (trước 10/6), báo cáo năm (trước 10/12) | occasions 10/6 10/12
Báo cáo sơ kết 6 tháng: trước 20/6; báo cáo tổng kết năm: trước 20/12 | occasions 20/6 20/12
sơ kết 6 tháng trước 30/6; tổng kết năm trước 15/12 | occasions 30/6 15/12
Trước ngày 20/6 đối với báo cáo 6 tháng và trước ngày 20/12 đối với báo cáo năm | occasions 20/6 20/12
Trước ngày 20/6 (6 tháng đầu năm) và trước ngày 20/12 (năm) | occasions 20/6 20/12
Trước 05/6 (báo cáo 6 tháng); trước 05/12 (báo cáo năm) | occasions 5/6 5/12
Trước ngày 15/6 và 15/12 | occasions 15/6 15/12
báo cáo năm trước 10/12/2026 | window -10/12
báo cáo 9 tháng trước ngày 14/9 | window -14/9
Báo cáo năm trước | window 1/1/25-31/12/25
Báo cáo năm: 15/12/2026 | window 15/12-15/12
Quý I/2026: xây dựng kế hoạch; Quý II/2026: tổ chức thực hiện; Quý IV/2026: tổng kết | occasions 31/3 30/6 31/12
Quý I xây dựng kế hoạch, quý II triển khai, quý IV tổng kết | occasions 31/3 30/6 31/12
Tháng 3: ban hành kế hoạch; tháng 10: kiểm tra | occasions 31/3 31/10
Tháng 4/2026 (khảo sát), tháng 8/2026 (đánh giá) | occasions 30/4 31/8
Ban hành kế hoạch trong quý I/2026; báo cáo trước 15/12/2026 | occasions 31/3 15/12
xây dựng trong quý II, hoàn thành trong quý III | occasions 30/6 30/9
Hoàn thành trong tháng 6/2026, báo cáo trước ngày 05/7/2026 | occasions 30/6 5/7
Trước 30/6: dự thảo; trước 30/9: trình ban hành | occasions 30/6 30/9
Quý II/2026 (sau khi có hướng dẫn của Sở) | window 1/4-30/6
Năm 2026 (sau khi được bố trí kinh phí) | window 1/1-31/12
Quý IV năm báo cáo | window 1/10-31/12
Trước ngày 20/12 của năm báo cáo | window -20/12
trước ngày 05/01 của năm sau năm báo cáo | window -5/1/27
trước 10/01 năm sau | window -10/1/27
Trước ngày 31 tháng 3 năm sau | window -31/3/27
chậm nhất ngày 28/02 của năm kế tiếp | window -28/2/27
Tháng 1 năm sau | window 1/1/27-31/1/27
Quý I năm liền kề | window 1/1/27-31/3/27
Trước ngày 25/12 năm trước | window -25/12/25
từ 15/12 năm trước đến 14/12 năm báo cáo | window 15/12/25-14/12
Từ ngày 15/12 năm trước đến ngày 14/6 năm báo cáo | window 15/12/25-14/6
Từ ngày 15 tháng 12 năm trước liền kề đến ngày 14 tháng 12 năm báo cáo | window 15/12/25-14/12
Hằng năm giai đoạn 2026-2030 | periodic year 31/12 31/12/27 31/12/28 31/12/29 31/12/30
Định kỳ hằng năm từ 2026 đến 2028 | periodic year 31/12 31/12/27 31/12/28
Quý IV hằng năm (từ năm 2026 đến năm 2028) | periodic year 31/12 31/12/27 31/12/28
Từ năm 2026 đến năm 2028, mỗi năm 01 lần | periodic year 31/12 31/12/27 31/12/28
Trước ngày 30/11 hằng năm, từ năm 2027 | periodic year 30/11/27
Hằng năm, bắt đầu từ năm 2026 | periodic year 31/12
Hằng quý từ quý III/2026 | periodic quarter 30/9 31/12
Hằng tháng kể từ tháng 7/2026 | periodic month 31/7 31/8 30/9 31/10 30/11 31/12
Từ tháng 9/2026, hằng tháng | periodic month 30/9 31/10 30/11 31/12
Hằng năm, đến hết năm 2027 | periodic year 31/12 31/12/27
hai tháng một lần | periodic 2_months
ba tháng/lần | periodic quarter 31/3 30/6 30/9 31/12
bốn lần/năm | periodic year 31/3 30/6 30/9 31/12
một lần mỗi quý | periodic quarter 31/3 30/6 30/9 31/12
một tháng một lần | periodic month 31/1..31/12 x12
tuần một lần | periodic week 4/1..3/1/27 x53
mỗi tuần hai lần | periodic week
Hai năm một lần | periodic 2_years
05 năm một lần | periodic 5_years
sáu tháng, chín tháng và năm | occasions 30/6 30/9 31/12
trong quý ba | window 1/7-30/9
Quý tư năm 2026 | window 1/10-31/12
Trong tháng Sáu | window 1/6-30/6
đầu tháng Tám | window -1/8
cuối tháng Mười | window -31/10
Tháng chín, tháng mười | occasions 30/9 31/10
trong vòng một tháng | event 1 months
mười lăm ngày kể từ ngày nhận được văn bản | event 15 days
trong 03 (ba) ngày làm việc, kể từ ngày nhận hồ sơ | event 3 working_days
trong thời hạn bảy ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ | event 7 working_days
chậm nhất hai ngày làm việc sau khi kết thúc hội nghị | event 2 working_days
Thứ Hai đầu tháng | periodic month 5/1..7/12 x12
Thứ Sáu tuần cuối cùng của tháng | periodic month 30/1..25/12 x12
Trước 15h thứ Năm hàng tuần | periodic week 1/1..31/12 x53 15:00
Chiều thứ Sáu tuần cuối tháng | unparsed
sáng thứ Hai hằng tuần | periodic week 29/12/25..28/12 x53
Định kỳ thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53
Báo cáo tuần: trước 16h thứ Năm | periodic week 1/1..31/12 x53 16:00
Báo cáo tuần (trước 16h thứ Năm hằng tuần) | periodic week 1/1..31/12 x53 16:00
8h00 thứ Hai, ngày 16/3/2026 | window 16/3-16/3 8:00
14 giờ 00, thứ Sáu ngày 20/3/2026 | window 20/3-20/3 14:00
trước thứ Sáu ngày 20/3/2026 | window -20/3
Tuần đầu của tháng 7 | window 1/7-7/7
02 tuần đầu tháng 7 | window 1/7-14/7
10 ngày đầu tháng 7/2026 | window 1/7-10/7
Tuần cuối quý II | window 24/6-30/6
Tuần cuối cùng của năm 2026 | window 25/12-31/12
Tuần 2, tuần 3 tháng 6 | occasions 14/6 21/6
Trong tuần | unparsed
Trong tuần thứ nhất của tháng 6 | window 1/6-7/6
Ngày cuối cùng của năm 2026 | window 31/12-31/12
Ngày làm việc cuối cùng của quý II/2026 | window 30/6-30/6
Chậm nhất ngày làm việc cuối cùng của tháng | periodic month 30/1..31/12 x12
ngày làm việc đầu tiên của tháng sau | periodic month 2/2..4/1/27 x12
Ngày làm việc thứ ba của tháng | unparsed
Trước ngày cuối cùng của tháng | periodic month 31/1..31/12 x12
Cuối mỗi tháng | periodic month 31/1..31/12 x12
Cuối hằng quý | periodic quarter 31/3 30/6 30/9 31/12
Đầu mỗi quý | periodic quarter 1/1 1/4 1/7 1/10
Ngày 15 và ngày cuối tháng hằng tháng | unparsed
các ngày 05, 15, 25 hằng tháng | periodic month 5/1..25/12 x36
ngày mùng 5 hằng tháng | periodic month 5/1..5/12 x12
trước ngày mùng 10 hàng tháng | periodic month 10/1..10/12 x12
trước ngày 20 tháng 3, 6, 9, 12 | occasions 20/3 20/6 20/9 20/12
Ngày 25 các tháng 3, 6, 9, 12 hằng năm | periodic year 25/3 25/6 25/9 25/12
trước ngày 15/3, 15/6, 15/9, 15/12 hằng năm | periodic year 15/3 15/6 15/9 15/12
Trước ngày 25 tháng cuối quý và trước ngày 20/12 | periodic quarter 25/3 25/6 25/9 20/12 25/12
Trước ngày 18 của tháng cuối cùng hằng quý | periodic quarter 18/3 18/6 18/9 18/12
ngày 05 tháng đầu quý | periodic quarter 5/1 5/4 5/7 5/10
Trước ngày 05 của tháng đầu tiên quý sau | periodic quarter 5/4 5/7 5/10 5/1/27
trước ngày 10 tháng tiếp theo của quý | unparsed
Trước ngày 15 của tháng đầu tiên của quý kế tiếp | periodic quarter 15/4 15/7 15/10 15/1/27
Trước 10h ngày mùng 2 hằng tháng | periodic month 2/1..2/12 x12 10:00
4-6/2026 | window 1/4-30/6
tháng 9-tháng 12/2026 | window 1/9-31/12
Tháng 9 – 12 | window 1/9-31/12
Từ tháng 9 đến hết tháng 12/2026 | window 1/9-31/12
Tháng 12/2026 - tháng 01/2027 | window 1/12-31/1/27
Tháng 12 - tháng 1 năm sau | window 1/12-31/1/27
11/2026-2/2027 | window 1/11-28/2/27
Từ 20/12/2026 đến 10/01 | window 20/12-10/1/27
Quý II - IV/2026 | window 1/4-31/12
Quý I-III | window 1/1-30/9
Từ quý I đến quý III | window 1/1-30/9
05/6-15/6/2026 | window 5/6-15/6
5-7/6/2026 | window 5/6-7/6
Từ ngày 5 đến 7/6 | window 5/6-7/6
Từ 5-7/6 | window 5/6-7/6
ngày 5, 6, 7/6/2026 | occasions 5/6 6/6 7/6
ngày 5 và 6/6/2026 | occasions 5/6 6/6
Từ 8h00 ngày 05/6 đến 17h00 ngày 07/6/2026 | window 5/6-7/6 17:00
Từ 8h00 đến 11h30 ngày 05/6/2026 | window 5/6-5/6 11:30
31-12-2026 | window 31/12-31/12
2026.12.31 | unparsed
31/12/2026 17:00 | window 31/12-31/12 17:00
17:00 31/12/2026 | window 31/12-31/12 17:00
Sau quý I | open 1/4
sau ngày 01/7 | open 2/7
Sau khi Nghị định có hiệu lực | event
Sau 05 ngày | event 5 days
sau 30 ngày kể từ ngày ký | event 30 days
từ quý III năm 2026 trở đi | open 1/7
từ 2027 | open 1/1/27
năm 2026 và các năm sau | open 1/1
Quý IV/2026 và duy trì các năm tiếp theo | open 1/10
2026 và những năm tiếp theo | open 1/1
Từ 01/7/2026 và thường xuyên | open 1/7
trong 5 ngày làm việc | event 5 working_days
trong vòng 05 ngày kể từ ngày 10/3/2026 | window 10/3-16/3
45 ngày kể từ ngày 01/4/2026 | window 1/4-18/5
trong 3 tháng, kể từ ngày 15/3/2026 | window 15/3-15/6
60 ngày trước ngày 31/12/2026 | window -1/11
trước 60 ngày tính đến ngày 31/12/2026 | unparsed
trong 24 giờ kể từ ngày 15/5/2026 | event 24 hours
02 giờ làm việc | event 2 working_hours
trong giờ hành chính | unparsed
4 giờ | event 4 hours
nửa năm | unparsed
nửa tháng | event 0.5 months
03 - 05 ngày làm việc | event 5 working_days
Không quá 02 ngày | event 2 days
trong thời hạn không quá 10 ngày làm việc, kể từ ngày nhận đủ hồ sơ | event 10 working_days
Ngay sau khi nhận văn bản, chậm nhất 02 ngày làm việc | event 2 working_days
trước ngày khai mạc 10 ngày | event 10 days before
ít nhất 15 ngày trước kỳ họp | event 15 days before
trước 15 ngày kể từ ngày hết hạn | unparsed
Trước 30/6/2026, riêng xã Phú Mỹ trước 31/7/2026 | unparsed
Trước 30/6/2026 (có thể gia hạn đến 30/9/2026) | unparsed
Tổ chức hội nghị trong quý II | unparsed
Lùi đến quý III | unparsed
Không sớm hơn 30/6/2026 | unparsed
Quý II hoặc quý III | window 1/4-30/9
Quý II/2026 hoặc khi có yêu cầu | window 1/4-30/6
30/6/2026? | unparsed
Tháng 6/2026 (dự kiến) | window 1/6-30/6
Dự kiến quý III/2026 | window 1/7-30/9
Khoảng tháng 6/2026 | window 1/6-30/6
Tháng 6/2025 (đã hoàn thành) | unparsed
Hoàn thành tháng 5/2026 | window 1/5-31/5
Đã hoàn thành | unparsed
Chưa hoàn thành | unparsed
1/2 | window 1/2-1/2
12 tháng | unparsed
Cả năm học | unparsed
Quý I-2026 | window 1/1-31/3
Quý I.2026 | window 1/1-31/3
quý I, 2026 | window 1/1-31/3
II/2026 | window 1/4-30/6
Q.I | window 1/1-31/3
Qúy II/2026 | window 1/4-30/6
Tháng 06 năm 26 | unparsed
T.6/2026 | window 1/6-30/6
tháng 6./2026 | window 1/6-30/6
trước ngày  15 / 12 / 2026 | window -15/12
Ngày 30 tháng 6 năm 2026 | window 30/6-30/6
đến ngày 30 tháng 6 năm 2026 | window -30/6
ngày 20 của tháng cuối quý và ngày 15/12 | periodic quarter 20/3 20/6 20/9 15/12 20/12
# another hundred, written before they were tried
Trước ngày 14/6/2026 đối với báo cáo 6 tháng; trước ngày 14/12/2026 đối với báo cáo năm | occasions 14/6 14/12
Báo cáo quý (trước ngày 15 tháng cuối quý), báo cáo năm (trước ngày 15/12) | periodic quarter 15/3 15/6 15/9 15/12
Gửi báo cáo trước ngày 20 hằng tháng | periodic month 20/1..20/12 x12
Rà soát trước 30/4; trình phê duyệt trước 30/5; công bố trước 15/6 | occasions 30/4 30/5 15/6
Quý III/2026: kiểm tra tại các xã | window 1/7-30/9
Trong quý II/2026, báo cáo kết quả trước 30/6/2026 | window 1/4-30/6
Tổng kết: tháng 12/2026 | window 1/12-31/12
Sơ kết 6 tháng | window 1/1-30/6
Tổng kết năm | window 1/1-31/12
Trước 31/01 năm kế tiếp | window -31/1/27
trước ngày 15/02 năm 2027 | window -15/2/27
Tháng 3 năm liền sau | window 1/3/27-31/3/27
Trước ngày 10/7 và ngày 10/01 năm sau | occasions 10/7 10/1/27
quý I, quý II năm sau | occasions 31/3/27 30/6/27
Trước ngày 10/12 và ngày 10/01 năm sau | occasions 10/12 10/1/27
Từ tháng 10 năm trước đến tháng 9 năm sau | window 1/10/25-30/9/27
Mỗi năm 02 lần vào tháng 6 và tháng 12 | periodic year 30/6 31/12
Mỗi quý 01 lần, trước ngày 25 tháng cuối quý | periodic quarter 25/3 25/6 25/9 25/12
01 năm/lần | periodic year 31/12
03 năm/lần | periodic 3_years
Định kỳ 2 năm một lần | periodic 2_years
Hằng năm, trước ngày 31/3 năm sau | periodic year 31/3/27
hằng năm vào quý IV | periodic year 31/12
Ngày 01 hằng tháng | periodic month 1/1..1/12 x12
Trước ngày 02 đầu tháng | unparsed
vào ngày thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53
Thứ Hai, thứ Tư hằng tuần | periodic week 29/12/25..30/12 x106
Thứ Hai và thứ Năm hằng tuần | periodic week 29/12/25..31/12 x106
trước 17h00 thứ Sáu tuần này | unparsed
Tuần thứ tư của tháng 8 | window 22/8-28/8
Tuần 4 tháng 8/2026 | window 22/8-28/8
tuần cuối tháng 2/2026 | window 22/2-28/2
Tuần 3, 4 tháng 8/2026 | occasions 21/8 28/8
từ tuần 2 đến tuần 4 tháng 8 | unparsed
Đầu tháng 9/2026 | window -1/9
Giữa tháng 9 | window -15/9
cuối quý III/2026 | window -30/9
cuối năm 2027 | window -31/12/27
Đầu quý III - cuối quý IV/2026 | window 1/7-31/12
Từ đầu tháng 6 đến giữa tháng 7 | window 1/6-15/7
Từ đầu năm đến 30/6/2026 | window 1/1-30/6
Hai tháng cuối năm | window 1/11-31/12
Hai tháng đầu năm 2026 | window 1/1-28/2
tháng 6 và 7/2026 | occasions 30/6 31/7
tháng 6,7,8/2026 | occasions 30/6 31/7 31/8
tháng 6/7/2026 | occasions 30/6 31/7
Từ 01/6-30/6/2026 | window 1/6-30/6
01-15/6/2026 | window 1/6-15/6
Ngày 05-06/6/2026 | window 5/6-6/6
từ ngày 28/12/2026 đến 05/01/2027 | window 28/12-5/1/27
Từ tháng 12 đến tháng 3 năm 2027 | window 1/12-31/3/27
từ 01/10 đến hết 31/01 | window 1/10-31/1/27
Ngày 15/8/26 | window 15/8-15/8
08/26 | window 1/8-31/8
Quý 4/26 | window 1/10-31/12
từ 15/3/26 đến 30/4/26 | window 15/3-30/4
2026-08-15 | window 15/8-15/8
Từ 2026-03-15 đến 2026-04-30 | window 15/3-30/4
07h30 ngày 20/8/2026 | window 20/8-20/8 7:30
Trước 9 giờ 30 phút ngày 20 tháng 8 năm 2026 | window -20/8 9:30
20/8/2026 (trước 16 giờ) | window -20/8 16:00
chậm nhất 11h30 ngày 20/8 | window -20/8 11:30
từ 7h30 đến 11h00 ngày 20/8/2026 | window 20/8-20/8 11:00
8h-17h ngày 20/8/2026 | window 20/8-20/8 17:00
Sau ngày bầu cử | event
Sau Tết | event
sau ngày 15/8/2026 | open 16/8
Kể từ 01/9/2026 trở đi | open 1/9
Từ quý IV/2026 và những năm kế tiếp | open 1/10
Từ tháng 9/2026 và các năm tiếp theo | open 1/9
năm 2027 trở đi | open 1/1/27
trong vòng 15 ngày sau khi kết thúc năm học | event 15 days
chậm nhất là 05 ngày, kể từ ngày họp | event 5 days
không quá 03 tháng kể từ ngày có quyết định | event 3 months
không quá 1,5 ngày làm việc | event 1.5 working_days
trong thời gian 10 ngày làm việc tính từ ngày nhận hồ sơ | event 10 working_days
trước 07 ngày làm việc | unparsed
trước ngày họp 03 ngày làm việc | event 3 working_days before
chậm nhất 24 giờ trước giờ họp | event 24 hours before
10 ngày làm việc kể từ ngày 02/3/2026 | window -16/3
trong 90 ngày kể từ ngày 01/3/2026 | window 1/3-1/6
06 tháng kể từ ngày 31/8/2026 | window 31/8-1/3/27
01 năm kể từ ngày 15/3/2026 | window 15/3-15/3/27
05 ngày sau ngày 15/6/2026 | window 15/6-22/6
15 ngày trước ngày 02/9/2026 | window -18/8
Hoàn thành đúng hạn trước 30/6 | window -30/6
không muộn hơn 15/12/2026 | window -15/12
Bảo đảm xong trước 31/7/2026 | window -31/7
Theo kế hoạch năm học | event
Quý II, trừ tháng 4 | unparsed
Không trước 30/6 | unparsed
Trước hoặc sau 30/6 | unparsed
Chưa có | unparsed
Ngày 29/02/2026 | unparsed
Tháng 0/2026 | unparsed
Quý 0 | unparsed
Trước ngày 15/13 | unparsed
ngày 15/6 hoặc 16/6 | window 15/6-16/6
15 - 6 | unparsed
15/6 - | window 15/6-15/6
hết năm tài chính | unparsed
năm ngân sách 2026 | unparsed
nhiệm kỳ 2026-2031 | roadmap 1/1-31/12/31
Giai đoạn 1: 2026-2028; giai đoạn 2: 2029-2030 | occasions 31/12/28 31/12/30
Đến hết nhiệm kỳ | unparsed
# words between: feasts, weekdays in weeks and months, two lengths, reports after their year
thứ Hai tuần đầu tháng 6 | window 1/6-1/6
thứ Hai đầu tiên của tháng 6 | window 1/6-1/6
thứ Hai tuần đầu hằng tháng | periodic month 5/1..7/12 x12
thứ Sáu cuối cùng của tháng | periodic month 30/1..25/12 x12
thứ Hai và thứ Năm hằng tuần | periodic week 29/12/25..31/12 x106
thứ 2, 4, 6 hằng tuần | periodic week 29/12/25..1/1/27 x159
hằng tuần, vào thứ Hai, thứ Năm | periodic week 29/12/25..31/12 x106
từ 3 đến 5 ngày làm việc kể từ ngày nhận hồ sơ | event 5 working_days
Khoảng tháng 6 | window 1/6-30/6
Tháng Năm | window 1/5-31/5
ngày 15 tháng Năm | window 15/5-15/5
từ tháng Tư đến tháng Năm năm 2026 | window 1/4-31/5
hằng tháng năm 2026 | periodic month 31/1..31/12 x12
trước Tết Nguyên đán | window -5/2/27
Hoàn thành 50% trước 30/6, 100% trước 31/12 | occasions 30/6 31/12
Tuần 3, 4 tháng 8 | occasions 21/8 28/8
tuần 3-4 tháng 8 | window 15/8-28/8
Báo cáo năm trước ngày 15/01 | window -15/1/27
Báo cáo quý IV trước ngày 10/01 | window -10/1/27
Quý II/2026 và thường xuyên | window 1/4-30/6
Thường xuyên, quý II/2026 | continuous
Thường xuyên; hoàn thành trước 15/12/2026 | window -15/12
Thường xuyên trong năm 2026 | continuous
Trước 30/6/2026, sau đó thường xuyên | window -30/6
vốn năm trước ngày 31/12 | window -31/12
giải ngân vốn năm trước ngày 31/01/2027 | window -31/1/27
Ngày Chuyển đổi số Việt Nam 10/10/2026 | unparsed
tháng 6, 7/2026 | occasions 30/6 31/7
trước Tết Nguyên đán 2027 | window -5/2/27
hoàn thành trước dịp Tết Nguyên đán năm 2027 | window -5/2/27
trước ngày Quốc khánh 2/9 | window -2/9
trước Quốc khánh | window -1/9
trước Giỗ Tổ Hùng Vương | window -25/4
trước ngày Giải phóng miền Nam 30/4/2026 | window -30/4
giải ngân vốn năm 2026 trước ngày 31/01/2027 | window -31/1/27
đạt 50% kế hoạch trước 30/6, 100% trước 31/12 | occasions 30/6 31/12
Quý II: 40%; quý IV: 100% | occasions 30/6 31/12
50% (30/6), 100% (31/12) | occasions 30/6 31/12
6 tháng đầu năm đạt 50%, cả năm đạt 100% | occasions 30/6 31/12
30% trong quý I, 60% trong quý II, 100% trong quý IV | occasions 31/3 30/6 31/12
Hoàn thành 100% trước 31/12 | window -31/12
khoảng đầu quý II | window -1/4
vào khoảng tháng 9 | window 1/9-30/9
dự kiến khoảng tháng 8/2026 | window 1/8-31/8
trong khoảng tháng 5 - 6/2026 | window 1/5-30/6
tầm nhìn đến năm 2045 | roadmap 1/1-31/12/45
khoảng ngày 25 hằng tháng | periodic month 25/1..25/12 x12
tuần đầu và tuần cuối tháng 6 | occasions 7/6 30/6
tuần thứ 2 và thứ 3 của tháng 9 | occasions 14/9 21/9
tuần 1, 2, 3 tháng 5/2026 | occasions 7/5 14/5 21/5
thứ 3, thứ 5 hàng tuần | periodic week 30/12/25..31/12 x106
thứ Hai, thứ Tư, thứ Sáu trong tuần | unparsed
Sáng thứ Hai hằng tuần | periodic week 29/12/25..28/12 x53
15 giờ thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53 15:00
trước 16h30 ngày làm việc cuối cùng của tháng 5 | window -29/5 16:30
15h00 thứ Sáu cuối cùng của tháng 6 | window 26/6-26/6 15:00
thứ Tư tuần thứ hai của tháng 7 | window 8/7-8/7
thứ Sáu tuần cuối quý III | window 25/9-25/9
10 đến 12 tháng 6 | window 10/6-12/6
10-12 ngày | event 12 days
5 - 7 ngày làm việc kể từ ngày nhận đủ hồ sơ | event 7 working_days
không quá 03-05 ngày | event 5 days
từ 10 đến 15 phút | event 15 minutes
2 - 3 tháng kể từ ngày ký | event 3 months
ngày 10 đến 15 tháng 6 | window 10/6-15/6
Báo cáo tháng 12 trước ngày 05/01 | window -5/1/27
Báo cáo 6 tháng trước ngày 10/7 | window -10/7
Báo cáo năm trước 31/12; báo cáo 6 tháng trước 30/6 | occasions 30/6 31/12
Báo cáo quý: trước ngày 10 tháng sau | periodic quarter 10/4 10/7 10/10 10/1/27
Báo cáo năm 2026: trước ngày 15/01/2027 | window -15/1/27
Báo cáo tổng kết năm: ngày 10/01 | window 10/1/27-10/1/27
Báo cáo 9 tháng trước 05/10 | window -5/10
# as plans of offices word their columns
Từ ngày 01/4 đến hết ngày 30/6/2026 | window 1/4-30/6
Hoàn thành trong tháng 3/2026 và duy trì thường xuyên | window 1/3-31/3
Trước ngày 20 của tháng cuối quý | periodic quarter 20/3 20/6 20/9 20/12
Chậm nhất sau 15 ngày kể từ ngày Kế hoạch được ban hành | event 15 days
Quý I/2026 (tháng 3) | window 1/3-31/3
Năm 2026, 2027 | occasions 31/12 31/12/27
Từ tháng 3 đến tháng 11 hằng năm | periodic year 30/11
Định kỳ vào tuần cuối hằng quý | periodic quarter 31/3 30/6 30/9 31/12
Ngay sau khi Kế hoạch được ban hành | event
Trong vòng 10 ngày làm việc, kể từ ngày nhận được văn bản của Sở Nội vụ | event 10 working_days
trước 10h00 sáng thứ Năm hằng tuần | periodic week 1/1..31/12 x53 10:00
Chậm nhất 16h00 ngày thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53 16:00
Đợt 1: trước 30/4; đợt 2: trước 31/10 | occasions 30/4 31/10
Đợt I: tháng 4/2026; Đợt II: tháng 9/2026 | occasions 30/4 30/9
Giai đoạn 1: quý I, II/2026; giai đoạn 2: quý III, IV/2026 | occasions 31/3 30/6 30/9 31/12
Bước 1: tháng 3; bước 2: tháng 6 | occasions 31/3 30/6
Trước ngày 05/4, 05/7, 05/10/2026 và 05/01/2027 | occasions 5/4 5/7 5/10 5/1/27
Ngày 05 các tháng 4, 7, 10 | occasions 5/4 5/7 5/10
Lần 1 trước ngày 15/5/2026, lần 2 trước ngày 15/10/2026 | occasions 15/5 15/10
Theo kế hoạch của UBND tỉnh | event
Theo yêu cầu của cấp trên | event
Khi có yêu cầu | event
Khi có văn bản chỉ đạo của UBND tỉnh | event
Sau khi có kết quả kiểm tra | event
Sau 05 ngày kể từ khi nhận hồ sơ | event 5 days
Trong quý III năm 2026 | window 1/7-30/9
Hết quý III/2026 | window -30/9
Xong trước 31/8/2026 | window -31/8
Cuối tháng 9 | window -30/9
Đầu tháng 10/2026 | window -1/10
Giữa tháng 11 | window -15/11
Nửa đầu tháng 7/2026 | window 1/7-15/7
Tháng 4, tháng 8 và tháng 12/2026 | occasions 30/4 31/8 31/12
Tháng 4 và tháng 10 hằng năm | periodic year 30/4 31/10
Trước 25/5 và 25/11 hằng năm | periodic year 25/5 25/11
Mỗi quý một lần, trước ngày 25 tháng cuối quý | periodic quarter 25/3 25/6 25/9 25/12
Mỗi tháng 01 lần vào tuần cuối tháng | periodic month 31/1..31/12 x12
02 lần/tháng | periodic month
Ít nhất 01 lần/quý | periodic quarter 31/3 30/6 30/9 31/12
Ít nhất 02 đợt/năm | periodic year 30/6 31/12
Tối thiểu 4 cuộc/năm | periodic year 31/3 30/6 30/9 31/12
Hằng năm trước ngày 30 tháng 11 | periodic year 30/11
Trước ngày 30 tháng 11 hàng năm | periodic year 30/11
Trước ngày 01 tháng 12 hằng năm hoặc đột xuất khi có yêu cầu | periodic year 1/12
Định kỳ 6 tháng, năm và đột xuất | periodic half_year+year 30/6 31/12
Định kỳ hằng tháng, quý, 6 tháng, 9 tháng và năm | periodic month+quarter+half_year+nine_months+year 31/1..31/12 x12
Định kỳ hàng quý (trước ngày 15 của tháng cuối quý) | periodic quarter 15/3 15/6 15/9 15/12
Quý II/2026 - Quý IV/2026 | window 1/4-31/12
Từ Quý II đến Quý IV/2026 | window 1/4-31/12
Tháng 3-12/2026 | window 1/3-31/12
3/2026 - 12/2026 | window 1/3-31/12
Từ 3/2026 | open 1/3
Từ tháng 3/2026 | open 1/3
Bắt đầu từ 01/7/2026 | open 1/7
Từ nay đến hết năm 2026 | window -31/12
Từ nay đến 30/6/2026 | window -30/6
Đến hết tháng 9/2026 | window -30/9
Đến ngày 30/9/2026 | window -30/9
Đến cuối năm 2026 | window -31/12
Đến năm 2030 | roadmap 1/1-31/12/30
Năm 2026 và các năm tiếp theo | open 1/1
Năm 2026 - 2027 | roadmap 1/1-31/12/27
2026-2028 | roadmap 1/1-31/12/28
Thường xuyên, liên tục | continuous
Thường xuyên trong năm | continuous
Cả năm | window 1/1-31/12
Trong cả năm 2026 | window 1/1-31/12
Trong năm | window 1/1-31/12
Suốt năm | continuous
Hằng ngày | continuous
Hàng ngày, trước 16h00 | continuous 16:00
Trước 16h00 hằng ngày | continuous 16:00
Cuối giờ chiều thứ Sáu hằng tuần | periodic week 2/1..1/1/27 x53
Ngày 25 hằng tháng | periodic month 25/1..25/12 x12
Ngày cuối tháng | periodic month 31/1..31/12 x12
Trước ngày 28 hằng tháng | periodic month 28/1..28/12 x12
Từ ngày 25 đến ngày 30 hằng tháng | periodic month 30/1..30/12 x12
Từ 25 đến 30 hằng tháng | periodic month 30/1..30/12 x12
03 ngày cuối tháng | periodic month 31/1..31/12 x12
Tuần thứ 4 hằng tháng | periodic month 28/1..28/12 x12
Tuần 1 tháng 6 | window 1/6-7/6
Tuần 2-3/5/2026 | unparsed
Trong tuần 2 tháng 5/2026 | window 8/5-14/5
Trong 02 tuần đầu tháng 6 | window 1/6-14/6
10 ngày cuối tháng 6/2026 | window 21/6-30/6
30/4 - 01/5/2026 | window 30/4-1/5
Trước dịp 30/4 và 01/5 | window -30/4
Trước kỳ nghỉ lễ 30/4 | window -30/4
Trước Đại hội Đảng | event
Sau Đại hội Đảng bộ tỉnh | event
Trước kỳ họp HĐND tỉnh giữa năm | event
Trước kỳ họp cuối năm 15 ngày | event 15 days before
Trước khi trình HĐND | event
15 ngày trước kỳ họp | event 15 days before
Chậm nhất 10 ngày trước ngày khai mạc kỳ họp | event 10 days before
Trong 24 giờ kể từ khi tiếp nhận | event 24 hours
Trong vòng 48 giờ | event 48 hours
Không quá 30 phút | event 30 minutes
Không quá 03 ngày làm việc | event 3 working_days
Không quá 02 tháng kể từ ngày được giao | event 2 months
Trong ngày | event 0 days
Ngay trong ngày | event 0 days
Trong buổi sáng | unparsed
Sáng 15/5/2026 | window 15/5-15/5
Chiều thứ Ba, 19/5/2026 | window 19/5-19/5
8h30, ngày 20/5/2026 | window 20/5-20/5 8:30
Lúc 14 giờ 00 ngày 20/5/2026 (thứ Tư) | window 20/5-20/5 14:00
Từ 8h đến 11h30 ngày 20/5/2026 | window 20/5-20/5 11:30
Ngày 20/5/2026, bắt đầu từ 8h00 | unparsed
20/5 | window 20/5-20/5
20.5.2026 | window 20/5-20/5
20-5-2026 | window 20/5-20/5
ngày 20 tháng 5 | window 20/5-20/5
ngày 20 tháng 5 năm 2026 | window 20/5-20/5
Tháng 5 | window 1/5-31/5
Tháng 05/2026 | window 1/5-31/5
T5/2026 | window 1/5-31/5
T.5/2026 | window 1/5-31/5
Q2/2026 | window 1/4-30/6
Q.II/2026 | window 1/4-30/6
QII/2026 | window 1/4-30/6
Quý 2 | window 1/4-30/6
Quý hai năm 2026 | window 1/4-30/6
Quý thứ ba | window 1/7-30/9
6 tháng cuối năm | window 1/7-31/12
06 tháng đầu năm 2026 | window 1/1-30/6
6 tháng/lần | periodic half_year 30/6 31/12
03 tháng/lần | periodic quarter 31/3 30/6 30/9 31/12
năm/lần | periodic year 31/12
quý/lần | periodic quarter 31/3 30/6 30/9 31/12
2 năm một lần | periodic 2_years
hai năm một lần | periodic 2_years
5 năm/lần | periodic 5_years
Một lần | unparsed
01 lần | unparsed
Khi kết thúc nhiệm kỳ | event
Trong nhiệm kỳ 2026-2031 | roadmap 1/1-31/12/31
Nhiệm kỳ 2026 - 2031 | roadmap 1/1-31/12/31
Giai đoạn 2026-2030, tầm nhìn đến năm 2045 | roadmap 1/1-31/12/30
Giai đoạn 2026-2030, định hướng 2035 | roadmap 1/1-31/12/30
Đến năm 2030, tầm nhìn 2045 | roadmap 1/1-31/12/30
Hoàn thành chậm nhất trong quý I/2026 | window -31/3
chậm nhất là 31/3 | window -31/3
muộn nhất 31/3/2026 | window -31/3
Không muộn hơn 31/3/2026 | window -31/3
Trước ngày 31/3/2026 (đối với cấp xã), trước ngày 30/4/2026 (đối với cấp tỉnh) | occasions 31/3 30/4
Cấp xã: trước 31/3; cấp tỉnh: trước 30/4 | occasions 31/3 30/4
Trình UBND tỉnh trước 15/5/2026 | unparsed
Báo cáo Chủ tịch UBND tỉnh trước ngày 15/5/2026 | unparsed
Xây dựng kế hoạch: quý I; triển khai: quý II, III; tổng kết: quý IV | occasions 31/3 30/6 30/9 31/12
Quý I: xây dựng; quý II - III: thực hiện; quý IV: sơ kết | occasions 31/3 30/9 31/12
Tháng 3: ban hành; từ tháng 4: triển khai | unparsed
Ban hành trong tháng 3/2026, thực hiện cả năm | occasions 31/3 31/12
# quarters in figures, lists that end with a year, beginnings and ends, days of several years
Quý 1,2/2026 | occasions 31/3 30/6
Quý 1 và 2/2026 | occasions 31/3 30/6
Quý 3,4/2026 | occasions 30/9 31/12
Quý 2, 4/2026 | occasions 30/6 31/12
Quý 1-2/2026 | window 1/1-30/6
Quý 3 - 4/2026 | window 1/7-31/12
từ quý 3 đến 4/2026 | window 1/7-31/12
Quý 1, 2, 3/2026 | occasions 31/3 30/6 30/9
Quý 1; 2/2026 | occasions 31/3 30/6
Q1, 2/2026 | occasions 31/3 30/6
Quý 1, 3 và 4/26 | occasions 31/3 30/9 31/12
Quý 3 hoặc 4/2026 | window 1/7-31/12
trong quý 1 và 2/2026 | occasions 31/3 30/6
Quý I, 6/2026 | occasions 31/3 30/6
Quý I, 6 tháng, 9 tháng, năm 2026 | occasions 31/3 30/6 30/9 31/12
Quý I, 6 tháng, 9 tháng và năm 2026 | occasions 31/3 30/6 30/9 31/12
6 tháng, năm 2026 | occasions 30/6 31/12
6 tháng và năm 2026 | occasions 30/6 31/12
9 tháng, năm 2026 | occasions 30/9 31/12
6 tháng đầu năm và cả năm 2026 | occasions 30/6 31/12
6 tháng đầu năm, cả năm 2026 | occasions 30/6 31/12
quý I, quý III và năm 2026 | occasions 31/3 30/9 31/12
quý I, năm 2026 | window 1/1-31/3
Tháng 6, năm 2026 | window 1/6-30/6
Quý I, II, năm 2026 | occasions 31/3 30/6
6 tháng, 9 tháng năm 2026 | occasions 30/6 30/9
Bắt đầu từ tháng 3/2026, kết thúc tháng 5/2026 | window 1/3-31/5
Bắt đầu 01/3/2026, kết thúc 30/5/2026 | window 1/3-30/5
Bắt đầu quý I, hoàn thành quý III | window 1/1-30/9
Khởi công quý I/2026; hoàn thành quý IV/2027 | window 1/1-31/12/27
Bắt đầu: 01/3/2026; kết thúc: 30/5/2026 | window 1/3-30/5
Khởi công tháng 3/2026, khánh thành tháng 12/2026 | window 1/3-31/12
Triển khai từ tháng 3, kết thúc tháng 11/2026 | window 1/3-30/11
Từ 01/3/2026, hoàn thành trước 30/5/2026 | window 1/3-30/5
Bắt đầu tháng 11/2026, kết thúc tháng 2/2027 | window 1/11-28/2/27
Bắt đầu tháng 11, kết thúc tháng 2/2027 | window 1/11-28/2/27
Bắt đầu tháng 11, kết thúc tháng 2 | window 1/11-28/2/27
Khai mạc 05/6/2026, bế mạc 07/6/2026 | window 5/6-7/6
Thời gian bắt đầu: 01/3/2026 - Thời gian kết thúc: 30/5/2026 | window 1/3-30/5
ngày bắt đầu 01/3/2026, ngày kết thúc 30/5/2026 | window 1/3-30/5
tháng 3: khởi công; tháng 12: hoàn thành | window 1/3-31/12
Bắt đầu từ quý II và hoàn thành trong quý IV/2026 | window 1/4-31/12
Khởi công quý I/2026 | window 1/1-31/3
bắt đầu từ ngày 01/3/2026 và hoàn thành chậm nhất ngày 30/5/2026 | window 1/3-30/5
Hoàn thành quý III, bắt đầu quý I | window 1/1-30/9
trước 30/6 các năm 2026, 2027 | occasions 30/6 30/6/27
trước 30/6 năm 2026 và 2027 | occasions 30/6 30/6/27
trước 31/12 các năm từ 2026 đến 2030 | occasions 31/12 31/12/27 31/12/28 31/12/29 31/12/30
trước 31/12 các năm 2026 - 2030 | occasions 31/12 31/12/27 31/12/28 31/12/29 31/12/30
trước ngày 31/12 của năm trước năm kế hoạch | window -31/12/25
trước ngày 15/11 năm liền trước năm kế hoạch | window -15/11/25
Quý I các năm 2026, 2027 | occasions 31/3 31/3/27
Quý IV năm 2026, 2027 | occasions 31/12 31/12/27
Tháng 6 các năm 2026, 2028 và 2030 | occasions 30/6 30/6/28 30/6/30
ngày 15/6 các năm 2026 và 2027 | occasions 15/6 15/6/27
15/6/2026 và 2027 | occasions 15/6 15/6/27
trước ngày 30/6 của các năm 2026, 2027, 2028 | occasions 30/6 30/6/27 30/6/28
6 tháng đầu năm các năm 2026, 2027 | occasions 30/6 30/6/27
trước 30/6 năm 2026 và năm 2027 | occasions 30/6 30/6/27
Trước 30/6 các năm giai đoạn 2026-2028 | occasions 30/6 30/6/27 30/6/28
30/6 của hai năm 2026 và 2027 | occasions 30/6 30/6/27
03 tháng (từ tháng 4 đến tháng 6/2026) | window 1/4-30/6
60 ngày (01/3 - 30/4/2026) | window 1/3-30/4
2 năm (2026-2027) | roadmap 1/1-31/12/27
3 tháng: từ 01/4 đến 30/6/2026 | window 1/4-30/6
trong 3 tháng từ tháng 4 đến tháng 6/2026 | window 1/4-30/6
6 tháng (từ 01/01 đến 30/6/2026) | window 1/1-30/6
trong 3 ngày từ 01/6/2026 đến 03/6/2026 | window 1/6-3/6
2 tháng (tháng 5 - 6/2026) | window 1/5-30/6
05 năm (giai đoạn 2026-2030) | roadmap 1/1-31/12/30
03 tháng từ tháng 4/2026 | window 1/4-30/6
03 tháng kể từ tháng 11/2026 | window 1/11-31/1/27
30 ngày kể từ tháng 4/2026 | unparsed
10 ngày (20-29/6/2026) | window 20/6-29/6
Thời gian 3 ngày, từ ngày 01 đến ngày 03/6/2026 | window 1/6-3/6
24/7 | continuous
Trực 24/7 | continuous
24/24 | continuous
24/24 giờ | continuous
24/24h | continuous
24/24 giờ, 7/7 ngày | continuous
trực 24/24 giờ | continuous
Thường trực 24/7 | continuous
ngày 24/7 | window 24/7-24/7
trước 24/7 | window -24/7
24/7/2026 | window 24/7-24/7
20/7, 24/7 | occasions 20/7 24/7
24/7 các ngày trong tuần | continuous
24 giờ/ngày | continuous
7/7 ngày | continuous
từ 20/7 đến 24/7 | window 20/7-24/7
trước 15/7 và 24/7 | occasions 15/7 24/7
6 tháng đầu năm trước ngày 15/6, cả năm trước ngày 15/12 | occasions 15/6 15/12
6 tháng trước ngày 15/6, năm trước ngày 15/12 | occasions 15/6 15/12
báo cáo 6 tháng đầu năm trước ngày 15/6, cả năm trước ngày 15/12 | occasions 15/6 15/12
quý I trước ngày 20/3, quý II trước ngày 20/6 | occasions 20/3 20/6
Định kỳ 6 tháng trước ngày 15/6, năm trước ngày 15/12 | periodic half_year+year 15/6 15/12
quý I trước 20/3; 6 tháng trước 20/6; 9 tháng trước 20/9; năm trước 20/12 | occasions 20/3 20/6 20/9 20/12
Quý I chậm nhất ngày 20/3, quý II chậm nhất ngày 20/6, quý III chậm nhất ngày 20/9 | occasions 20/3 20/6 20/9
6 tháng đầu năm: 15/6; cả năm: 15/12 | occasions 15/6 15/12
Quý II trước 30/6 | window 1/4-30/6
cả năm trước ngày 15/12, 6 tháng đầu năm trước ngày 15/6 | occasions 15/6 15/12
6 tháng trước 15/6 và năm trước 15/12 | occasions 15/6 15/12
sơ kết 6 tháng trước ngày 20/6, cả năm trước ngày 20/12 | occasions 20/6 20/12
tháng 6 trước ngày 25/6, tháng 12 trước ngày 25/12 | occasions 25/6 25/12
năm trước ngày 15/01 năm sau, 6 tháng trước ngày 15/7 | occasions 15/7 15/1/27
# halves, hours, months, days of a rhythm, times of day, lunar days, lists in figures
trong 0,5 ngày | event 0.5 working_days
nửa ngày | event 0.5 working_days
1,5 ngày | event 1.5 working_days
trong 24h | event 24 hours
trong vòng 48h kể từ khi nhận | event 48 hours
2 tháng | event 2 months
một tháng | event 1 months
2 năm | event 2 years
14g30 ngày 20/5/2026 | window 20/5-20/5 14:30
trước 8g ngày 20/5/2026 | window -20/5 8:00
trước ngày 25 tháng báo cáo | periodic month 25/1..25/12 x12
ngày 15 tháng thứ hai của quý | periodic quarter 15/2 15/5 15/8 15/11
trước ngày 10 của tháng thứ nhất hằng quý | periodic quarter 10/1 10/4 10/7 10/10
mỗi năm ít nhất 2 lần | periodic year 30/6 31/12
hằng năm tối thiểu 02 lần | periodic year 30/6 31/12
mỗi quý ít nhất một lần | periodic quarter 31/3 30/6 30/9 31/12
từ ngày 10 đến ngày 15 hằng tháng | periodic month 15/1..15/12 x12
hằng ngày trước 16h | continuous 16:00
ngày 15 và ngày 30 hằng tháng lúc 16h | periodic month 15/1..30/12 x24 16:00
ngày 25 hằng tháng, trước 17h00 | periodic month 25/1..25/12 x12 17:00
sau Tết Nguyên đán | event
dịp 30/4 và 1/5 | window 30/4-1/5
ngày 10/3 âm lịch | window 26/4-26/4
trước ngày 15/7 âm lịch | window -27/8
12-2026 | window 1/12-31/12
2.2026 | window 1/2-28/2
Từ 3-2026 đến 5-2026 | window 1/3-31/5
6,7/2026 | occasions 30/6 31/7
5, 6, 7/2026 | occasions 31/5 30/6 31/7
10, 20, 30/6/2026 | occasions 10/6 20/6 30/6
1/3 → 30/4/2026 | window 1/3-30/4
01/3/2026 -> 30/4/2026 | window 1/3-30/4
Báo cáo quý trước ngày 15 tháng cuối quý; báo cáo năm trước 15/12 | periodic quarter 15/3 15/6 15/9 15/12
3 tháng, 6 tháng, 9 tháng và năm | occasions 31/3 30/6 30/9 31/12
trước 30/6/2026 (nếu có) | window -30/6
hoàn thành ngay | event
thực hiện ngay | event
# sixty more, written before they were tried
Quý 2/2026 và quý 4/2026 | occasions 30/6 31/12
Quý 2 & 3/2026 | occasions 30/6 30/9
Tháng 3,6,9,12/2026 | occasions 31/3 30/6 30/9 31/12
Báo cáo quý I, 6 tháng, 9 tháng, năm | occasions 31/3 30/6 30/9 31/12
Bắt đầu triển khai từ 15/3/2026 và hoàn thành trước 30/6/2026 | window 15/3-30/6
Khởi công 20/4/2026, dự kiến hoàn thành quý II/2027 | window 20/4-30/6/27
Bắt đầu: quý II/2026. Kết thúc: quý IV/2026 | window 1/4-31/12
Thời gian bắt đầu tháng 4/2026; thời gian hoàn thành tháng 10/2026 | window 1/4-31/10
Triển khai quý II, hoàn thành quý III/2026 | window 1/4-30/9
Từ tháng 4/2026; hoàn thành trong tháng 9/2026 | window 1/4-30/9
Trước ngày 20/12 các năm 2026, 2027 và 2028 | occasions 20/12 20/12/27 20/12/28
Quý I hai năm 2027 và 2028 | occasions 31/3/27 31/3/28
tháng 6 các năm từ 2026 đến 2028 | occasions 30/6 30/6/27 30/6/28
trước ngày 31/3 năm 2027, 2028 | occasions 31/3/27 31/3/28
45 ngày (từ 15/4 đến 30/5/2026) | window 15/4-30/5
01 tuần (15/6 - 21/6/2026) | window 15/6-21/6
02 tháng (từ 01/7/2026 đến 31/8/2026) | window 1/7-31/8
03 năm, từ 2026 đến 2028 | roadmap 1/1-31/12/28
5 năm (từ năm 2026 đến năm 2030) | roadmap 1/1-31/12/30
24/7, 365 ngày | continuous
hoạt động 24/24 | continuous
24h/24h | continuous
24/24h, 7/7 ngày trong tuần | continuous
Quý I trước 25/3, 6 tháng trước 25/6, 9 tháng trước 25/9, năm trước 25/12 | occasions 25/3 25/6 25/9 25/12
Báo cáo quý I trước 20/3, quý II trước 20/6, quý III trước 20/9, năm trước 20/12 | occasions 20/3 20/6 20/9 20/12
6 tháng đầu năm chậm nhất 20/6; cả năm chậm nhất 20/12 | occasions 20/6 20/12
Quý II: trước 20/6; quý IV: trước 20/12 | occasions 20/6 20/12
tháng 3 trước ngày 20, tháng 6 trước ngày 20 | unparsed
sơ kết 6 tháng trước 30/6, tổng kết năm trước 15/12 | occasions 30/6 15/12
1/2 ngày | event 0.5 working_days
trong 72h | event 72 hours
trước 17g00 ngày 30/6 | window -30/6 17:00
trước 24h ngày 30/6/2026 | window -30/6 24:00
mỗi tháng ít nhất 01 lần | periodic month 31/1..31/12 x12
mỗi quý tối đa 02 lần | periodic quarter
ngày 5 - 10 hằng tháng | periodic month 10/1..10/12 x12
từ ngày 25 đến ngày 05 hằng tháng | periodic month 5/1..5/12 x12
trước ngày 05 tháng thứ nhất của quý | periodic quarter 5/1 5/4 5/7 5/10
tháng thứ hai của quý | unparsed
23/12 âm lịch | window 30/1/27-30/1/27
trước 15/8 âm lịch | window -25/9
05-2026 | window 1/5-31/5
3.2026 | window 1/3-31/3
20-12-2026 | window 20/12-20/12
IV/2026 | window 1/10-31/12
I/2026 | window 1/1-31/3
V/2026 | unparsed
3, 4, 5/2026 | occasions 31/3 30/4 31/5
05, 15, 25/7/2026 | occasions 5/7 15/7 25/7
1/5 → 30/6 | window 1/5-30/6
01 năm | event 1 years
4 tháng | event 4 months
sau Quốc khánh | event
dịp lễ 30/4 - 01/5 | window 30/4-1/5
nhân dịp 30/4 và 1/5 | window 30/4-1/5
xử lý ngay | event
hoàn thành ngay trong tháng 6 | unparsed
trước 30/9 (nếu có) | window -30/9
quý II (nếu có) | window 1/4-30/6
30/6/2026 và 31/12/2026 | occasions 30/6 31/12
Báo cáo trước ngày 20/6 và 20/12 hằng năm | periodic year 20/6 20/12
trước 10/6 (6 tháng) và 10/12 (năm) | occasions 10/6 10/12
từ 01/3 đến trước 30/5/2026 | window 1/3-30/5
kể từ ngày 01/3 đến hết ngày 30/5/2026 | window 1/3-30/5
quý I đến quý III/2026 | window 1/1-30/9
tháng 4, 5 và 6 năm 2026 | occasions 30/4 31/5 30/6
# one in each month or quarter
các quý trong năm | periodic quarter 31/3 30/6 30/9 31/12
Từng quý | periodic quarter 31/3 30/6 30/9 31/12
tất cả các tháng trong năm 2026 | periodic month 31/1..31/12 x12
mọi tháng | periodic month 31/1..31/12 x12
các quý II, III | occasions 30/6 30/9
các tháng 6, 9 | occasions 30/6 30/9
các năm | unparsed
hằng quý của năm 2026 | periodic quarter 31/3 30/6 30/9 31/12
cuối các năm 2026, 2027 | occasions 31/12 31/12/27
đầu các năm 2026 đến 2028 | occasions 1/1 1/1/27 1/1/28
# years by their lunar names
Tết Bính Ngọ | window 17/2-17/2
Trước Tết Nguyên đán Đinh Mùi | window -5/2/27
Tết Nguyên đán năm Đinh Mùi 2027 | window 6/2/27-6/2/27
Tết Nguyên đán Bính Ngọ 2027 | unparsed
Tết Giáp Tỵ | unparsed
# what happens on a day that isn't told
Sau kỳ họp thứ 5 | event
Trước kỳ họp HĐND cuối năm 2026 | event
trước thời điểm khai giảng năm học 2026-2027 | event
sau hội nghị ngày 15/6 | unparsed
trước phiên họp tháng 9 | unparsed
trước thời điểm bầu cử 15/3/2026 | unparsed
sau mùa mưa | event
từ 01/7/2026 đến khi hoàn thành | open 1/7
từ quý II cho đến khi có văn bản thay thế | open 1/4
từ 01/7/2026 đến khi xong 30/8 | unparsed
# why, behind a time
trước 25/5/2026 để tổng hợp | window -25/5
trước ngày 10 hằng tháng để tổng hợp | periodic month 10/1..10/12 x12
HT trước 30/9 | window -30/9
kỷ niệm 19/8 và 2/9 | window 19/8-2/9
trước dịp lễ 30/4 và 1/5 | window -30/4
"""
