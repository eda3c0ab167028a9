"""Rules of law. They read the facts as well as the finished text, and cite their authority."""
