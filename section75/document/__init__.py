"""The Document: one plain tree that every later step reads, and nothing else."""
