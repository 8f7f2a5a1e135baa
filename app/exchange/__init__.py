"""Bytes to records and back: FHIR, C-CDA and our own JSON."""
