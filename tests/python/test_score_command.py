"""``sauro score``: ranks, losses, reasons and templates from a shell."""

from pathlib import Path

import openpyxl
import pytest
import sauro
from sauro.command import main

VALUES = "STT;Tỉnh;1;2;3;4\n1;Huế;5,5;6;;7\n2;Đà Nẵng <b>;6;6;7;8\n;Tổng;1;1;1;1\n"
EARLIER = "Tỉnh;1;2;3;4\nHuế;5;6;6;7\nHà Nam;6;6;7;8\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "so.csv").write_text(VALUES)
    (tmp_path / "truoc.csv").write_text(EARLIER)
    (tmp_path / "rong.json").write_text("[]")
    (tmp_path / "so.json").write_text("3")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ranks_ranges_and_losses_are_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "pgi-2023", "so.csv", "--compare", "truoc.csv"]) == 0
    printed = capsys.readouterr().out
    ranks, lost, since, following = printed.split("\n\n")
    assert [line.split()[0] for line in ranks.splitlines()[1:]] == ["1", "–"]
    assert "18,5" in ranks and "28,5" in ranks
    card = sauro.score(sauro.Framework.load("pgi-2023"), folder / "so.csv")
    worst = card.lost_by_criterion()["code"][0]
    assert lost.splitlines()[2].startswith(worst)
    assert "Hà Nam" in since
    assert following == "Tiếp theo: sauro score pgi-2023 so.csv --output diem.html\n"


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".csv"])
def test_all_is_written_with_its_reasons(folder: Path, ending: str) -> None:
    path = folder / f"diem{ending}"
    assert main(["score", "pgi-2023", "so.csv", "-o", str(path)]) == 0
    card = sauro.score(sauro.Framework.load("pgi-2023"), folder / "so.csv")
    if ending == ".xlsx":
        assert openpyxl.load_workbook(path)["Diễn giải"].max_row == 1 + 2 * 4
    elif ending == ".csv":
        assert len(path.read_text().splitlines()) == 1 + card.tidy.shape[0]
    else:
        page = path.read_text()
        assert "<b>" not in page and "<script" not in page and "Đà Nẵng &lt;b&gt;" in page
        assert page.count("<details>") == 2
        for code in ("1", "2", "3", "4"):
            assert card.explain(code, "Huế").reason in page


def test_all_units_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"Xã {i},{i / 100},1,1,1" for i in range(1, 151)]
    Path("xa.csv").write_text("\n".join(["Xã,1,2,3,4", *rows]))
    assert main(["score", "pgi-2023", "xa.csv"]) == 0
    printed = capsys.readouterr().out
    assert main(["score", "pgi-2023", "xa.csv", "-o", "xa.html"]) == 0
    page = Path("xa.html").read_text()
    for i in range(1, 151):
        assert f"Xã {i} " in printed
        assert f"<td>Xã {i}</td>" in page
    assert "4,5" in printed and "4.5" not in printed


def test_a_workbook_holds_the_changes(folder: Path) -> None:
    assert main(["score", "pgi-2023", "so.csv", "--compare", "truoc.csv", "-o", "a.xlsx"]) == 0
    page = openpyxl.load_workbook("a.xlsx")["Thay đổi"]
    assert [cell.value for cell in page[1]][:4] == ["Đơn vị", "Trước", "Sau", "Thay đổi"]
    assert {row[0].value for row in page.iter_rows(min_row=2)} == {"Huế", "Đà Nẵng <b>", "Hà Nam"}


def test_a_template_is_written_and_read_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "pgi-2023", "--template", "-o", "nhap.xlsx"]) == 0
    book = openpyxl.load_workbook("nhap.xlsx")
    book.worksheets[0].append([1, "Huế", 5, 6, 7, 8])
    book.save("nhap.xlsx")
    assert main(["score", "pgi-2023", "nhap.xlsx"]) == 0
    assert "26" in capsys.readouterr().out


def test_columns_are_said_by_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("la.csv").write_text("Who,a=b,2,3,4,Rank\nHuế,5,6,7,8,1\n")
    options = ["--unit", "Who", "--rename", "a=b=1", "--ignore", "Rank"]
    assert main(["score", "pgi-2023", "la.csv", *options]) == 0
    assert "26" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["pgi-2023"], "--template"),
        (["pgi-2023", "--template"], "--output"),
        (["pgi-2023", "so.csv", "--template", "-o", "a.xlsx"], "--template"),
        (["pgi-2023", "--template", "-o", "a.csv"], ".xlsx"),
        (["pgi-2023", "so.csv", "-o", "so.csv"], "so.csv"),
        (["pgi-2023", "so.csv", "--compare", "truoc.csv", "-o", "truoc.csv"], "truoc.csv"),
        (["pgi-2023", "so.csv", "-o", "a.pdf"], ".html"),
        (["pgi-2023", "so.csv", "--compare", "truoc.csv", "-o", "a.csv"], "--compare"),
        (["pgi-2023", "--template", "-o", "a.xlsx", "--unit", "x"], "--template"),
        (["pgi-2023", "rong.json"], "rong.json"),
        (["pgi-2023", "so.json"], "so.json"),
        (["pgi-2023", "none.csv"], "none.csv"),
        (["none", "so.csv"], "pgi-2023"),
        (["pgi-2023", "so.csv", "--unit", "Who"], "Who"),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *arguments]) == 1
    assert told in capsys.readouterr().err
    assert Path("so.csv").read_text() == VALUES and Path("truoc.csv").read_text() == EARLIER
