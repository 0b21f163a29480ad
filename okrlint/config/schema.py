"""The JSON schema of the configuration, for editors; made from the types that read it."""

from __future__ import annotations

from typing import Any

import msgspec

from okrlint.config.raw import RawConfig
from okrlint.declared import RawRule
from okrlint.registry import RuleSet
from okrlint.rule import Rule

SCHEMA_ID = "https://raw.githubusercontent.com/okrlint/okrlint/main/docs/okrlint.schema.json"


def config_schema(rules: RuleSet) -> dict[str, Any]:
    """The schema of `okrlint.toml` and of `[tool.okrlint]`, with the options of all rules."""
    (schema,), definitions = msgspec.json.schema_components(
        [RawConfig], ref_template="#/$defs/{name}"
    )
    schema = definitions.pop(schema["$ref"].rsplit("/", 1)[-1])
    options: dict[str, Any] = {}
    for rule in rules:
        (reference,), parts = msgspec.json.schema_components(
            [type(rule.options)], ref_template="#/$defs/{name}"
        )
        one = parts.pop(reference["$ref"].rsplit("/", 1)[-1])
        options[rule.name] = _closed(one, rule)
    properties = schema["properties"]
    properties["rules"] = {
        "description": "Rule -> its options.",
        "type": "object",
        "properties": options,
        "additionalProperties": False,
    }
    (declared,), parts = msgspec.json.schema_components([RawRule], ref_template="#/$defs/{name}")
    definitions |= parts
    properties["rule"] = {
        "description": "Rules of your own, without code.",
        "type": "array",
        "items": declared,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Configuration of okrlint",
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "additionalProperties": False,
        "$defs": definitions,
    }


def _closed(schema: dict[str, Any], rule: type[Rule]) -> dict[str, Any]:
    """A rule's options with the names people write, its own defaults, and no others."""
    properties = {
        name.replace("_", "-"): value
        | {"default": msgspec.to_builtins(getattr(rule.options, name))}
        for name, value in schema.get("properties", {}).items()
    }
    return {
        "description": rule.summary,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
