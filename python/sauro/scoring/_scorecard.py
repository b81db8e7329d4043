"""Scores of units: grades, ranks and changes as tables, and why."""

from __future__ import annotations

import os
from typing import Any

from sauro import _core
from sauro._base.pickles import require_version
from sauro._core import Explanation, RefusedValue
from sauro.scoring._comparisons import Comparisons
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import Inputs
from sauro.scoring._sheets import scorecard_sheets
from sauro.scoring._stages import stage_table, write_appraisal
from sauro.table._files import write_sheets
from sauro.table._table import Table

__all__ = ["Scorecard"]


class Scorecard(Comparisons):
    """Points of every criterion for every unit and period; made by `score`.

    Arrays have the shape (units,), or (periods, units) where there are several periods.

    Examples
    --------
    >>> import sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> parts = {"1": [7.64, 7.0], "2": [7.47, 6.0], "3": [4.88, 5.0], "4": [7.78, 6.5]}
    >>> card = sauro.score(pgi, parts, units=["Bắc Ninh", "Hà Nam"])
    >>> card.rank().tolist(), card.percent.round(1).tolist()
    ([1.0, 2.0], [69.4, 61.2])
    >>> card.ranking()["unit"].tolist()
    ['Bắc Ninh', 'Hà Nam']
    """

    @classmethod
    def _of(
        cls, framework: Framework, inputs: Inputs, options: dict[str, Any], threads: int = 0
    ) -> Scorecard:
        core = _core.score(framework._core, inputs._core, threads=threads, **options)
        return cls(core, framework._held(), inputs, options)

    @property
    def findings(self) -> list[RefusedValue]:
        """Values that were refused, where ``on_problem="keep"``."""
        return self._core.findings()

    def explain(
        self, code: str = "", unit: str | None = None, period: str | None = None
    ) -> Explanation:
        """Why a criterion has its points for one unit, its parts included.

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.
        unit : str, optional
            May be left out where there is one.
        period : str, optional
            The last one if left out.

        Raises
        ------
        NotFoundError
            There is no such criterion, unit or period.
        """
        return self._core.explain(code, self._row(unit, period))

    def to_excel(self, path: str | os.PathLike[str], *, since: Scorecard | None = None) -> None:
        """Write a workbook: rankings, points, what was lost by criterion, and why each point.

        With `since` also the changes from that earlier scoring on.

        Its sheets have Vietnamese headings, a header row that stays and filters; needs the package
        xlsxwriter.

        Examples
        --------
        >>> import sauro, tempfile, pathlib
        >>> pgi = sauro.Framework.load("pgi-2023")
        >>> card = sauro.score(pgi, {"1": 7.5, "2": 7, "3": 4.5, "4": 5}, units=["Hà Nam"])
        >>> card.to_excel(pathlib.Path(tempfile.mkdtemp()) / "diem.xlsx")
        """
        changes = None if since is None else self.since(since)
        sheets = {name: table._core for name, table in scorecard_sheets(self, changes).items()}
        write_sheets(path, sheets, numbers="#,##0.00")

    @property
    def stages(self) -> Table:
        """Points of each leaf as they stood at each stage of the assessment, and what changed them.

        A stage counts the values of those before it where it has none itself. What can't be right
        at a stage is open there.

        Returns
        -------
        Table
            Columns unit, period (where there are several), code, title, max, one by the name of
            each stage that gave values ("self", "appraisal_1", "explanation", "appraisal_2"),
            change (from the first to the last of these), changed (which values, in words), and
            told (evidence, opinions and explanations); a row a unit and leaf.

        Examples
        --------
        >>> import sauro
        >>> inputs = sauro.Inputs(sauro.Framework.load("pgi-2023"), ["Huế"])
        >>> for code in "1234":
        ...     inputs.set(code, [6])
        >>> inputs.set("1", [5.5], stage="appraisal_1", evidence=["BB 07"])
        >>> table = sauro.score(sauro.Framework.load("pgi-2023"), inputs).stages
        >>> table[["code", "self", "appraisal_1", "change", "told"]].to_dicts()[0]["change"]
        -0.5
        """
        return stage_table(self)

    def write_appraisal(self, path: str | os.PathLike[str]) -> None:
        """Write the workbook that goes round between units and appraisers.

        It has a row a unit and variable, with the value, what is said of it, and the points of each
        stage: self-assessment, first appraisal, explanation, second appraisal. A stage fills in its
        own columns, a value that stays may be left empty; `score` reads it back as it is. What
        doesn't apply isn't in it: call `Inputs.exempt` again. Needs the package xlsxwriter.

        Examples
        --------
        >>> import sauro, tempfile, pathlib
        >>> pgi = sauro.Framework.load("pgi-2023")
        >>> card = sauro.score(pgi, {"1": 7.5, "2": 7, "3": 4.5, "4": 5}, units=["Hà Nam"])
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "tham-dinh.xlsx"
        >>> card.write_appraisal(path)
        >>> sauro.score(pgi, path).total.tolist() == card.total.tolist()
        True
        """
        write_appraisal(self, path)

    def to_json(self) -> str:
        """Write as JSON (``sauro/scorecard/1``): points and what is possible, a value a row.

        Rows are periods times units: row = period * units + unit.
        """
        return self._core.to_json()

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (1, self._framework, self._inputs, self._options)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        mine = (self._framework, self._options, self._units, self._periods, self.table)
        theirs = (other._framework, other._options, other._units, other._periods, other.table)
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        periods = f", {len(self._periods)} periods" if len(self._periods) > 1 else ""
        return f"<Scorecard of {self._framework.id}: {len(self._units)} units{periods}>"

    def _repr_html_(self) -> str:
        return self.ranking()._repr_html_()


def _unpickle(
    version: int, framework: Framework, inputs: Inputs, options: dict[str, Any]
) -> Scorecard:
    """Score again: the points are those of the same framework and inputs."""
    require_version("Scorecard", version, 1)
    return Scorecard._of(framework, inputs, options)


Scorecard.__module__ = "sauro"
