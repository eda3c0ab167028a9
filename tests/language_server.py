"""The language server of Visual Studio Code's YAML extension, spoken to as an editor does: Language Server Protocol 3.17, over its pipes.

In: files of facts, and the text that is being typed in them. Out: what the server says: faults, completions at a place, words on hovering.
"""

from __future__ import annotations

import json
import subprocess
from typing import IO, TYPE_CHECKING, Any, Self, cast

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

Json = dict[str, Any]
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, "format": {"enable": False}}}
"""As the extension has them, but for the public list of schemas: nothing is fetched."""


class LanguageServer:
    """One server that has the project open."""

    def __init__(self, server: Path, root: Path) -> None:
        """Start the server and open the folder."""
        self.process = subprocess.Popen(["node", server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0
        self.told: dict[str, list[Json]] = {}
        folder = {"uri": root.as_uri(), "name": root.name}
        able = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}, "hover": {"contentFormat": ["markdown"]}}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": able, "workspaceFolders": [folder]})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def __enter__(self) -> Self:
        """Return the server."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, traceback: TracebackType | None) -> None:
        """End the server."""
        self.process.kill()
        self.process.communicate()

    # ------------------------------------------------------------------ what an editor does

    def faults(self, file: Path, text: str) -> list[tuple[int, int, str]]:
        """Return line, column and message of everything that the editor would underline in a file with this text."""
        uri = self._open(file, text)
        while uri not in self.told:
            self._answer()
        return [_spot(fault) for fault in self.told[uri]]

    def completions(self, file: Path, text: str) -> list[str]:
        """Return what may be typed where `|` stands in the text."""
        found = self.ask("textDocument/completion", self._at(file, text))
        return [item["label"] for item in (found if isinstance(found, list) else found["items"])]

    def hover(self, file: Path, text: str) -> str:
        """Return the words shown when the pointer rests where `|` stands in the text."""
        found = self.ask("textDocument/hover", self._at(file, text))
        return found["contents"]["value"] if found else ""

    def _at(self, file: Path, text: str) -> Json:
        before, bar, after = text.partition("|")
        assert bar, "no place is marked"
        uri = self._open(file, before + after)
        return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}}

    def _open(self, file: Path, text: str) -> str:
        """Open a text as a new file beside one that there is, so that what the server says belongs to this text alone."""
        self.last += 1
        uri = file.with_name(f"{self.last}-{file.name}").as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return uri

    # ------------------------------------------------------------------ the protocol

    def ask(self, method: str, params: Json) -> Any:
        """Return the answer to a request."""
        self.last += 1
        number = self.last
        self._send({"id": number, "method": method, "params": params})
        while True:
            said = self._answer()
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def tell(self, method: str, params: Json) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": params})

    def _answer(self) -> Json:
        """Return the next message; give the server what it asks for, and keep the faults that it publishes."""
        said = self._received()
        if said.get("method") == "textDocument/publishDiagnostics":
            self.told[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif "method" in said and "id" in said:
            wanted = said["params"].get("items", ()) if said["method"] == "workspace/configuration" else None
            result = None if wanted is None else [SETTINGS.get(item.get("section"), {}) for item in wanted]
            self._send({"id": said["id"], "result": result})
        return said

    def _send(self, message: Json) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = cast("IO[bytes]", self.process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        pipe.flush()

    def _received(self) -> Json:
        pipe = cast("IO[bytes]", self.process.stdout)
        length = 0
        while line := pipe.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the language server has ended"
        return json.loads(pipe.read(length))


def _spot(fault: Json) -> tuple[int, int, str]:
    start = fault["range"]["start"]
    return start["line"] + 1, start["character"] + 1, fault["message"]
