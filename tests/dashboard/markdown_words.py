"""
What of a page's code reaches Streamlit as Markdown, and whether it is our own.

Ours is a literal, a number, what the escape function and its kin give, an entry of a
table of literals, or a name that stands for one of these wherever it is given a value.
A parameter is never ours by itself: what is passed may be anybody's.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FIRST = {
    "badge", "button", "caption", "checkbox", "dialog", "download_button", "error", "expander",
    "file_uploader", "header", "info", "markdown", "multiselect", "number_input", "pills",
    "popover", "radio", "segmented_control", "select_slider", "selectbox", "slider", "spinner",
    "status", "subheader", "success", "text_area", "text_input", "title", "toast", "toggle",
    "warning",
}  # fmt: skip
"""Elements whose first argument is Markdown."""

ALL = {"metric", "tabs"}
"""Elements all of whose positional arguments are."""

OPTIONS = {"pills", "segmented_control", "radio"}
"""Elements that read each of their options as Markdown; others show an option as it is."""

NAMED = {"help", "title", "label", "captions", "body", "delta"}
"""Arguments by name that are Markdown wherever an element takes them."""

UNMISTAKABLE = {"caption", "expander", "markdown", "popover", "subheader"}
"""Elements whose name is no method of anything else here."""

FORBIDDEN = {
    "audio", "dataframe_html", "graphviz_chart", "iframe", "image", "latex", "link_button",
    "map", "pdf", "table", "video", "write", "write_stream",
}  # fmt: skip
"""Elements that draw whatever they get, or fetch it."""

ESCAPES = {
    "label", "cards.label", "cards.claim_label", "cards.line_label", "cards.fit_label",
    "cards.weight_label", "cards.origin_label", "cards.source_names", "claim_label", "line_label",
    "fit_label", "weight_label", "origin_label",
}  # fmt: skip
"""What makes a text literal, in the module of the escape function."""

ROOT = Path(__file__).parents[2]

_NUMBERS = {"len", "abs", "round", "int", "sum", "min", "max"}
_KEEPING = {"join", "lower", "capitalize", "format", "strip", "upper"}


@dataclass
class Module:
    """One module of the pages: its own calls, and the names that stand for our words."""

    path: Path
    pure: set[str]
    """Functions of pure modules that give our own words and numbers, as `module.function`."""
    tree: ast.Module = field(init=False)
    parents: dict[ast.AST, ast.AST] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.tree = ast.parse(self.path.read_text("utf-8"))
        for node in ast.walk(self.tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def offences(self) -> Iterator[str]:
        """Give the place and the words of each argument that is not ours."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module == "streamlit":
                yield f"{self.path.name}:{node.lineno} from streamlit import"
            if not isinstance(node, ast.Call):
                continue
            for argument in self._drawn(node):
                if not self.ours(argument):
                    yield f"{self.path.name}:{argument.lineno} {ast.unparse(argument)}"

    def _drawn(self, call: ast.Call) -> Iterator[ast.expr]:
        function = call.func
        if not isinstance(function, ast.Attribute):
            return
        by_name = {word.arg: word.value for word in call.keywords}
        if not isinstance(function.value, ast.Name) or function.value.id != "st":
            # A container draws by its own methods too; the pages draw by `st` alone.
            if by_name.keys() & {"unsafe_allow_html"} or function.attr in UNMISTAKABLE:
                yield function
            return
        name = function.attr
        if name in FORBIDDEN or "unsafe_allow_html" in by_name:
            yield function
        if name in FIRST:
            yield from call.args[:1]
        if name in ALL:
            yield from call.args
        if name in OPTIONS:
            shown = by_name.get("format_func", call.args[1] if len(call.args) > 1 else None)
            if shown is not None:
                yield shown
        if name in FIRST | ALL | {"page_link", "Page", "navigation", "column_config"}:
            yield from (value for word, value in by_name.items() if word in NAMED)

    def ours(self, value: ast.expr, seen: frozenset[str] = frozenset()) -> bool:
        """Tell whether a value can hold no words but ours."""
        match value:
            case ast.Constant():
                return True
            case ast.JoinedStr(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
                return all(self.ours(part, seen) for part in parts)
            case ast.FormattedValue(value=inner) | ast.Starred(value=inner):
                return self.ours(inner, seen)
            case ast.IfExp(body=one, orelse=other):
                return self.ours(one, seen) and self.ours(other, seen)
            case ast.BoolOp(values=parts):
                return all(self.ours(part, seen) for part in parts)
            case ast.BinOp(left=one, op=operator, right=other):
                # Of a text nothing but a sum can be made, and with a number not even that.
                return (
                    not isinstance(operator, ast.Add | ast.Mod)
                    or any(
                        isinstance(part, ast.Constant) and isinstance(part.value, int)
                        for part in (one, other)
                        if isinstance(operator, ast.Add)
                    )
                    or (self.ours(one, seen) and self.ours(other, seen))
                )
            case ast.Lambda(body=body):
                return self.ours(body, seen)
            case ast.GeneratorExp(elt=part) | ast.ListComp(elt=part):
                return self.ours(part, seen)
            case ast.Dict(values=parts):
                return all(self.ours(part, seen) for part in parts)
            case ast.DictComp(value=part):
                return self.ours(part, seen)
            case ast.Subscript(value=table):
                return self.ours(table, seen)
            case ast.Attribute(value=table, attr="__getitem__" | "get" | "capitalize"):
                return self.ours(table, seen)
            case ast.Call():
                return self._call(value, seen)
            case ast.Name() | ast.Attribute():
                return self._named(value, seen)
        return False

    def _call(self, call: ast.Call, seen: frozenset[str]) -> bool:
        name = ast.unparse(call.func)
        if name in ESCAPES | _NUMBERS | self.pure:
            return True
        if name in {"list", "str", "sorted", "tuple"}:
            return all(self.ours(part, seen) for part in call.args)
        if isinstance(call.func, ast.Attribute):
            method, on = call.func.attr, call.func.value
            if method in _KEEPING:
                return self.ours(on, seen) and all(self.ours(part, seen) for part in call.args)
            if method in {"get", "values"}:
                return self.ours(on, seen) and all(self.ours(part, seen) for part in call.args[1:])
        return False

    def _named(self, value: ast.Name | ast.Attribute, seen: frozenset[str]) -> bool:
        name = ast.unparse(value)
        if name in self.pure or f"{self.path.name}:{name}" in self.pure:
            return True
        if name in seen:
            return False
        if not isinstance(value, ast.Name):
            return self._of_another(*name.rsplit(".", 1))
        given = list(self._given(value))
        if not given:
            return self._of_another("", name)
        return bool(given) and all(self.ours(one, seen | {name}) for one in given)

    def _of_another(self, module: str, name: str) -> bool:
        """Tell whether a name that is imported, or a module's, is a constant of our words."""
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.ImportFrom):
                continue
            for one in node.names:
                known = one.asname or one.name
                path = f"{node.module}.{one.name}" if module else str(node.module)
                if known == (module or name):
                    file = ROOT.joinpath(*path.split(".")).with_suffix(".py")
                    if not file.exists():
                        return False
                    given = [*_bindings(ast.parse(file.read_text("utf-8")), name)]
                    other = Module(file, self.pure)
                    return bool(given) and all(other.ours(one, frozenset({name})) for one in given)
        return False

    def _given(self, name: ast.Name) -> Iterator[ast.expr]:
        """Give what a name stands for: in its function, or else in the module."""
        scope: ast.AST | None = name
        while scope is not None:
            scope = self.parents.get(scope)
            if isinstance(scope, ast.FunctionDef | ast.Module | ast.Lambda):
                found = list(_bindings(scope, name.id))
                if found:
                    yield from found
                    return


