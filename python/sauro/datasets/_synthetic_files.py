"""Invented cases as Arrow, and as Parquet in blocks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from sauro.datasets._synthetic import Country, Rows

__all__ = ["joined", "write_parquet"]


def joined(blocks: list[Rows]) -> Rows:
    """Put blocks together."""
    import numpy as np

    if len(blocks) == 1:
        return blocks[0]
    columns = zip(*(vars(block).values() for block in blocks), strict=True)
    return type(blocks[0])(*(np.concatenate(parts) for parts in columns))


def write_parquet(
    path: str | os.PathLike[str], country: Country, start: int, stop: int
) -> Iterator[int]:
    """Write some of the cases, a group of rows for each block; gives how many each time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = tuple(
        pa.array(names, pa.string())
        for names in (country.provinces, country.communes, country.procedures)
    )
    writer = None
    try:
        for block in country.blocks(start, stop):
            batch = _as_arrow(block, names)
            if writer is None:
                writer = pq.ParquetWriter(
                    path,
                    batch.schema,
                    compression="snappy",
                    use_dictionary=[name for name in batch.schema.names if name != "Mã hồ sơ"],
                )
            if batch.num_rows or stop == start:
                writer.write_batch(batch)
            yield batch.num_rows
    finally:
        if writer is not None:
            writer.close()


def _as_arrow(block: Rows, names: tuple[Any, ...]) -> pa.RecordBatch:
    import numpy as np
    import pyarrow as pa

    count, width = block.dossier.shape
    places = np.arange(count + 1, dtype=np.int32) * width
    dossiers = pa.StringArray.from_buffers(
        count, pa.py_buffer(places), pa.py_buffer(np.ascontiguousarray(block.dossier))
    )
    codes = block.province, block.commune, block.procedure
    coded = [
        pa.DictionaryArray.from_arrays(pa.array(column), known)
        for column, known in zip(codes, names, strict=True)
    ]
    return pa.RecordBatch.from_pydict(
        {
            "Mã hồ sơ": dossiers,
            "Tỉnh": coded[0],
            "Xã": coded[1],
            "Thủ tục": coded[2],
            "Ngày nhận": pa.array(block.received),
            "Thời hạn": pa.array(block.limit),
            "Ngày hẹn trả": pa.array(block.promised),
            "Ngày trả": pa.array(block.finished),
        }
    )
