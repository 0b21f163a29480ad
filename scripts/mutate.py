"""Mutation testing: `python -m scripts.mutate okrlint/fix.py tests/test_fix.py --most 60`.

Changes one thing at a time in a file (a comparison, a number, a word, a call left out) and runs the
tests named until one fails; a change that no test notices is printed, to be looked at. The tests
run in a fork of one warm process, and in what they start, since the file itself is changed too; so
run it in a copy of the checkout that nobody else uses. Needs a system that forks.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import io
import os
import random
import signal
import sys
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

_OTHER: dict[type[ast.AST], Any] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.And: ast.Or,
    ast.Or: ast.And, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_ARGUMENTS = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--no-header", "--tb=no"]


_SLOW = ("load_model", "load_pipeline", "load_reader", "load_rules")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a file."""

    line: int
    what: str
    tree: ast.AST
    node: ast.AST
    changed: ast.AST

    @property
    def source(self) -> str:
        """The whole file with the change; made when asked, for most are never tried."""
        return ast.unparse(_replaced(self.tree, self.node, self.changed))


def find_mutants(source: str) -> Iterator[Mutant]:
    """Every change of a text of Python, one at a time."""
    tree = ast.parse(source)
    skipped = _skipped(tree)
    nodes = [node for node in ast.walk(tree) if id(node) not in skipped]
    for node in nodes:
        for changed in _changes(node):
            line = getattr(node, "lineno", 0)
            what = f"{ast.unparse(node)!s:.70}  ->  {ast.unparse(changed)!s:.70}"
            yield Mutant(line, " ".join(what.split()), tree, node, changed)


def _skipped(tree: ast.AST) -> set[int]:
    """Docstrings, annotations, lists of names, decorators, bases: nothing to test or to swap."""
    found: set[int] = set()
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        match node:
            case ast.Expr(value=ast.Constant()):
                parts = [node]
            case ast.FunctionDef():
                parts = [node.returns, *node.decorator_list]
            case ast.arg() | ast.AnnAssign():
                parts = [node.annotation]
            case ast.Assign(targets=[ast.Name("__all__" | "__slots__")]):
                parts = [node]
            case ast.Assign(value=ast.Subscript(ast.Name("tuple" | "dict" | "Mapping"))):
                parts = [node]  # the name of a type
            case ast.ClassDef():
                parts = [*node.decorator_list, *node.bases, *node.keywords]
        for part in parts:
            found |= {id(one) for one in ast.walk(part)} if part else set()
    return found


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    new: Any = copy.deepcopy(node)
    match new:
        case ast.Compare():
            new.ops[0] = _OTHER[type(new.ops[0])]()
            yield new
        case ast.BinOp() | ast.BoolOp() if type(new.op) in _OTHER:
            new.op = _OTHER[type(new.op)]()
            yield new
        case ast.UnaryOp(op=ast.Not()):
            yield new.operand
        case ast.Constant():
            yield from _constants(new.value)
        case ast.If() | ast.IfExp() | ast.While():
            new.test = ast.UnaryOp(ast.Not(), new.test)
            yield new
        case ast.Return(ast.AST()) if not _says_no(new.value):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign() | ast.Expr(ast.Call()):
            yield ast.Pass()
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set():
            yield from _less(new, "elts", at_least=2)
        case ast.Call():
            yield from _less(new, "keywords", at_least=1)


