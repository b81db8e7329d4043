"""Surveys: shares and weighted means with intervals, SIPAS and PAPI, sizes of samples."""

from sauro.surveys._surveys import (
    means,
    post_stratify,
    rescale,
    sample_size,
    sipas,
    wilson,
    yamane,
)

__all__ = ["means", "post_stratify", "rescale", "sample_size", "sipas", "wilson", "yamane"]
