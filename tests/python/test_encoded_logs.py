"""Logs in the encodings in which offices save tables."""

from pathlib import Path

import open_documents as odf
import pytest
import sauro

LOG = [
    ["Mã nhiệm vụ", "Ngày", "Trạng thái", "Kết quả"],
    ["1.I.1", "30/3/2026", "Hoàn thành", "Đã ban hành kế hoạch tuyên truyền của xã"],
    ["1.I.2", "31/3/2026", "Đang thực hiện", "Đang rà soát thủ tục hành chính, chưa xong"],
]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"]
)
def test_a_log_says_the_same_in_every_encoding(
    encoding: str, separator: str, tmp_path: Path
) -> None:
    quoted = [[f'"{cell}"' if separator in cell else cell for cell in row] for row in LOG]
    text = "".join(separator.join(row) + "\r\n" for row in quoted)
    path = tmp_path / ("a.tsv" if separator == "\t" else "a.csv")
    path.write_bytes(odf.cp1258(text) if encoding == "windows-1258" else text.encode(encoding))
    entries = sauro.Progress.read(path).entries
    assert [one.task for one in entries] == ["1.I.1", "1.I.2"]
    assert [one.result for one in entries] == [row[3] for row in LOG[1:]]
    assert [str(one.date) for one in entries] == ["2026-03-30", "2026-03-31"]


def test_bytes_that_no_encoding_explains_are_refused_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"task;date\n1.I.1;\xff\xfa\xf0\x81\n")
    with pytest.raises(sauro.ParseError) as wrong:
        sauro.Progress.read(path)
    assert wrong.value.code in (105, 106, 107)
    assert wrong.value.where.startswith("a.csv")