def _says_no(node: ast.AST | None) -> bool:
    """Whether it is None or False: who asks a question of yes and no takes both alike."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


def _less(node: ast.AST, parts: str, at_least: int) -> Iterator[ast.AST]:
    """The node with one of its parts left out."""
    number = len(getattr(node, parts))
    for place in range(number if number >= at_least else 0):
        less = copy.deepcopy(node)
        del getattr(less, parts)[place]
        yield less


def _constants(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(value=not value)
    elif isinstance(value, (int, float)):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"XX{value}")
    elif isinstance(value, bytes):
        yield ast.Constant(b"XX" + value)


def _replaced(tree: ast.AST, node: ast.AST, changed: ast.AST) -> ast.AST:
    """A copy of a tree in which one node is another."""
    copies: dict[int, Any] = {}
    new = copy.deepcopy(tree, copies)
    wanted = copies[id(node)]

    class Swap(ast.NodeTransformer):
        def visit(self, seen: ast.AST) -> ast.AST:
            return changed if seen is wanted else self.generic_visit(seen)

    return ast.fix_missing_locations(Swap().visit(new))


def _take_over(old: types.ModuleType, source: str) -> None:
    """Let a module, and all that hold its parts, behave as another text of it would."""
    fresh = types.ModuleType(old.__name__)
    fresh.__dict__.update(__file__=old.__file__, __package__=old.__package__)
    sys.modules[old.__name__] = fresh
    try:
        with mock.patch("spacy.util.is_same_func", return_value=True):  # a component is made twice
            exec(compile(source, str(old.__file__), "exec"), fresh.__dict__)  # noqa: S102
    finally:
        sys.modules[old.__name__] = old
    _forget()
    for name, new in vars(fresh).items():
        known = vars(old).get(name)
        if isinstance(known, type) and known.__module__ == old.__name__:
            for key, value in vars(new).items():
                _swap_code(vars(known).get(key), value)
            if name.startswith("_"):  # nobody else holds it: its defaults and bounds count too
                setattr(old, name, new)
        elif not _swap_code(known, new) and not name.startswith("__"):
            for module in list(sys.modules.values()):
                ours = getattr(module, "__name__", "").startswith(("okrlint", "tests"))
                if ours and vars(module).get(name, module) is known:
                    setattr(module, name, new)


def _forget() -> None:
    """Empty what okrlint keeps between calls, but for what is slow to load."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("okrlint"):
            for name, held in list(vars(module).items()):
                if hasattr(held, "cache_clear") and name not in _SLOW:
                    held.cache_clear()


def _swap_code(old: object, new: object) -> bool:
    """Give a function the code of another; whether it was one."""
    for attribute in ("fget", "func", "__func__", "__wrapped__"):
        inner = getattr(old, attribute, None)
        if inner is not None and not isinstance(old, types.FunctionType):
            if hasattr(old, "cache_clear"):
                old.cache_clear()
            return _swap_code(inner, getattr(new, attribute, None))
    if not isinstance(old, types.FunctionType) or not isinstance(new, types.FunctionType):
        return False
    inner = getattr(old, "__wrapped__", None)
    if inner is not None:  # a context manager, say: its own code is the library's
        return _swap_code(inner, getattr(new, "__wrapped__", None))
    old.__code__, old.__defaults__ = new.__code__, new.__defaults__
    old.__kwdefaults__ = new.__kwdefaults__
    return True


def _survives(mutant: Mutant, file: Path, tests: Sequence[str], seconds: int) -> bool:
    module = import_module(".".join(file.with_suffix("").parts))
    before = file.read_text(encoding="utf-8")
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        code = 1
        with contextlib.suppress(BaseException):
            signal.setitimer(signal.ITIMER_REAL, 0)
            _silence()
            _take_over(module, mutant.source)
            file.write_text(mutant.source, encoding="utf-8")
            code = int(pytest.main([*_ARGUMENTS, *tests]))
        os._exit(code)
    try:
        return _wait(child, seconds) == 0
    finally:
        file.write_text(before, encoding="utf-8")


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb"))
    sys.stderr = io.TextIOWrapper(os.fdopen(2, "wb"))


def _wait(child: int, seconds: int) -> int:
    """The exit code of a child; 1 for one that takes too long, which is noticed too."""

    def end(number: int, frame: object) -> None:
        del number, frame
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Print the mutants that survive, and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--most", type=int, default=10_000, help="a random sample of so many")
    parser.add_argument("--only", type=int, nargs="*", help="those that were printed so numbered")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=600, help="most for one mutant")
    wishes = parser.parse_args()
    mutants = list(find_mutants(wishes.file.read_text(encoding="utf-8")))
    total = len(mutants)
    random.Random(wishes.seed).shuffle(mutants)  # noqa: S311
    numbered = list(enumerate(mutants, 1))[: wishes.most]
    numbered = [one for one in numbered if not wishes.only or one[0] in wishes.only]
    if pytest.main([*_ARGUMENTS, *wishes.tests]) != 0:
        raise SystemExit("the tests fail as it is")
    tree = ast.parse(wishes.file.read_text(encoding="utf-8"))
    same = Mutant(0, "nothing", tree, tree, tree)
    if not _survives(same, wishes.file, wishes.tests, wishes.seconds):
        raise SystemExit("the tests fail in a fork, though nothing is changed")
    survived = 0
    for number, mutant in numbered:
        if _survives(mutant, wishes.file, wishes.tests, wishes.seconds):
            survived += 1
            print(f"survived ({number}): {wishes.file}:{mutant.line}: {mutant.what}", flush=True)
    killed = len(numbered) - survived
    share = 100 * killed / len(numbered)
    print(f"{wishes.file}: {killed} of {len(numbered)} killed, {share:.0f} %; {total} in all")


if __name__ == "__main__":
    main()
