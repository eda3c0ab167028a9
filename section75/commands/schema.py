"""`schema`: the JSON Schemas by which editors complete and check the YAML.

In: the models. Out: a file for each kind of YAML in `section75/facts/schema`, beside the models; they are kept with the code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from section75 import facts
from section75.facts.schemas import printed, schemas
from section75.filing.files import write_all

FOLDER: Final = Path(facts.__file__).resolve().parent / "schema"


def fresh() -> dict[Path, bytes]:
    """Return each schema as it ought to lie in its file."""
    return {FOLDER / f"{name}.json": printed(schema).encode() for name, schema in schemas().items()}


def write_schemas() -> list[Path]:
    """Write every schema and return their files."""
    files = fresh()
    write_all(files)
    return list(files)
