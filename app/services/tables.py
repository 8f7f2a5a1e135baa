"""A table from another tracker, for the window: what its columns can be, and what its rows become."""

from app.exchange.csv_in import DATES, Role, TableFound, guess, rows_in
from app.exchange.csv_table import Table

__all__ = ["DATES", "Role", "Table", "TableFound", "guess", "rows_in"]
