"""Tests of finding, doing and going."""
