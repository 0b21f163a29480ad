"""Groups of key results behind a list of objectives: each belongs to one of them."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

PAGE = """# Our ferry, Q3 2027

## Objectives

{first}Looked at again, they come to two:

1. The ferry sails on time
2. Crews stay with us

## Key results

### {one}

- KR: 96 % of sailings leave within 3 minutes
- KR: Cancelled sailings fall from 30 to 5

### {two}

- KR: 9 of 10 deckhands sign on again
"""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("KRs on sailing", "KRs on crews"),
        ("Key results for sailing", "Key results for crews"),
        ("KR for 3 minutes of waiting", "KR for 10 crews"),
    ],
)
@pytest.mark.parametrize("first", ["", "1. More guests\n2. Fewer waits\n3. Calm\n\n"])
def test_each_group_belongs_to_an_objective_of_the_last_list(
    one: str, two: str, first: str
) -> None:
    document = parse(PAGE.format(one=one, two=two, first=first))
    kept = [(o.prose.text, len(o.key_results)) for o in document.objectives if o.key_results]
    assert kept == [("The ferry sails on time", 2), ("Crews stay with us", 1)]
