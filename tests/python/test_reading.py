"""read_plan from Python: samples, options, errors."""

from __future__ import annotations

import copy
import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import sauro
from conftest import EXAMPLES, PLANS, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

TABLE = "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRà soát\tPhòng Kinh tế\tQuý I\n"


def strings(value: object) -> list[str]:
    """Give all strings of a JSON value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return []


def words(text: str) -> Counter[str]:
    """Count the words of a text, without punctuation."""
    return Counter(re.findall(r"\w+", text))


def test_a_plan_with_a_task_more_is_another_plan() -> None:
    plan = sauro.datasets.plan("an-loc")
    task = sauro.Task(annex=1, area="I", number="99", title="Họp dân", leads=["Phòng Kinh tế"])
    more = plan.with_task(task)
    assert len(more.tasks) == len(plan.tasks) + 1
    assert more.tasks["1.I.99"].leads == ["phong-kinh-te"]
    with pytest.raises(sauro.ValidationError, match="cần có mã"):
        plan.with_task(sauro.Task(title="Họp dân"))


def test_coverage_is_whole_on_every_sample(sample: Path) -> None:
    plan = sauro.read_plan(sample)
    assert plan.coverage.lost == 0
    assert plan.coverage.percent == 100
    assert plan.coverage.characters > 1000


@pytest.mark.parametrize("name", ["ke-hoach-an-loc.txt", "vinh-phong-78-kh-ubnd.txt"])
def test_each_word_of_a_text_is_in_the_plan(name: str) -> None:
    """Counts words of the file and of the JSON, without the reader's own accounting."""
    path = next((p for p in (EXAMPLES / name, PLANS / name) if p.exists()), None)
    if path is None:
        pytest.skip("the sample lies outside the repository")
    plan = json.loads(sauro.read_plan(path).to_json())
    kept = words("\n".join(strings(plan)))
    text = re.sub(r"<[^<>]*>", " ", path.read_text(encoding="utf-8")).replace("&amp;", "&")
    header = words("\n".join(cell for a in plan["annexes"] for row in a["header"] for cell in row))
    numbers = r"[\dIVX]+|\d+[.\d]*"
    lost = {
        word: count
        for word, count in (words(text) - kept).items()
        if word not in header and not re.fullmatch(numbers, word)
    }
    assert lost == {}


def test_the_real_plan_has_its_83_tasks_field_by_field() -> None:
    path = PLANS / "vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the sample lies outside the repository")
    plan = sauro.read_plan(path)
    expected = json.loads(path.with_suffix(".tasks.json").read_text(encoding="utf-8"))
    assert [task.id for task in plan.tasks] == [row["id"] for row in expected]
    ids = {name: agency.id for agency in plan.agencies for name in agency.names}
    titles = {(a.number, area.number): area.title for a in plan.annexes for area in a.areas}

    def plain(text: str) -> list[str]:
        return re.sub(r"(^|\s)[-+]\s+", " ", text).split()

    for row in expected:
        task = plan.tasks[row["id"]]
        assert (task.annex, task.area, task.number, task.parent) == (
            row["annex"],
            row["area"],
            row["number"],
            row["parent"],
        )
        assert titles[task.annex, task.area] == row["area_title"]
        assert plain(" ".join([task.title, *task.points])) == plain(row["text"]), task.id
        assert task.product == row["product"]
        assert task.leads == [ids[name] for name in row["leads"]], task.id
        assert task.coordinators == [ids[name] for name in row["coordinators"]], task.id
        assert task.timeframe.text == row["timeframe"]


def test_the_real_plans_duties_with_a_time_are_those_a_clerk_finds() -> None:
    """One publication a year, looked up by hand; "thu ngân sách hằng năm" is what is collected."""
    path = PLANS / "vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the sample lies outside the repository")
    duties = [one for one in sauro.read_plan(path).duties if one.timeframe.kind != "unstated"]
    (published,) = duties
    assert (published.id, published.leads) == ("0.II.2.#3", ["van-phong-hdnd-ubnd"])
    assert published.text.startswith("Công bố danh mục văn bản quy phạm pháp luật hết hiệu lực")
    assert published.timeframe.kind == "periodic"
    assert [one.label for one in published.timeframe.occurrences] == ["Năm 2026"]


