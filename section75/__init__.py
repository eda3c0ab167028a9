"""Section 75 agreements from structured facts: read, load, draft, number, check, write."""

__version__ = "0.1.0"
