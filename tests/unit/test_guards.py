"""Hand-written messages: what the guards must stop, and what must pass."""

from __future__ import annotations

import pytest

from faq.knowledge import load_starter
from handlers.guards import Danger, Guard, danger_kind, screen, tells_denunciation

DENUNCIATIONS = """
Tôi muốn tố cáo ông chủ tịch xã
toi to cao truong thon
Em tố cáo kế toán xã lấy tiền dân
tố cáo bà Mẫu cán bộ xã nhận tiền
Trưởng thôn ăn chặn tiền hỗ trợ của dân
truong thon an chan tien ho tro
truong thon an bot tien gao cuu tro
ông trưởng thôn ăn tiền của hộ nghèo
Cán bộ xã nhận hối lộ mới cho vào danh sách
can bo xa nhan hoi lo
can bo doi tien lot tay moi lam giay
Chủ tịch xã tham nhũng tiền làm đường
chu tich xa tham o tien lam duong
Kế toán xã biển thủ quỹ vì người nghèo
ke toan bien thu quy
Cán bộ địa chính nhận phong bì để cấp sổ đỏ
dia chinh nhan phong bi moi cap so do
Trưởng ấp đưa người nhà vào danh sách hộ nghèo
truong ap cho ba con vao ho ngheo
Bí thư chi bộ làm giả chữ ký của dân để lấy tiền
ke toan gia chu ky lay tien
trưởng bản bớt xén gạo cứu đói
truong ban bot xen gao
can bo xa lay tien cua dan bo tui rieng
ông thôn lấy gạo cứu trợ về nhà
Hội trưởng giữ lại tiền hỗ trợ của hội viên
truong thon thu moi ho 2 trieu moi cho lam nha
Công an xã đánh người ở trụ sở
cong an xa danh dan
Cán bộ xã bán suất nhà tình thương
truong thon ban suat ho ngheo
Tổ trưởng chiếm dụng tiền lãi của cả tổ
to truong chiem dung tien tiet kiem
cb xa an hoi lo
trg thon tham o tien, toi to cao
Lãnh đạo xã bao kê cho khai thác cát
phat hien can bo xa sai pham trong cap dat
Cán bộ xã rút ruột công trình nước sạch
can bo thon xa xeo tien den bu
thấy chủ tịch xã nhận tiền của nhà thầu, bớt xén công trình
lấy tiền cứu trợ của dân là ông trưởng thôn
Phó chủ tịch xã khai khống danh sách để chia nhau
Trưởng thôn ăn chặn tiền hỗ trợ của dân thì tố cáo ở đâu?
truong thon an chan tien ho tro thi to cao o dau
Tố cáo ông Mẫu nhận hối lộ thì gửi đơn cho ai
Cán bộ Mẫu Quýt đòi tiền lót tay thì báo ai
em bi can bo xa doi tien lot tay, gui don o dau
can bo thon 3 an bot gao thi len cap nao
thu tuc to cao ke toan bien thu quy la gi
""".strip().split("\n")

NOT_DENUNCIATIONS = """
Tố cáo cán bộ thì gửi đơn ở đâu?
to cao thi nop don cho ai
Muốn tố cáo phải làm thế nào?
lam sao de to cao can bo an tien
thủ tục tố cáo gồm những gì
to cao nac danh co duoc xem khong
tố cáo có bị lộ tên không
Cán bộ đòi tiền lót tay thì báo ai
can bo nhan hoi lo thi to cao o dau
Người tố cáo có được giữ kín tên không?
tố cáo khác khiếu nại ở chỗ nào
thoi han giai quyet to cao la bao lau
trình tự tố cáo ra sao
mau don to cao lay o dau
Cán bộ không trả lời em
can bo xa khong tra loi dien thoai
Trưởng thôn chưa phát gạo
truong thon chua phat gao cho nha em
Trưởng thôn chưa báo họp
cán bộ hẹn mãi mà chưa xuống
can bo xa lam viec cham qua
Cán bộ một cửa nói khó nghe
ông trưởng thôn quên ghi tên nhà em
truong thon ghi sai ten con em
Chủ tịch xã tiếp dân ngày nào?
Trưởng thôn ở đâu
can bo xa huong dan chua ro
Kế toán xã chi tiền trợ cấp ngày nào
Ban quản lý thôn họp khi nào
tiền hỗ trợ tháng này chưa có
tien dien ho tro chua ve
Nhà em chưa nhận được gạo cứu đói
Nhờ cán bộ xã giúp làm hồ sơ
nho can bo bat dien cho nha em
Cán bộ thú y tiêm cho bò nhà em chưa
cán bộ khuyến nông dạy nuôi dê
Xin số điện thoại trưởng thôn
xin xa sua duong vao thon
Nhà bên cạnh xả nước sang nhà em
hang xom nuoi heo hoi qua
Đường điện sắp đổ
em viết thư nặc danh người ta có xem không
can bo xa ve thon lam the can cuoc
Trưởng thôn mời đi họp, em đi được không
""".strip().split("\n")

