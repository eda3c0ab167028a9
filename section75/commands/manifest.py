"""The manifest of a build: from which facts and texts each file was made, by which version, and what its content is.

In: what a build looked at, and what it wrote. Out: `manifest.json`, the same bytes for the same build; it stands beside the files, so that
anybody can tell from it which facts a paper came from and whether it was altered since.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from section75 import __version__
from section75.filing.files import holds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from section75.filing.inputs import Inputs

NAME: Final = "manifest.json"


def manifest(folder: Path, name: str, inputs: Inputs, files: Mapping[Path, bytes], *, final: bool) -> bytes:
    """Return the manifest of an agreement's files; what an earlier one in the folder tells of other files stays, if they still stand."""
    made = {"toolkit": __version__, "inputs": inputs.key, "final": final}
    papers = {path.relative_to(folder).as_posix(): {**made, "sha256": sha256(data).hexdigest()} for path, data in files.items()}
    before = read(folder)
    others = {paper: told for paper, told in before["papers"].items() if paper not in papers and _stands(folder / paper, told)}
    used = {told["inputs"] for told in others.values()}
    known = {key: paths for key, paths in before["inputs"].items() if key in used} | {inputs.key: dict(sorted(inputs.files.items()))}
    whole = {"agreement": name, "papers": dict(sorted((others | papers).items())), "inputs": dict(sorted(known.items()))}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read(folder: Path) -> dict[str, Any]:
    """Return the manifest that stands in a folder; an empty one where there is none, or it cannot be read."""
    try:
        found = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        found = None
    whole = isinstance(found, dict) and isinstance(found.get("papers"), dict) and isinstance(found.get("inputs"), dict)
    return found if isinstance(found, dict) and whole else {"agreement": "", "papers": {}, "inputs": {}}


def _stands(path: Path, told: object) -> bool:
    return isinstance(told, dict) and holds(path, told.get("sha256", ""))
