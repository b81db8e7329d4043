"""Write tests/data/pickles: one of each public class that pickles, made from invented data.

PYTHONPATH=build/dev/python python scripts/make_pickles.py

A pickle holds for one version of the format (pickle_version in bindings/values.hpp): raise that
number where a class changes what it pickles, and run this again.
"""

import pickle
from pathlib import Path
from typing import Any

import sauro

FOLDER = Path(__file__).resolve().parent.parent / "tests/data/pickles"
PROTOCOL = 5
PLAN = """Số: 21/KH-UBND

An Lộc, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Cải cách hành chính năm 2026

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian
1\tLập báo cáo; 95% hồ sơ đúng hạn\tBáo cáo\tPhòng Kinh tế\tQuý I
2\tHọp dân\tBiên bản\tPhòng Văn hóa - Xã hội\tHằng quý
"""
CRITERIA = """
| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |
|---|---|---|---|
| 1 | Hoàn thành | 2 | 100%: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0 |
| 2 | Khác | 1 | Theo đánh giá |
"""
FRAMEWORK = """{"schema": "sauro/framework/1", "id": "an-loc", "total": {"max": 10},
"variables": [{"name": "hop", "title": "Số cuộc họp", "kind": "count"}],
"criteria": [{"code": "1", "title": "Họp dân", "max": 10, "rule": {"type": "value", "of": "hop"}}],
"grades": {"on": "percent", "grades": [{"label": "Tốt", "from": 80}, {"label": "Khá", "from": 0}]}}
"""


def plan_values() -> dict[str, Any]:
    """Give a plan and its parts."""
    plan = sauro.read_plan(text=PLAN)
    told = sauro.explain_timeframe("trước ngày 15/6/2026")
    later = sauro.compare(plan, sauro.read_plan(text=PLAN.replace("Quý I\n", "Quý II\n")))
    answers = sauro.cover(plan, plan)
    return {
        "Answer": answers[0],
        "Answers": answers,
        "Change": later[0],
        "Comparison": later,
        "Agency": plan.agencies[0],
        "Annex": plan.annexes[0],
        "Area": sauro.Area(number="I", title="Cải cách thể chế"),
        "Citation": sauro.Citation(number="21/KH-UBND"),
        "Coverage": plan.coverage,
        "Document": plan.document,
        "Duty": sauro.Duty(id="0.II.1", text="Theo dõi, đôn đốc"),
        "ExplainedPart": told.parts[0],
        "ExplainedToken": told.tokens[0],
        "ExtraCell": sauro.ExtraCell(column="Ghi chú", text="hằng tuần"),
        "IndicatorMeaning": sauro.meaning_of(sauro.Indicator(id="1", name="Hồ sơ đúng hạn")),
        "IndicatorTarget": sauro.IndicatorTarget(horizon="2030", text="95"),
        "Indicator": sauro.Indicator(id="1", name="Hồ sơ đúng hạn", unit="%"),
        "LegalBasis": sauro.LegalBasis(),
        "Occurrence": plan.tasks[1].timeframe.occurrences[0],
        "OtherReading": sauro.parse_timeframe("trước ngày 15/6/2026").alternatives[0],
        "Plan": plan,
        "Person": sauro.Person(name="Lê Văn An", post="Trưởng phòng Kinh tế"),
        "PageBlock": sauro.PageBlock(kind="table", rows=[sauro.PageRow(line=2)], part="trang 3"),
        "PageCell": sauro.PageCell(text="Quý I", column=4, uncertain="I"),
        "PageRow": sauro.PageRow(cells=[sauro.PageCell(text="1")], after_gap=True),
        "Reporting": sauro.Reporting(frequency="hằng quý"),
        "Section": sauro.Section(),
        "Slip": sauro.Slip(text="Uỷ ban"),
        "SourceTable": sauro.SourceTable(),
        "Span": plan.tasks[0].span,
        "Target": sauro.parse_target("95% hồ sơ đúng hạn")[0],
        "Task": plan.tasks[0],
        "TimeConstruction": sauro.time_constructions()[0],
        "TimeframeExplanation": told,
        "Timeframe": plan.tasks[1].timeframe,
        "Remark": sauro.Remark(kind="joined_row", chosen="Một dòng", others=["dòng riêng"]),
        "Unread": sauro.Unread(text="Một dòng"),
    }