COMPLAINTS = """
Tôi khiếu nại quyết định thu hồi đất
toi khieu nai quyet dinh thu hoi dat cua xa
Em muốn khiếu nại quyết định xử phạt
em muon khieu nai
Tôi xin khiếu nại
toi lam don khieu nai
Gia đình tôi khiếu nại việc đền bù
nha toi khieu nai den bu giai toa
Khiếu nại quyết định số 12 của Ủy ban
khieu nai quyet dinh so 12
Khiếu nại thông báo số 5
Tôi không đồng ý với quyết định xử phạt của xã
khong dong y quyet dinh thu hoi dat
Em không phục quyết định phạt này
toi khong chap nhan quyet dinh cuong che
Quyết định thu hồi đất của xã trái luật, tôi khiếu nại
quyet dinh phat nha toi la oan
Quyết định cưỡng chế vô lý
quyet dinh thu hoi dat bat cong
Xã ra quyết định thu hồi sai luật
Bồi thường đất quá rẻ, chúng tôi khiếu nại
boi thuong khong dung, ba con khieu nai
Tui khiếu nại cái vụ xử phạt
tui khieu nai vu giai toa
Cháu muốn khiếu nại quyết định của Ủy ban xã
chung toi khieu nai ket luan cua xa
Đơn khiếu nại: xã phạt nhà tôi oan
don khieu nai quyet dinh cua chu tich
Gia đình em gửi đơn khiếu nại rồi
Minh muon khieu nai
Nhà em không chấp nhận quyết định thu hồi
phan doi quyet dinh thu hoi dat
khiếu nại việc cưỡng chế nhà tôi
Tôi sẽ khiếu nại
toi dang khieu nai quyet dinh xu phat
quyết định xử phạt sai rồi, tôi khiếu nại
Thông báo số 7 thu hồi đất, tôi khiếu nại
khieu nai viec thu hoi dat
bien ban phat nha em la sai
e khieu nai qd thu hoi, khieu nai quyet dinh nay
quyết định đền bù không đúng, khiếu nại
""".strip().split("\n")

NOT_COMPLAINTS = """
Khiếu nại thì nộp đơn ở đâu?
khieu nai thi gui cho ai
Muốn khiếu nại thì làm thế nào
thủ tục khiếu nại gồm những gì
thoi han khieu nai la bao lau
khiếu nại khác tố cáo ở chỗ nào
mau don khieu nai lay o dau
Em muốn khiếu nại thì gửi cho cơ quan nào
Nhà em không được vào hộ nghèo, em khiếu nại
em khieu nai viec rot ho ngheo
khiếu nại kết quả rà soát hộ nghèo
khong dong y ket qua binh xet
Quyết định công nhận hộ nghèo lấy ở đâu
quyet dinh tro cap bao gio co
Xin bản sao quyết định trợ cấp
Quyết định hỗ trợ nhà ở có chưa
Cán bộ không trả lời em
đường hỏng xã chưa sửa
nuoc sinh hoat mat ca tuan
Điện yếu quá xã ơi
xã thu hồi thẻ bảo hiểm cũ khi nào
Tiền trợ cấp của mẹ em bị chậm
Em phàn nàn về rác
rac do day duong
Loa phát to quá
Xe tải chạy làm hỏng đường
Bò thả phá ruộng nhà em
Xin hoãn nợ
xin vay von nuoi bo
con em chưa có thẻ bảo hiểm
Hạn đăng ký đi họp là ngày nào
em khong dong y di hop thay
Không đồng ý
em không đồng ý
Tôi phản ánh việc đổ rác
Kiến nghị làm đường
xin xã xem lại giúp nhà em
Xã phạt đổ rác bao nhiêu tiền
đền bù đất tính thế nào
boi thuong bo chet bao nhieu
Muốn xem quyết định thu hồi đất ở đâu
""".strip().split("\n")

DANGERS = """
Chồng em đánh em chảy máu
chong danh em
chong em danh dap me con em
ck e danh e hoai
Bố cháu đánh cháu suốt
bo duong danh chau
Em bị chồng đánh
bi chong doa giet
Ông ấy cầm dao đòi chém
no cam dao doi chem ca nha
Nhà bên bạo hành vợ con
bao hanh tre em o xom em
Em bị bạo lực gia đình
bị hiếp dâm
con gai em bi xam hai
Cháu bé bị xâm hại
ong hang xom so mo con gai em
Thầy giáo dâm ô học sinh
con em bi bat coc
Con em mất tích từ hôm qua
Em muốn chết
em muon chet
e mún chết quách cho xong
toi khong muon song nua
Tôi định tự tử
dinh tu tu
em tự vẫn đây
chi em uong thuoc sau
mẹ em treo cổ
song khong noi nua
Lũ quét rồi, cứu
nuoc lu dang len nhanh
Nước lên nhanh quá, nước vào nhà rồi
nha em dang ngap
Thôn bị cô lập
ca nha bi mac ket
Sạt lở vùi nhà em
Nhà em đang cháy
chay nha
Nhà em hết gạo ăn rồi
ca nha nhin doi
may ngay nay me con em chua an gi
Mấy ngày nay không có gì ăn
cháu đói lả đi
ba ngay roi khong co com an
đói mấy ngày rồi
cứu em với
""".strip().split("\n")

