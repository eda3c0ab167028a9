"""Rules of drafting. They read the finished document and nothing else."""
