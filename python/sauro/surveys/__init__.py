"""Surveys: shares and weighted means with intervals, SIPAS and PAPI, sizes of samples."""

from sauro.surveys._means import means, post_stratify, rescale, wilson
from sauro.surveys._samples import sample_size, yamane
from sauro.surveys._sipas import sipas

__all__ = ["means", "post_stratify", "rescale", "sample_size", "sipas", "wilson", "yamane"]
