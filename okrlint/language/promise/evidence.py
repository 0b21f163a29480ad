"""The words that decided, with what they say, for people."""

from __future__ import annotations

from okrlint.language.promise.sign import Sign
from okrlint.language.promise.weigh import Verdict
from okrlint.language.words import load_table
from okrlint.reading import Evidence

MOST = 3
"""How many pieces of evidence a reading names at most."""


def find_evidence(verdict: Verdict) -> tuple[Evidence, ...]:
    """The claim, where it speaks for the verdict, and the strongest signs beside it."""
    evidence: list[Evidence] = []
    claims = [sign for sign in verdict.deciding if sign.name.startswith("claim=")]
    others = [sign for sign in verdict.deciding if not sign.name.startswith("claim=")]
    for sign in (*claims, *others):
        says = describe_sign(sign)
        clash = any(e.start < sign.end and sign.start < e.end for e in evidence)
        if says and not clash and sign.start < sign.end:
            evidence.append(Evidence(sign.start, sign.end, says))
        if len(evidence) == MOST:
            break
    return tuple(sorted(evidence, key=lambda e: e.start))


def describe_sign(sign: Sign) -> str:
    """What a sign says, in a few words for people; "" when there is nothing to show."""
    family, _, rest = sign.name.partition("=")
    family = family.partition(":")[0]
    parts = rest.split(":")
    if family == "claim":
        return _describe_claim(parts)
    return _says(f"sign {family}").replace("{noun}", _says(f"noun {parts[-1]}") or "a thing")


def _describe_claim(parts: list[str]) -> str:
    kind = parts[0]
    says = _says(f"claim {kind}") or _says(f"claim {kind.partition('-')[0]}")
    if len(parts) == 1:
        return says or kind
    noun = _says(f"noun {parts[1]}") or "a thing"
    much = _says(f"much {parts[2]}")
    return f"{(says or '{noun}').replace('{noun}', noun)}, {much}"


def _says(key: str) -> str:
    fields = load_table("promise-says").get(key, ())
    return fields[0] if fields else ""
