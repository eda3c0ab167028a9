"""The formats: each module or package here writes a numbered Document in one of them."""
