"""Inputs to begin with, one sample for each framework that comes along."""

from __future__ import annotations

from sauro._base.errors import NotFoundError, error, say
from sauro.datasets._datasets import FILE_NOT_FOUND, table_of
from sauro.table._table import Table

__all__ = ["inputs"]

FILES = {
    "commune-example": "so-lieu-cap-xa.csv",
    "dti-example": "so-lieu-dti.csv",
    "grading-example": "so-lieu-xep-loai.csv",
    "papi-2021": "papi-2023-excerpt.csv",
    "par-index-province": "so-lieu-par-index.csv",
    "pgi-2023": "pgi-2024-excerpt.csv",
    "qd-766": "so-lieu-766.csv",
    "sipas-2023": "so-lieu-sipas.csv",
}


def inputs(framework: str) -> Table:
    """Give inputs of a framework that comes along, cited or invented; `about` says which.

    Parameters
    ----------
    framework : str
        Its name: ``dti-example``. PAPI of 2018 and 2019 have none.

    Returns
    -------
    Table
        A row a unit (and period), a column a variable; see `score`.

    Raises
    ------
    NotFoundError
        Code 100 where there is no sample for it.

    Examples
    --------
    >>> import sauro
    >>> from sauro import datasets
    >>> framework = sauro.Framework.load("grading-example")
    >>> card = sauro.score(framework, datasets.inputs("grading-example"))
    >>> grades = dict(zip(card.units, card.grade(), strict=True))
    >>> grades["Mỹ Thạnh"]  # 102.8 points, but disciplined
    'Khá'
    """
    if framework not in FILES:
        known = ", ".join(FILES)
        raise error(
            NotFoundError,
            FILE_NOT_FOUND,
            framework,
            [say("không có số liệu mẫu; có: {}", "no sample of inputs; there are {}", known)],
        )
    return table_of(FILES[framework], texts=("period",))
