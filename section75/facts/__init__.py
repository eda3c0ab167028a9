"""Facts: the YAML of partnerships, read strictly and typed by frozen models in which every value knows its place."""
