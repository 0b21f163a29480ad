"""What was read, as JSON, for other tools; documented in docs/json.md."""

from __future__ import annotations

from okrlint.context import Context, Due
from okrlint.lines import LineIndex
from okrlint.model import Cycle, Document, Field, KeyResult, Objective, Prose
from okrlint.place import PlaceIndex
from okrlint.reading import Beside, Quantity, Reading, When
from okrlint.report.as_json import place_data


def outline_data(context: Context) -> dict[str, object]:
    """One document: its cycle, mission, nature, objectives with key results, what was unread."""
    document = context.document
    places = PlaceIndex(LineIndex(document.source), document.places)
    return {
        "path": document.path,
        "cycle": _cycle(context.cycle, places),
        "mission": _text(document.mission, places) if document.mission else None,
        "nature": document.nature.value if document.nature else None,
        "objectives": [_objective(o, context, places) for o in document.objectives],
        "orphans": [_key_result(k, context, places) for k in document.orphans],
        "unread": _unread(document, places),
    }


def _unread(document: Document, places: PlaceIndex) -> list[dict[str, object]]:
    found = [(places.place(u.span), u) for u in document.unread]
    return [
        {"line": at.line, "place": at.name or None, "reason": u.reason, "certainty": u.certainty}
        for at, u in found
    ]


def _text(prose: Prose, places: PlaceIndex) -> dict[str, object]:
    return {"text": prose.text, **place_data(places.place(prose.span))}


def _cycle(cycle: Cycle | None, places: PlaceIndex) -> dict[str, object] | None:
    if cycle is None:
        return None
    at = places.place(cycle.span) if cycle.span else None
    return {
        "start": cycle.start,
        "end": cycle.end,
        "event": cycle.event,
        "words": cycle.words,
        "found": cycle.found.value,
        "line": at.line if at else None,
        "place": (at.name or None) if at else None,
        "note": cycle.note,
    }


def _fields(fields: tuple[Field, ...]) -> list[dict[str, str]]:
    return [{"name": f.name, "text": f.prose.text} for f in fields]


def _objective(objective: Objective, context: Context, places: PlaceIndex) -> dict[str, object]:
    return {
        "label": objective.label,
        **_text(objective.prose, places),
        "cycle": _cycle(objective.cycle, places),
        "section": list(objective.section),
        "fields": _fields(objective.fields),
        "struck": objective.struck,
        "due": _due(context.due(objective)),
        "key_results": [_key_result(k, context, places) for k in objective.key_results],
    }


def _key_result(key_result: KeyResult, context: Context, places: PlaceIndex) -> dict[str, object]:
    return {
        "label": key_result.label,
        **_text(key_result.prose, places),
        "fields": _fields(key_result.fields),
        "checked": key_result.checked,
        "struck": key_result.struck,
        "due": _due(context.due(key_result)),
        "reading": reading_data(context.reading(key_result)),
    }


def _due(due: Due | None) -> dict[str, object] | None:
    return {"date": due.date, "event": due.event, "source": due.source} if due else None


def reading_data(reading: Reading) -> dict[str, object]:
    """What one statement says where it stands; offsets are 0-based characters into its text."""
    deadline = reading.deadline
    return {
        "promise": reading.promise.value if reading.judged else None,
        "confidence": round(reading.confidence, 3),
        "measurable": reading.measurable,
        "baseline": reading.baseline,
        "deadline": None if deadline is None else _DEADLINES[deadline.kind.value],
        "compound": bool(reading.compound),
        "vague": bool(reading.vague),
        "quantities": [_quantity(q, reading.text) for q in reading.quantities],
        "dates": [_when(w) for w in reading.whens],
        "beside": [_beside(b) for b in reading.beside],
        "decisions": [
            {
                "question": d.question,
                "answer": d.answer,
                "share": round(d.share, 3),
                "reasons": list(d.reasons),
            }
            for d in reading.decisions
        ],
        "evidence": [
            {"start": e.start, "end": e.end, "text": reading.text[e.start : e.end], "says": e.says}
            for e in reading.evidence
        ],
    }


def _beside(beside: Beside) -> dict[str, object]:
    """What one field adds; offsets are 0-based characters into its own text."""
    return {
        "field": beside.field,
        "text": beside.text,
        "baseline": beside.baseline,
        "quantities": [_quantity(q, beside.text) for q in beside.quantities],
        "dates": [_when(w) for w in beside.whens],
    }


_DEADLINES = {"deadline": "date", "cadence": "cadence"}


def _quantity(quantity: Quantity, text: str) -> dict[str, object]:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": text[quantity.start : quantity.end],
        "measure": quantity.measure.value,
        "value": quantity.value,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "comparison": quantity.comparison.value,
        "baseline": quantity.baseline,
    }


def _when(when: When) -> dict[str, object]:
    return {
        "start": when.start,
        "end": when.end,
        "text": when.text,
        "kind": when.kind.value,
        "earliest": when.earliest,
        "latest": when.latest,
        "event": when.event,
        "impossible": when.impossible,
    }
