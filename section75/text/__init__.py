"""Text: the library of templates, the house Markdown they are written in, and the wording of facts."""
