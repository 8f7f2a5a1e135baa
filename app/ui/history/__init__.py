"""The parts of the page of earlier versions."""
