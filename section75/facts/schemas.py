"""The models as JSON Schemas (draft-07), by which editors complete and check the YAML while one types.

In: the models and the docstrings under their fields. Out: `schemas()`, a schema for each kind of file, and `printed`, as it lies in
`section75/facts/schema`.
An editor accepts no less than the reader does; what it cannot see, such as whether a key is there, `check` says.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from section75.facts.agreement import Agreement
from section75.facts.equality import EqualityAnalysis
from section75.facts.figures import Figures
from section75.facts.house import HouseStyle
from section75.facts.letters import MODELS
from section75.facts.raw import NOT_KNOWN
from section75.facts.report import Report

Json = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
REMOVED: Final = {"const": "removed"}
_ASSUMED: Final = {"$ref": "#/definitions/Assumption"}
_UNKNOWN: Final = {"$ref": "#/definitions/Unknown"}


class _Generator(GenerateJsonSchema):
    """Says nothing of defaults: most are no JSON, and a field left out is plainer than one that repeats its default."""

    ignored_warning_kinds = {"non-serializable-default", "skipped-choice"}  # noqa: RUF012 - as pydantic declares it


def schemas() -> dict[str, Json]:
    """Return the schema of each kind of file by its name."""
    agreement = _schema(Agreement)
    return {
        "agreement": agreement,
        "renewal": _laid_over(agreement),
        "report": _schema(Report),
        "equality": _schema(EqualityAnalysis),
        "instrument": _instrument(),
        "house": _laid_over(_schema(HouseStyle)),
        "figures": _schema(Figures),
    }


def printed(schema: Json) -> str:
    """Return a schema as the file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


# ------------------------------------------------------------------ whole files


def _schema(model: type[BaseModel]) -> Json:
    found = model.model_json_schema(schema_generator=_Generator)
    return _whole(found, _tidy({name: value for name, value in found.items() if name != "$defs"}))


def _instrument() -> Json:
    """Return one schema for every kind of instrument, chosen by its `kind`."""
    by_model, found = models_json_schema([(model, "validation") for model in MODELS.values()], schema_generator=_Generator)
    kinds = {kind: _tidy(by_model[model, "validation"]) for kind, model in MODELS.items()}
    kind = {"enum": list(kinds), "description": "What it is: its own text has this name."}
    chosen = [{"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": schema} for kind, schema in kinds.items()]
    return _whole(found, {"type": "object", "properties": {"kind": kind}, "required": ["kind"], "allOf": chosen})


def _whole(found: Json, schema: Json) -> Json:
    definitions = {**{name: _tidy(value) for name, value in found.get("$defs", {}).items()}, **_own_definitions()}
    definitions = {name: _deep(value, lambda one: _described(one, definitions)) for name, value in definitions.items()}
    return {"$schema": DRAFT, **_deep(schema, lambda one: _described(one, definitions)), "definitions": definitions}


def _described(schema: Json, definitions: Json) -> Json:
    """Return a schema in which each field that says the same as its model says so itself: pydantic leaves that out."""
    fields = schema.get("properties", {})
    told = {name: {**_words_of(value, definitions), **value} for name, value in fields.items() if isinstance(value, Mapping)}
    return {**schema, "properties": {**fields, **told}} if fields else schema


def _words_of(value: Mapping[str, Any], definitions: Json) -> Json:
    named = [one["$ref"].rpartition("/")[2] for one in value.get("anyOf", ()) if "$ref" in one]
    return {"description": definitions[named[0]]["description"]} if named else {}


def _own_definitions() -> Json:
    because = {"type": "string", "description": "Why it is assumed: printed as a drafting note."}
    words = {"type": "string", "pattern": f"^({'|'.join(_in_any_case(word) for word in sorted(NOT_KNOWN))})$"}
    return {
        "Unknown": {"description": "Not known yet: printed as a blank.", "anyOf": [{"const": "TBC"}, {"type": "null"}, words]},
        "Assumption": {
            "description": "What is only inferred, with the reason.",
            "type": "object",
            "properties": {"assumed": {"description": "What is assumed."}, "because": because},
            "required": ["assumed", "because"],
            "additionalProperties": False,
        },
    }


def _in_any_case(word: str) -> str:
    """Return the pattern of a word in large or small letters."""
    return "".join(f"[{one.upper()}{one}]" if one.isalpha() else re.escape(one) for one in word.replace(" ", "_")).replace("_", " ")


