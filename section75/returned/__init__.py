"""What comes back: a Word file that the other side has worked on, read against the text as it was sent to them."""