NOT_DANGERS = """
Chồng em đau bụng phải cấp cứu
chong em di lam xa
Bố em mất rồi
me em bi benh nang
Em đánh máy đơn được không
danh dau vao to don
Con em để dành tiền đi học
Xin đổi thẻ bảo hiểm
doi the bhyt
xin doi qua nuoi de
Nợ cũ có bị đòi không
ngan hang co doi no khong
Đời em khổ lắm
Đội sản xuất họp khi nào
Nhà em ở đồi cao
gạo cứu đói khi nào có
Gạo cứu đói xin ở đâu
gao cuu doi xin o dau
Nhà hết gạo lúc giáp hạt thì có được cấp gạo không?
vùng hay bị ngập có được hỗ trợ nhà không
Nhà bị ngập năm ngoái được hỗ trợ bao nhiêu
Nhà sập do bão được hỗ trợ bao nhiêu
lũ cuốn trôi bò thì được đền bao nhiêu
bi lu lut thi duoc ho tro gi
chay nha thi duoc ho tro bao nhieu
Sạt lở đường vào thôn năm ngoái sửa chưa
Phòng chống thiên tai họp ngày nào
Bảo hiểm y tế cho trẻ em dưới sáu tuổi
tre mo coi duoc tro cap bao nhieu
Cháu bị khuyết tật được trợ cấp gì
con em bi om
Cây chết hết vì hạn
Bò chết thì báo ai
heo chet dich thi lam sao
Nhà em muốn xây nhà
tư vấn pháp luật miễn phí ở đâu
tu van phap luat mien phi
Cây này sống không nổi
nha em gan song
Mở lớp dạy nghề đánh máy
ông ấy không chịu ký đơn
Nhờ anh em giúp làm nhà
Con em học nội trú có gạo không
""".strip().split("\n")

SCAMS = """
có người xin mã OTP
nguoi ta doi ma otp
có người tự xưng là cán bộ xã gọi điện
gia danh cong an goi dien
Nó bắt chuyển khoản để nhận quà
bat nop tien moi duoc nhan tien ho tro
em bị lừa đảo
lừa đảo
scam
""".strip().split("\n")


@pytest.mark.parametrize("text", DENUNCIATIONS)
def test_told_denunciation_is_stopped(text: str) -> None:
    assert screen(text) is Guard.DENUNCIATION


@pytest.mark.parametrize("text", COMPLAINTS)
def test_complaint_is_pointed_to_its_procedure(text: str) -> None:
    assert screen(text) is Guard.COMPLAINT


@pytest.mark.parametrize("text", DANGERS)
def test_danger_is_heard(text: str) -> None:
    assert screen(text) is Guard.DANGER


@pytest.mark.parametrize("text", SCAMS)
def test_scam_is_heard(text: str) -> None:
    assert screen(text) is Guard.SCAM


@pytest.mark.parametrize("text", [*NOT_DENUNCIATIONS, *NOT_COMPLAINTS, *NOT_DANGERS])
def test_ordinary_message_passes(text: str) -> None:
    assert screen(text) is None


def test_there_are_enough_examples() -> None:
    for examples in (DENUNCIATIONS, COMPLAINTS, DANGERS):
        assert len(set(examples)) >= 40
    for others in (NOT_DENUNCIATIONS, NOT_COMPLAINTS, NOT_DANGERS):
        assert len(set(others)) >= 40


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("em muốn chết", Danger.SUICIDE),
        ("em tự vẫn đây", Danger.SUICIDE),
        ("con gái em bị xâm hại", Danger.CHILD),
        ("chồng đánh em", Danger.VIOLENCE),
        ("nước lên nhanh quá", Danger.DISASTER),
        ("cả nhà nhịn đói", Danger.HUNGER),
        ("không rõ chuyện gì", Danger.VIOLENCE),
    ],
)
def test_kind_of_danger(text: str, kind: Danger) -> None:
    assert danger_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chủ tịch xã ăn chặn gạo, nhà em hết gạo ăn rồi", True),
        ("tố cáo trưởng thôn, ông ấy cầm dao đòi chém em", True),
        ("truong thon an chan tien, em muon chet, to cao o dau", True),
        ("chồng đánh em chảy máu", False),
        ("chồng đánh em, gọi ai", False),
    ],
)
def test_danger_may_be_told_with_a_denunciation(text: str, told: bool) -> None:
    assert screen(text) is Guard.DANGER
    assert tells_denunciation(text) is told


def test_policy_questions_of_the_starter_faq_pass() -> None:
    """Of all ways of asking in the FAQ at most a few in a thousand are stopped.

    Those that are tell of hunger or violence under way, of an official's misdeed, or of a scam.
    """
    entries = load_starter().entries
    texts = [text for one in entries for text in (one.question, *(a.text for a in one.aliases))]
    stopped = [text for text in texts if screen(text) is not None]
    assert len(stopped) <= len(texts) * 0.005, stopped
    assert not [one.question for one in entries if screen(one.question) is not None]
