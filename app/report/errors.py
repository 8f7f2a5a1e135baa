"""What can go wrong when a document is drawn."""


class ReportError(Exception):
    """Base of everything `app.report` raises on purpose. Never holds a person's words."""


class CannotDraw(ReportError):  # noqa: N818 (says what happened)
    """The pages could not be made; `where` names the part of the document, never its content."""

    def __init__(self, where: str) -> None:
        super().__init__(f"could not draw {where}")
        self.where = where
