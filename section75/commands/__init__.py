"""The commands: each module of this folder does what one word of `python build.py` asks."""
