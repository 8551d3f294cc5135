"""The forms of the files as JSON Schema, which editors such as VS Code check and complete YAML by."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from knowledge.read.schema import FILES

DRAFT = "http://json-schema.org/draft-07/schema#"  # the one that every editor knows; nothing newer is used


def schema_files() -> dict[str, str]:
    """The text of each schema by its file's name: "facts.json" is for facts/*.yaml, "sources.json" for sources.yaml."""
    return {f"{_kind(file)}.json": _text(file, form.whole) for file, form in FILES.items()}


def _kind(file: str) -> str:
    return file.removesuffix(".yaml").rstrip("/")


def _text(file: str, whole: TypeAdapter[Any]) -> str:
    schema = _tidied(whole.json_schema())
    titled = {"$schema": DRAFT, "title": f"{file}{'*.yaml' if file.endswith('/') else ''} of a Factbox knowledge base"}
    return json.dumps({**titled, **schema}, indent=2, ensure_ascii=False) + "\n"


def _tidied(node: Any) -> Any:
    """Without the titles and defaults that pydantic makes up; what may be absent is not said to be null."""
    if isinstance(node, list):
        return [_tidied(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidied(each) for key, each in node.items() if not _made_up(key, each)}
    closed = {"additionalProperties": False} if "patternProperties" in kept else {}
    return _not_null({**kept, **closed})


def _made_up(key: str, value: Any) -> bool:
    return key == "default" or (key == "title" and isinstance(value, str))


def _not_null(node: dict[str, Any]) -> dict[str, Any]:
    """YAML has no null for Factbox: an empty value is an empty text."""
    choices = [choice for choice in node.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) != 1:
        return node
    return {**choices[0], **{key: value for key, value in node.items() if key != "anyOf"}}
