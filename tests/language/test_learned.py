"""The learned reader: its files, its arithmetic, and what it makes of any text."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.language import learned
from okrlint.language.learned import Judgement, Model, ModelError, load_model, read_model
from okrlint.language.learned.encoder import Encoder, Shape, gelu, normalise, softmax
from okrlint.language.learned.tokenizer import Tokenizer, split_words
from okrlint.reading import Promise

DATA = Path(learned.__file__).parent / "data"
PLAIN = (
    "Raise weekly active teams from 40 to 90 by June",
    "Launch the new pricing page",
    "Publish 6 case studies",
    "Hold a tasting every Friday",
    "Bakers love the new oven",
    "Cut returned parcels below 2 % and open a second depot",
)
ODD = (
    "",
    " ",
    "\n\t",
    "...",
    "日本語",
    "🚀🚀",
    "a" * 5000,
    "word " * 400,
    "\x00\x07",
    "naïve café ½",
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def numbers(judgement: Judgement) -> np.ndarray:
    flags = (judgement.measurable, judgement.baseline, judgement.compound, judgement.vague)
    return np.array([*judgement.promise, *judgement.deadline, *flags])


def test_a_blank_promises_what_a_number_would(model: Model) -> None:
    pairs = (
        ("Inoculate X% of the herds", "Inoculate 20% of the herds"),
        ("Win __ new sponsors", "Win 20 new sponsors"),
        ("Rebuild N locks on the canal", "Rebuild 20 locks on the canal"),
    )
    for pair in pairs:
        blank, number = model.predict(pair)
        assert blank.promise == pytest.approx(number.promise, abs=1e-4)
        assert blank.measurable != number.measurable


def test_files_belong_together_and_are_small() -> None:
    digest = hashlib.sha256((DATA / "reader.npz").read_bytes()).hexdigest()
    assert json.loads((DATA / "reader.json").read_text(encoding="utf-8"))["sha256"] == digest
    assert digest in (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 16_000_000  # 12 in the wheel
    with zipfile.ZipFile(DATA / "reader.npz") as archive:  # unpacking them is a tenth of a start
        assert all(one.compress_type == zipfile.ZIP_STORED for one in archive.infolist())


def test_damaged_file_is_an_error(tmp_path: Path) -> None:
    for path in DATA.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "reader.npz").open("r+b") as file:
        file.seek(5000)
        file.write(b"\xff\x00\xff")
    with pytest.raises(ModelError, match="damaged"):
        read_model(tmp_path)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        read_model(tmp_path)
    reason = "cannot be read (No such file or directory); install okrlint again"
    assert str(caught.value) == f"{tmp_path}: {reason}"


def test_probabilities_are_calibrated(model: Model) -> None:
    """Whoever ships other weights writes other numbers here."""
    (judged,) = model.predict(["Crews are trained in first aid"])
    assert judged.promise == pytest.approx((0.967, 0.009, 0.024), abs=0.005)
    assert judged.deadline == pytest.approx((0.001, 0.0, 0.999), abs=0.005)
    assert (judged.measurable, judged.vague) == pytest.approx((0.008, 0.043), abs=0.005)


def test_model_is_read_once() -> None:
    assert load_model() is load_model()


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Raise weekly active teams from 40 to 90", Promise.OUTCOME),
        ("Launch the new pricing page", Promise.TASK),
        ("Publish 6 case studies", Promise.OUTPUT),
        ("Have a recovery plan for the data centre", Promise.TASK),
        ("90 % of members renew", Promise.OUTCOME),
    ],
)
def test_plain_statements(model: Model, text: str, promise: Promise) -> None:
    judgement = model.predict([text])[0]
    assert judgement.likeliest is promise
    assert judgement.confidence == max(judgement.promise)


def test_plain_properties(model: Model) -> None:
    rise, launch, _, weekly, love, both = model.predict(PLAIN)
    assert rise.measurable > 0.5 > launch.measurable
    assert rise.baseline > 0.5 > launch.baseline
    assert rise.deadline.index(max(rise.deadline)) == 0
    assert weekly.deadline.index(max(weekly.deadline)) == 1
    assert launch.deadline.index(max(launch.deadline)) == 2
    assert love.measurable < 0.5
    assert both.compound > 0.5 > launch.compound


def test_probabilities_add_up(model: Model) -> None:
    for judgement in model.predict([*PLAIN, *ODD]):
        assert sum(judgement.promise) == pytest.approx(1)
        assert sum(judgement.deadline) == pytest.approx(1)
        assert ((numbers(judgement) >= 0) & (numbers(judgement) <= 1)).all()


def test_neighbours_do_not_matter(model: Model) -> None:
    texts = [*PLAIN, *ODD, *(f"{text} in {n} shops" for text in PLAIN for n in range(5))]
    together = model.predict(texts)
    assert len(together) == len(texts)
    for text, judgement in zip(texts, together, strict=True):
        alone = model.predict([text])[0]
        assert numbers(alone) == pytest.approx(numbers(judgement), abs=1e-5)


def test_same_answer_twice(model: Model) -> None:
    assert model.predict(PLAIN) == model.predict(PLAIN)


def test_no_texts(model: Model) -> None:
    assert model.predict([]) == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    judgement = load_model().predict([text])[0]
    assert np.isfinite(numbers(judgement)).all()


def test_explain_names_the_words(model: Model) -> None:
    text = "Launch the new pricing page"
    influences = model.explain(text)
    assert [text[i.start : i.end] for i in influences] == text.split()
    assert [i.word for i in influences] == text.split()
    assert all(-1 <= i.change <= 1 for i in influences)
    assert model.explain("") == ()


def test_split_words() -> None:
    assert list(split_words("Café-NPS: 1,2k €5 (v2.0)")) == [
        "cafe", "-", "nps", ":", "1", ",", "2k", "€", "5", "(", "v2", ".", "0", ")",
    ]  # fmt: skip


def test_tokenizer_takes_the_longest_piece() -> None:
    pieces = ["[CLS]", "[SEP]", "[UNK]", "on", "onboard", "##ing", "##i", "##n", "##g"]
    tokenizer = Tokenizer(pieces, 6)
    assert tokenizer.encode("Onboarding") == [0, 4, 5, 1]
    assert tokenizer.encode("Oning q") == [0, 3, 5, 2, 1]
    assert tokenizer.encode("on " * 50) == [0, 3, 3, 3, 3, 1]


def test_arithmetic() -> None:
    x = np.array([[1.0, 2.0, 3.0, 6.0]], dtype=np.float32)
    ones, zeros = np.ones(4, dtype=np.float32), np.zeros(4, dtype=np.float32)
    normal = normalise(x.copy(), ones, zeros)
    assert normal.mean() == pytest.approx(0, abs=1e-6)
    assert normal.std() == pytest.approx(1, abs=1e-5)
    assert softmax(x.copy()).sum() == pytest.approx(1)
    assert gelu(np.array([0.0, 1.0, -1.0], dtype=np.float32)) == pytest.approx(
        [0, 0.8412, -0.1588], abs=1e-3
    )


def test_encoder_is_one_attention_step_by_hand() -> None:
    """A layer of width 2 whose dense part adds nothing, worked out on paper."""
    eye, zero = np.eye(2, dtype=np.float32), np.zeros((2, 2), dtype=np.float32)
    ones, none = np.ones(2, dtype=np.float32), np.zeros(2, dtype=np.float32)
    weights = {
        "words": np.array([[3.0, 1.0], [0.0, 2.0]], dtype=np.float32),
        "places": np.zeros((4, 2), dtype=np.float32),
        "norm.scale": ones, "norm.shift": none,
        "0.queries.weight": zero, "0.queries.bias": none,
        "0.keys_values.weight": np.hstack([eye, eye]),
        "0.keys_values.bias": np.zeros(4, dtype=np.float32),
        "0.mix.weight": eye, "0.mix.bias": none, "0.mix.scale": ones, "0.mix.shift": none,
        "0.up.weight": eye, "0.up.bias": none, "0.down.weight": zero, "0.down.bias": none,
        "0.down.scale": ones, "0.down.shift": none,
        "head.weight": eye, "head.bias": none,
    }  # fmt: skip
    encoder = Encoder(weights, Shape(layers=1, heads=1, longest=4))
    # Norm: (1, -1) and (-1, 1). Equal attention over 0, 1, 0: (1/3, -1/3); added, normed: (1, -1).
    logits = encoder.find_logits([[0, 1, 0], [1], [0, 1, 0]])
    assert logits == pytest.approx(np.array([[1, -1], [-1, 1], [1, -1]]), abs=1e-5)


def _plain(weights: dict[str, np.ndarray], row: list[int], layers: int, heads: int) -> np.ndarray:
    """What an encoder says of one row, a token at a time, as the paper writes it."""

    def norm(x: np.ndarray, name: str) -> np.ndarray:
        away = x - x.mean()
        return (
            away / np.sqrt((away**2).mean()) * weights[f"{name}.scale"] + weights[f"{name}.shift"]
        )

    def through(x: np.ndarray, name: str) -> np.ndarray:
        return x @ weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def bend(x: np.ndarray) -> np.ndarray:
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

    tokens = [norm(weights["words"][t] + weights["places"][at], "norm") for at, t in enumerate(row)]
    for layer in range(layers):
        keys, values = zip(
            *(np.split(through(t, f"{layer}.keys_values"), 2) for t in tokens), strict=True
        )
        found = []
        for token in tokens:
            asked = np.split(through(token, f"{layer}.queries"), heads)
            heard = []
            for head, query in enumerate(asked):
                pulls = np.exp([query @ np.split(key, heads)[head] for key in keys])
                parts = [np.split(value, heads)[head] for value in values]
                heard.append(sum(p * v for p, v in zip(pulls / pulls.sum(), parts, strict=True)))
            y = norm(through(np.concatenate(heard), f"{layer}.mix") + token, f"{layer}.mix")
            z = through(bend(through(y, f"{layer}.up")), f"{layer}.down")
            found.append(norm(z + y, f"{layer}.down"))
        tokens = found
    return through(tokens[0], "head")


def test_encoder_says_what_the_plain_arithmetic_says() -> None:
    """Two layers, two heads, rows of several lengths, more of them than one pass takes."""
    draw = np.random.default_rng(7)
    sizes = {"head.weight": (4, 3), "head.bias": (3,), "words": (9, 4), "places": (6, 4)}
    for layer in "01":
        sizes |= {
            f"{layer}.queries.weight": (4, 4), f"{layer}.queries.bias": (4,),
            f"{layer}.keys_values.weight": (4, 8), f"{layer}.keys_values.bias": (8,),
            f"{layer}.mix.weight": (4, 4), f"{layer}.mix.bias": (4,),
            f"{layer}.up.weight": (4, 6), f"{layer}.up.bias": (6,),
            f"{layer}.down.weight": (6, 4), f"{layer}.down.bias": (4,),
        }  # fmt: skip
        for part in ("mix", "down"):
            sizes |= {f"{layer}.{part}.scale": (4,), f"{layer}.{part}.shift": (4,)}
    sizes |= {"norm.scale": (4,), "norm.shift": (4,)}
    weights = {name: draw.normal(size=size).astype(np.float32) for name, size in sizes.items()}
    rows = [draw.integers(0, 9, size=length).tolist() for length in (5, 2, 6, 2, 1, 5)]
    logits = Encoder(weights, Shape(layers=2, heads=2, longest=6)).find_logits(rows * 60)
    assert logits.shape == (360, 3)
    wanted = [_plain(weights, row, layers=2, heads=2) for row in rows]
    assert logits == pytest.approx(np.array(wanted * 60), abs=1e-3)


def test_shares_of_large_numbers() -> None:
    x = np.array([[900.0, 901.0, 0.0]], dtype=np.float32)
    assert softmax(x) == pytest.approx(np.array([[0.2689, 0.7311, 0]]), abs=1e-3)


def test_the_component_judges_docs_alone_and_in_batches(model: Model) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("okr_reader")
    assert nlp.get_pipe_meta("okr_reader").assigns == ["doc._.okr_judgement"]
    assert nlp.make_doc("Paint")._.okr_judgement is None
    texts = ["Paint the pier", "Sell 40 tickets", "Guests come back"]
    judged = model.predict(texts)
    alone = [nlp(text)._.okr_judgement for text in texts]
    close = [pytest.approx(one.promise, abs=1e-5) for one in judged]
    assert [one.promise for one in alone] == close
    docs = list(nlp.pipe(texts * 3, batch_size=2))
    assert [doc.text for doc in docs] == texts * 3
    assert [doc._.okr_judgement.likeliest for doc in docs] == [j.likeliest for j in judged] * 3
