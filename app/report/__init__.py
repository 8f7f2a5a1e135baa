"""A document as PDF bytes."""