def _laid_over(whole: Json) -> Json:
    """Return the schema of what a renewal states, or a house beside the default one: nothing need be there, and all may be removed."""
    definitions = {name: schema if name == "Assumption" else _deep(schema, _freed) for name, schema in whole["definitions"].items()}
    root = {key: value for key, value in whole.items() if key != "definitions"}
    return {**_deep(root, _freed), "definitions": definitions}


def _freed(schema: Json) -> Json:
    kept = {key: value for key, value in schema.items() if key != "required"}
    return _each_value(kept, lambda value: _also(value, REMOVED))


# ------------------------------------------------------------------ what editors need


def _tidy(schema: Json) -> Json:
    """Return a schema as editors read it best: one level of alternatives, no titles, blanks and assumptions where values may stand."""
    return _deep(schema, _tidied)


def _tidied(schema: Json) -> Json:
    kept = {key: value for key, value in schema.items() if key not in ("title", "default", "oneOf", "anyOf", "shorthand")}
    if "$ref" in kept:
        kept["$ref"] = kept["$ref"].replace("#/$defs/", "#/definitions/")
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if "enum" in kept:
        return _choices(kept)
    alternatives = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if alternatives:
        kept["anyOf"] = _flat(alternatives)
    kept = _each_value(_each_item(kept), lambda value: _also(value, _ASSUMED))
    if "required" in kept:
        kept["required"] = [name for name in kept["required"] if not _may_be_blank(schema["properties"][name])]
    return _with_shorthand(kept, schema) if "shorthand" in schema else kept


def _choices(schema: Json) -> Json:
    """Return the schema of a choice: the words that an editor offers, in whatever letters they are written."""
    words = "|".join(_in_any_case(word) for word in schema["enum"] if isinstance(word, str))
    rest = {key: value for key, value in schema.items() if key != "enum"}
    number = [{"type": "number"}] if any(str(word).replace(".", "").isdigit() for word in schema["enum"]) else []
    return {**rest, "anyOf": [{"enum": schema["enum"]}, {"type": "string", "pattern": f"^({words})$"}, *number]}


def _flat(alternatives: Iterable[Json]) -> list[Json]:
    """Return alternatives without those inside others, each once."""
    found: list[Json] = []
    for one in alternatives:
        inner = one["anyOf"] if "anyOf" in one and set(one) <= {"anyOf", "description"} else [_UNKNOWN if one == {"const": "TBC"} else one]
        found += [new for new in inner if new not in found]
    return [one for one in found if one != {"type": "null"} or _UNKNOWN not in found]


def _may_be_blank(schema: Json) -> bool:
    return _UNKNOWN in schema.get("anyOf", ())


def _with_shorthand(kept: Json, schema: Json) -> Json:
    """Return the schema of a thing that plain words may stand for."""
    words = kept["properties"][schema["shorthand"]]
    alternatives = _flat([kept, *words.get("anyOf", [words])])
    return {"description": schema.get("description", ""), "anyOf": alternatives}


def _also(value: Json, alternative: Json) -> Json:
    """Return a schema that accepts one thing more."""
    if not value or alternative in value.get("anyOf", ()):
        return value
    told = {key: kept for key, kept in value.items() if key == "description"}
    rest = {key: kept for key, kept in value.items() if key != "description"}
    inner = rest["anyOf"] if set(rest) == {"anyOf"} else [rest]
    return {**told, "anyOf": [*inner, alternative]}


# ------------------------------------------------------------------ walking


def _deep(schema: Json, change: Callable[[Json], Json]) -> Json:
    """Return a schema changed from the inside out."""
    inner = _each_value(_each_item(schema, lambda one: _deep(one, change)), lambda one: _deep(one, change))
    for key in ("anyOf", "oneOf", "allOf"):
        if key in inner:
            inner[key] = [_deep(one, change) for one in inner[key]]
    return change(inner)


def _each_value(schema: Json, change: Callable[[Json], Json]) -> Json:
    """Return a schema with the schemas of its fields and entries changed."""
    made = dict(schema)
    for key in ("properties", "patternProperties"):
        if key in made:
            made[key] = {name: change(value) for name, value in made[key].items()}
    if isinstance(made.get("additionalProperties"), Mapping):
        made["additionalProperties"] = change(made["additionalProperties"])
    return made


def _each_item(schema: Json, change: Callable[[Json], Json] = lambda value: _also(value, _ASSUMED)) -> Json:
    """Return a schema with that of the items of its list changed."""
    return {**schema, "items": change(schema["items"])} if isinstance(schema.get("items"), Mapping) else dict(schema)
