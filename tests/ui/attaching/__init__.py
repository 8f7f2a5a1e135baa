"""Tests of photos and files in a form."""
