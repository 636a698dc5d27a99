"""The program's version, by itself so that any stage may record it."""

__version__ = "0.1.0"
