"""A document from a journal and a choice: `build` makes it, one module for each block of its pages."""

from app.domain.derived.documents.building import Built, build

__all__ = ["Built", "build"]