def day_values() -> dict[str, Any]:
    """Give days, calendars and cases."""
    cases = sauro.CaseLog(["2026-06-01", "2026-06-02"], 5, finished=["2026-06-08", None])
    return {
        "CaseLog": cases,
        "CaseRollUp": sauro.CaseRollUp(cases.roll_up(as_of="2026-07-10", by=()), len(cases), 1),
        "CaseStatuses": cases.status(as_of="2026-07-10"),
        "LunarDate": sauro.to_lunar("2026-02-17"),
        "Period": sauro.Period.quarter(2026, 1),
        "ReportingPeriod": sauro.ReportingPeriod("quarter", 2026, 1),
        "LimitCourse": sauro.LimitCourse(
            "10 ngày làm việc", "2026-03-02", suspensions=[("2026-03-05", "2026-03-10")]
        ),
        "LimitPreset": sauro.limit_presets()[0],
        "LimitStanding": sauro.LimitCourse("5 ngày", "2026-03-02").standing(as_of="2026-03-03"),
        "TimeLimit": sauro.TimeLimit(10, "working_days"),
        "WorkingCalendar": sauro.WorkingCalendar.custom(2026, 2026, days_off=["2026-01-01"]),
    }


def indicator_values() -> dict[str, Any]:
    """Give values of an indicator and where it stands."""
    target = sauro.IndicatorTarget(horizon="2026", text="≥ 5", targets=sauro.parse_target("≥ 5"))
    one = sauro.Indicator(id="1", name="Số lớp", unit="lớp", measure="flow", targets=[target])
    months = ["T1/2026", "T2/2026", "6 tháng đầu năm 2026", "6 tháng năm 2026"]
    log = sauro.IndicatorLog(["1"] * 4, months, [1, 2, 3, 4], ["xã A"] * 4)
    given = sauro.IndicatorLog(["1"], ["2026"], [4], ["xã A"])
    seen = sauro.monitor([one], log, "2026-06-30", parents={"xã A": "tỉnh B"}, allocations=given)
    return {
        "Allocation": seen.allocations[0],
        "Contradiction": seen.contradictions[0],
        "PlaceContribution": seen.contributions[0],
        "IndicatorLog": log,
        "IndicatorValue": log[0],
        "Monitor": seen,
        "Standing": seen.standings[0],
    }


def following_values() -> dict[str, Any]:
    """Give what is checked, scheduled and tracked of a plan."""
    plan = sauro.read_plan(text=PLAN)
    findings = sauro.check(plan)
    due = sauro.schedule(plan, predecessors=[(plan.tasks[0].id, plan.tasks[1].id)])
    entry = {"task": plan.tasks[0].id, "date": "2026-03-30", "status": "done", "who": "Lan"}
    log = sauro.Progress([entry])
    scheme = sauro.PointScheme([(-1000, 100), (1, 50)], usual_stars=5)
    board = sauro.track(due, log, "2026-07-10", scheme=scheme)
    return {
        "Alert": board.alerts[0],
        "Board": board,
        "Boards": sauro.track_plans({"an-loc": plan}, "2026-07-10", logs={"an-loc": log}),
        "CheckRule": sauro.check_rules()[0],
        "Dependency": due.dependencies[0],
        "Finding": findings[0],
        "Findings": findings,
        "PointScheme": scheme,
        "Plans": sauro.Plans(["an-loc.txt"], [sauro.read_plan(text=PLAN)]),
        "Progress": log,
        "ProgressEntry": log.entries[0],
        "Schedule": due,
        "ScheduledOccurrence": due.occurrences[0],
        "ScheduledTask": due.tasks[0],
        "Table": due.table,
    }


def score_values() -> dict[str, Any]:
    """Give an index and what it is scored by."""
    framework = sauro.Framework.from_json(FRAMEWORK)
    inputs = sauro.Inputs.of(framework, {"hop": [8, 50]}, units=["Ấp 1", "Ấp 2"])
    card = sauro.score(framework, inputs, on_problem="keep")
    gap = sauro.Framework.from_json(FRAMEWORK.replace('"of": "hop"', '"of": "họp"'))
    explanation = card.explain("1", "Ấp 1")
    draft = sauro.read_framework(text=CRITERIA)
    return {
        "Criteria": framework.criteria,
        "Criterion": framework.criteria[0],
        "Explanation": explanation,
        "Expression": sauro.Expression("2 * hop"),
        "Framework": framework,
        "FrameworkDraft": draft,
        "FrameworkProblem": gap.validate()[0],
        "Inputs": inputs,
        "Links": sauro.link(sauro.read_plan(text=PLAN), framework),
        "RefusedValue": card.findings[0],
        "RuleDraft": draft.rules[0],
        "Scorecard": card,
        "UsedInput": explanation.inputs[0],
        "Variable": framework.variables[0],
    }


def values() -> dict[str, Any]:
    """Give a value of each public class that pickles, by the name of the class."""
    problem = sauro.Problem(300, "line 1", "không phải JSON", "no JSON")
    errors = {
        kind.__name__: kind([problem])
        for kind in (sauro.Error, sauro.NotFoundError, sauro.ParseError, sauro.ValidationError)
    }
    nouns = {
        **plan_values(),
        **day_values(),
        **indicator_values(),
        **following_values(),
        **score_values(),
    }
    return {**nouns, **errors, "Problem": problem}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, value in values().items():
        (FOLDER / f"{name}.pickle").write_bytes(pickle.dumps(value, protocol=PROTOCOL))