def _bindings(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    if isinstance(scope, ast.FunctionDef | ast.Lambda):
        every = [*scope.args.args, *scope.args.kwonlyargs, *scope.args.posonlyargs]
        for parameter in every:
            if parameter.arg == name:
                # Stands for anything: a name that is never bound is not ours.
                yield ast.Name("(parameter)", lineno=0)
    for node in _within(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _bound(target, value, name)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from _bound(target, value, name)
            case (
                ast.AugAssign(target=target, value=value)
                | ast.NamedExpr(target=target, value=value)
            ):
                yield from _bound(target, value, name)
            case (
                ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value)
            ) if name in {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}:
                yield from _items(target, value, name)


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    """Walk a scope without the functions inside it."""
    for node in ast.iter_child_nodes(scope):
        yield node
        if not isinstance(node, ast.FunctionDef):
            yield from _within(node)


def _bound(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name):
        if target.id == name:
            yield value
    elif isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
        for one, given in zip(target.elts, values, strict=False):
            yield from _bound(one, given, name)


def _items(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    """Give what a loop's name stands for: a number where it counts, else what it goes through."""
    function = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    if function == "range":
        yield ast.Constant(0)
    elif function == "enumerate" and isinstance(target, ast.Tuple):
        assert isinstance(value, ast.Call)
        first, rest = target.elts
        if isinstance(first, ast.Name) and first.id == name:
            yield ast.Constant(0)
        else:
            yield from _items(rest, value.args[0], name)
    elif function == "zip" and isinstance(target, ast.Tuple):
        assert isinstance(value, ast.Call)
        for one, given in zip(target.elts, value.args, strict=True):
            if name in {n.id for n in ast.walk(one) if isinstance(n, ast.Name)}:
                yield from _items(one, given, name)
    elif function.endswith(".items") and isinstance(value, ast.Call):
        assert isinstance(value.func, ast.Attribute)
        yield value.func.value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple | ast.List):
        for row in value.elts:
            yield from _bound(target, row, name)
    else:
        yield value