def test_the_real_plan_as_a_document() -> None:
    path = PLANS / "vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the sample lies outside the repository")
    plan = sauro.read_plan(path)
    document = plan.document
    assert (document.kind, document.number, document.date) == (
        "KH",
        "78/KH-UBND",
        date(2026, 3, 20),
    )
    assert document.issuer == "Ủy ban nhân dân xã Vĩnh Phong"
    assert document.place == "Vĩnh Phong"
    assert document.signer == "Châu Ngọc Cẩn"
    assert len(document.recipients) == 11
    assert [(basis.number, basis.date) for basis in document.legal_bases] == [
        ("112/KH-UBND", date(2026, 12, 31))
    ]
    assert [(a.number, a.cites.number) for a in plan.annexes] == [
        (1, "78/KH-UBND"),
        (2, "48/KH-UBND"),
    ]
    assert [len(annex.areas) for annex in plan.annexes] == [8, 8]
    assert len({duty.agency for duty in plan.duties}) == 11
    (reporting,) = plan.reporting
    assert reporting.frequency == "hàng quý, 6 tháng, 9 tháng và năm"
    assert (reporting.recipient, reporting.through) == ("ubnd", "phong-van-hoa-xa-hoi")
    assert [item.text for item in plan.unread] == ["T. AN GIANG"]
    assert sum(not task.timeframe.text for task in plan.tasks) == 35
    slips = {(slip.text.lower(), slip.suggestion) for slip in plan.slips}
    assert ("phân đấu", "phấn đấu") in slips
    assert ("vinh phong", "Vĩnh Phong") in slips


def test_json_has_the_shipped_schema_and_goes_both_ways(sample: Path) -> None:
    plan = sauro.read_plan(sample)
    schema = json.loads(
        (Path(sauro.__file__).parent / "schema" / "plan-1.schema.json").read_text("utf-8")
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(plan.to_json()), schema)
    assert sauro.Plan.from_json(plan.to_json()) == plan
    assert sauro.Plan.from_json(plan.to_json(indent=None)) == plan
    assert pickle.loads(pickle.dumps(plan)) == plan
    assert copy.deepcopy(plan) == plan


def test_the_docx_example_is_what_its_script_writes(tmp_path: Path) -> None:
    written = tmp_path / "plan.docx"
    script = ROOT / "scripts/make_example_docx.py"
    subprocess.run([sys.executable, str(script), str(written)], check=True)
    assert sauro.read_plan(written) == sauro.read_plan(EXAMPLES / "ke-hoach-tan-hoa.docx")


def test_a_plan_is_read_from_text_and_bytes_too() -> None:
    plan = sauro.read_plan(text=TABLE)
    assert plan == sauro.read_plan(text=TABLE.encode())
    assert plan == sauro.read_plan(text=TABLE.encode("utf-16"))
    docx = (EXAMPLES / "ke-hoach-tan-hoa.docx").read_bytes()
    assert sauro.read_plan(text=docx, format="docx").document.number == "12/KH-UBND"


def test_names_of_agencies_can_be_given_in_every_way(tmp_path: Path) -> None:
    text = TABLE.replace("Phòng Kinh tế", "Tổ Kinh tế, Kế hoạch")
    register = tmp_path / "agencies.json"
    entry = {"id": "to-kt", "name": "Tổ Kinh tế, Kế hoạch", "aliases": ["Tổ KT"]}
    register.write_text(json.dumps({"agencies": [entry]}), encoding="utf-8")
    assert sauro.read_plan(text=text, agencies=register).tasks[0].leads == ["to-kt"]
    listed = sauro.read_plan(text=text, agencies=["Tổ Kinh tế, Kế hoạch"])
    mapped = sauro.read_plan(text=text, agencies={"Tổ Kinh tế, Kế hoạch": ["Tổ KT"]})
    assert listed.tasks[0].leads == mapped.tasks[0].leads == ["to-kinh-te-ke-hoach"]


