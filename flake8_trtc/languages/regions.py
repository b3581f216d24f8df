"""Moved to flake8_trtc.model."""

from flake8_trtc.model import Piece, Region, Span, SpanMap

__all__ = ["Piece", "Region", "Span", "SpanMap"]
