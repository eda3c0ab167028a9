"""What an earlier build made of the same facts, texts, code and engines, put in its place again.

In: what is wanted of one agreement. Out: `Built` as it came of the earlier build, its files in place; or nothing, and it must be built.
This module is light, so that a build of which nothing has changed does not wait for what it does not use.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from section75.commands.built import Built, Line
from section75.commands.manifest import NAME, manifest
from section75.document.writing_time import stated_time
from section75.filing.files import clear, holds, stands, write_all
from section75.filing.inputs import Inputs, digest, engines, inputs_of
from section75.filing.store import store_of
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from section75.commands.built import Wanted


@dataclass(frozen=True)
class Recall:
    """What is kept of one agreement for one kind of build."""

    root: Path
    name: str
    wanted: Wanted
    inputs: Inputs

    @classmethod
    def of(cls, root: Path, name: str, wanted: Wanted, texts: Mapping[str, str] | None = None) -> Recall:
        """Look at everything that the build depends on; `texts` are those for all agreements, where they were just looked at."""
        return cls(root, name, wanted, inputs_of(root, name, texts))

    @property
    def past(self) -> bool:
        """Whether a file was saved since: what was read of them may then be neither the older state nor the newer."""
        return inputs_of(self.root, self.name).files != self.inputs.files

    @property
    def key(self) -> str:
        """The key under which the result of the build is kept."""
        wanted = self.wanted
        asked = (*wanted.papers, "/", *wanted.formats, str(wanted.final), str(wanted.annotated), str(stated_time()))
        return digest([self.name, *asked, self.inputs.key, engines()])

    def built(self) -> Built | None:
        """Put the files of an earlier build in place, and return what came of it; nothing where something of it is not kept."""
        record = store_of(self.root).get(self.key)
        if record is None:
            return None
        clear(self.wanted.out / self.name)
        told = json.loads(record)
        files = {self.wanted.out / self.name / path: content for path, content in told["files"].items()}
        stand = tuple(path for path, content in files.items() if holds(path, content))
        missing = {path: store_of(self.root).get(content) for path, content in files.items() if path not in stand}
        ready = {path: data for path, data in missing.items() if data is not None}
        if len(ready) < len(missing):
            return None
        if ready or not (self.wanted.out / self.name / NAME).is_file():
            self.put({**{path: path.read_bytes() for path in stand}, **ready}, stand)
        lines = tuple(Line(**line) for line in told["lines"])
        return Built(lines, tuple(map(_problem, told["problems"])), tuple(ready), unchanged=stand)

    def put(self, files: Mapping[Path, bytes], stand: Collection[Path]) -> None:
        """Put files in their place but for those that stand already, and beside them the manifest of all."""
        folder = self.wanted.out / self.name
        told = manifest(folder, self.name, self.inputs, files, final=self.wanted.final)
        fresh = {path: data for path, data in files.items() if path not in stand}
        write_all({**fresh, **({} if stands(folder / NAME, told) else {folder / NAME: told})})

    def keep(self, built: Built, files: Mapping[Path, bytes], read: Iterable[Path]) -> None:
        """Keep what came of a build. `read` are the files of the agreement's facts: if one of them was not looked at, nothing is kept."""
        facts = (path for path in self.inputs.files if path.startswith("agreements/") and path.endswith(".yaml"))
        looked_at = {(self.root / path).resolve() for path in facts}
        if built.missing or not looked_at.issuperset(read):
            return
        store, below = store_of(self.root), self.wanted.out / self.name
        hashes = {path.relative_to(below).as_posix(): sha256(data).hexdigest() for path, data in files.items()}
        for path, data in files.items():
            store.put(hashes[path.relative_to(below).as_posix()], data)
        told = {"lines": [asdict(line) for line in built.lines], "problems": [asdict(one) for one in built.problems], "files": hashes}
        store.put(self.key, json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(Place(**told.pop("place")), **told)