def test_lists_of_a_plan_are_sequences_that_outlive_it() -> None:
    tasks = sauro.read_plan(text=TABLE + "2\tKiểm tra\tCông an xã\t\n").tasks
    assert len(tasks) == 2
    assert tasks[-1].id == tasks["1.2"].id == "1.2"
    assert [task.id for task in tasks[::-1]] == ["1.2", "1.1"]
    assert [task.title for task in tasks] == ["Rà soát", "Kiểm tra"]
    assert repr(tasks) == "<Tasks of 2>"
    with pytest.raises(IndexError):
        tasks[2]
    with pytest.raises(KeyError, match="9\\.9"):
        tasks["9.9"]
    with pytest.raises(TypeError):
        hash(tasks)
    assert (tasks == 3) is False


@pytest.mark.parametrize(
    ("call", "code", "where"),
    [
        (lambda: sauro.read_plan("no/such/file"), 100, "no/such/file"),
        (lambda: sauro.read_plan(text=""), 104, ""),
        (lambda: sauro.read_plan(text="a\nb\ud800"), 106, "line 2, column 2"),
        (lambda: sauro.read_plan(text=TABLE, format="pdf"), 108, "pdf"),
        (lambda: sauro.read_plan(text=TABLE, limits={"rows": 1}), 141, "line 2, column 1"),
        (lambda: sauro.Plan.from_json("{"), 300, "byte 2"),
        (lambda: sauro.parse_document_number("x"), 201, "x"),
    ],
)
def test_errors_carry_code_and_place(call: object, code: int, where: str) -> None:
    with pytest.raises(sauro.Error) as caught:
        call()  # type: ignore[operator]
    assert (caught.value.code, caught.value.where) == (code, where)
    assert caught.value.problems
    assert isinstance(caught.value, ValueError)


def test_wrong_arguments_are_told_by_name() -> None:
    with pytest.raises(TypeError, match="either a path or text"):
        sauro.read_plan()
    known = "the limits are attributes, bytes, cell_bytes"
    with pytest.raises(TypeError, match=f"unknown limit 'lines'; {known}"):
        sauro.read_plan(text=TABLE, limits={"lines": 1})


def test_all_problems_of_json_come_at_once() -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Plan.from_json('{"schema": "sauro/plan/1", "tasks": [{"id": 1}, {}], "unread": 2}')
    assert [p.to_text("en") for p in caught.value.problems] == [
        "/tasks/0/id: expected a text",
        '/tasks/1: the member "id" is missing',
        "/unread: expected a list",
    ]


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_plan_without_loss_or_an_error(text: str) -> None:
    for format in ("text", "markdown", "html"):
        try:
            plan = sauro.read_plan(text=text, format=format)
        except sauro.Error:
            continue
        assert plan.coverage.lost == 0
        assert sauro.Plan.from_json(plan.to_json()) == plan


USUAL = (
    "STT;Nhiệm vụ;Chủ trì;Thời gian;1;2.;8.1. Con;I;II.;A;Quý I;-;- một;Phòng Kinh tế;tiếp theo;"
    "Phụ lục 1;KẾ HOẠCH;Nơi nhận:;;<li>x</li>;Căn cứ Luật số 1/2026/QH16,;Chỉ tiêu;Đơn vị tính;"
    "Năm 2026;(1);TM. UBND"
)
WORDS = st.sampled_from(USUAL.split(";"))


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), max_size=12), st.sampled_from("\t|"))
@settings(max_examples=400, deadline=None)
def test_any_table_of_usual_words_loses_nothing(rows: list[list[str]], bar: str) -> None:
    lines = ["| " + " | ".join(row) + " |" if bar == "|" else bar.join(row) for row in rows]
    text = "\n".join(lines)
    try:
        plan = sauro.read_plan(text=text, format="markdown" if bar == "|" else "text")
    except sauro.ParseError as error:
        assert error.code == 104
        return
    assert plan.coverage.lost == 0
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)
