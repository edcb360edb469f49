"""The content of 01-gradient-step: what it prints, what it claims in its prose, its gradients, and its mistakes."""

import hashlib
import re
import runpy
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.course import Assignment, cases, closeness, graph, load, manifest

SLUG = "01-gradient-step"
SEEDS = 300
PUBLISHED: list[dict[str, Any]] = [
    {
        "h": 0.8,
        "nn_output": 0.6899744811276125,
        "error": -0.1899744811276125,
        "del_w": [-0.02031869, -0.04063738, -0.06095608, -0.08127477],
    },
    {
        "h": -0.9,
        "nn_output": 0.289050497374996,
        "error": -0.089050497374996,
        "del_w": [-0.00365998, 0.00182999, 0, -0.00548997],
    },
]
PRINTED = """\
Neural Network output:
0.6899744811276125
Amount of Error:
-0.1899744811276125
Change in Weights:
[-0.02031869 -0.04063738 -0.06095608 -0.08127477]
"""
SECOND = """\
learnrate = 0.1
x = np.array([2, -1, 0, 3])
y = 0.2
w = np.array([-0.8, 0.5, 0.2, 0.4])
"""
LISTED = {  # the list: every one of these must be told by name
    "h": {"products_not_summed", "inputs_summed", "inputs_with_target"},
    "nn_output": {"linear_output", "slope_for_output"},
    "error": {"sign_reversed", "squared", "halved", "halved_square", "absolute"},
    "error_term": {"slope_forgotten", "slope_at_output", "slope_at_inputs", "one_minus_output", "precedence"},
    "del_w": {
        "learnrate_forgotten",
        "learnrate_twice",
        "input_forgotten",
        "weights_for_inputs",
        "minus_step",
        "error_for_error_term",
        "updated_weights",
    },
}
ALIKE_IN_DEL_W = [  # nothing but a name in between tells these apart
    {"error:sign_reversed", "error_term:sign_turned", "del_w:minus_step"},
    {"error_term:slope_forgotten", "del_w:error_for_error_term"},
    {"error_term:learnrate_already_in", "del_w:learnrate_twice"},
    {"error_term:inputs_already_in", "del_w:inputs_squared"},
]


@pytest.fixture(scope="module")
def loaded(root: Path) -> load.Loaded:
    return load.load_assignment(manifest.load(root), SLUG)


@pytest.fixture(scope="module")
def step(loaded: load.Loaded) -> Assignment:
    return loaded.assignment


@pytest.fixture(scope="module")
def master(loaded: load.Loaded) -> str:
    return loaded.master.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def accepted(step: Assignment) -> list[cases.Case]:
    """Two hundred accepted cases, each by itself."""
    return list(cases.accepted(step, cases.generator(entropy("accepted")), 200))


def entropy(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def run(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    return runpy.run_path(str(path), run_name="__main__")


# --- the numbers that are published --------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1], ids=["first", "second"])
def test_both_public_examples_have_the_published_answers(step: Assignment, number: int) -> None:
    truth = cases.examples(step)[number].truth
    for name, expected in PUBLISHED[number].items():
        np.testing.assert_allclose(truth[name], expected, rtol=0, atol=1e-8, err_msg=name)


def test_the_master_run_as_a_script_prints_the_published_values(loaded: load.Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(loaded.master), run_name="__main__")
    assert capsys.readouterr().out == PRINTED


def test_the_master_with_the_second_examples_givens_gets_its_answers(master: str, tmp_path: Path) -> None:
    given = master[master.index("\nlearnrate = ") + 1 :].split("\n\n", maxsplit=1)[0] + "\n"
    values = run(tmp_path / "second.py", master.replace(given, SECOND))
    for name, expected in PUBLISHED[1].items():
        np.testing.assert_allclose(values[name], expected, rtol=0, atol=1e-8, err_msg=name)


def test_only_the_first_example_has_coincidences(step: Assignment) -> None:
    """The master says so: y = learnrate = w[0] in the first; they differ in the second, with a zero and a negative input."""
    first, second = step.examples
    assert first["y"] == first["learnrate"] == np.ravel(first["w"])[0] == 0.5
    assert len({second["y"], second["learnrate"], np.ravel(second["w"])[0]}) == 3
    assert min(np.ravel(second["x"])) < 0
    assert 0 in np.ravel(second["x"])


# --- the prose says what is so -------------------------------------------------------------------------------------------


def test_the_worked_example_gives_the_numbers_in_its_comments(master: str, tmp_path: Path) -> None:
    """Its code runs below the given functions; each comment begins with the value of the name on its line."""
    text = "\n".join(line.removeprefix("# ") for line in master.splitlines())
    (worked,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    given = master[master.index("import numpy") : master.index("# %% [markdown]\n# ## A first example")]
    values = run(tmp_path / "worked.py", given + worked)
    shown = re.findall(r"^(\w+) = .*?# +(\[[^\]]*\]|-?\d\.\d+)", worked, flags=re.MULTILINE)
    assert [name for name, _ in shown] == ["total", "output", "gap", "output_grad", "error_term", "gradient", "step"]
    for name, said in shown:
        assert " ".join(as_said(values[name], said).split()) == said, name
    assert values["output"] == pytest.approx(0.5174928576663897, rel=1e-15)
    np.testing.assert_allclose(values["step"], [-0.0039638, -0.01189141], atol=1e-8)


def as_said(value: Any, said: str) -> str:
    """A value as a comment says it: an array as NumPy prints it, a number with as many decimals."""
    return str(value) if said.startswith("[") else f"{value:.{len(said.partition('.')[2])}f}"


def test_the_worked_example_leaves_the_givens_alone(master: str) -> None:
    """It is prose: no name of it is there when the master has run, and no given is assigned twice."""
    code = "\n".join(line for line in master.splitlines() if not line.startswith("#"))
    assert not re.search(r"\b(output_grad|weights|total|gap|gradient)\b", code)
    for name in ("x", "y", "w", "learnrate"):
        assert len(re.findall(rf"^{name} = ", code, flags=re.MULTILINE)) == 1


def test_the_table_of_public_examples_agrees_with_the_questions(master: str, step: Assignment) -> None:
    rows = dict(re.findall(r"^# \| `(\w+)` \| (.*\d.*) \|$", master, flags=re.MULTILINE))
    assert set(rows) >= {"x", "y", "w", "learnrate", "nn_output", "error", "del_w"}
    for number, case in enumerate(cases.examples(step)):
        known: dict[str, Any] = {**case.givens, **case.truth}
        for name in ("x", "y", "w", "learnrate", "nn_output", "error", "del_w"):
            said = [float(word) for word in re.split(r"[\s,\[\]]+", rows[name].split(" | ")[number]) if word]
            np.testing.assert_allclose(said, np.ravel(known[name]), rtol=0, atol=1e-8, err_msg=name)


def test_what_to_notice_is_so(master: str, step: Assignment) -> None:
    case = cases.examples(step)[0]
    before, after = (cost(step.examples[0], np.asarray(step.examples[0]["w"] + change)) for change in (0, case.truth["del_w"]))
    said = re.sub(r"\s+(# +)?", " ", master[master.index("**Did it help?**") :])
    assert f"from {before[0]:.3f} to {after[0]:.3f}" in said
    assert f"from {before[1]:.4f} to {after[1]:.4f}" in said
    np.testing.assert_allclose(case.truth["del_w"] / case.truth["del_w"][0], [1, 2, 3, 4])


# --- the mathematics -----------------------------------------------------------------------------------------------------


def cost(givens: Any, w: NDArray[np.float64]) -> tuple[float, float]:
    """Output and cost of a record, written down once more and not taken from the questions."""
    output = 1 / (1 + np.exp(-sum(a * b for a, b in zip(givens["x"], w, strict=True))))
    return float(output), float((givens["y"] - output) ** 2 / 2)


def test_the_step_goes_against_the_slope_of_the_cost(accepted: list[cases.Case]) -> None:
    """del_w = -learnrate * dE/dw, the slope by central differences."""
    width = 1e-5
    for case in accepted:
        w = np.asarray(case.givens["w"], dtype=float)
        slope = [(cost(case.givens, w + width * unit)[1] - cost(case.givens, w - width * unit)[1]) / (2 * width) for unit in np.eye(4)]
        step = -case.givens["learnrate"] * np.array(slope)
        np.testing.assert_allclose(case.truth["del_w"], step, rtol=1e-6, atol=1e-11)


def test_every_accepted_step_lowers_the_cost_at_first(accepted: list[cases.Case]) -> None:
    for case in accepted:
        w = np.asarray(case.givens["w"], dtype=float)
        assert cost(case.givens, w + 1e-4 * case.truth["del_w"])[1] < cost(case.givens, w)[1]


# --- the cases -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [8, 4])
def test_cases_are_found_for_every_seed(step: Assignment, count: int) -> None:
    for seed in range(SEEDS):
        drawn = cases.draw(step, entropy(f"{seed} {count}"), count)
        assert len(drawn) == count


def test_no_accepted_case_is_flat_saturated_or_on_target(accepted: list[cases.Case]) -> None:
    for case in accepted:
        assert 0.3 <= abs(case.truth["h"]) <= 4
        assert abs(case.truth["error"]) >= 0.05
        assert abs(float(case.givens["learnrate"]) - 0.5) > 0.04
        assert np.any(case.givens["x"])


def test_errors_of_both_signs_stand_in_every_draw(step: Assignment) -> None:
    """Otherwise an error without its sign would pass for one of the others."""
    for seed in range(50):
        signs = [float(np.sign(case.truth["error"])) for case in cases.draw(step, entropy(f"signs {seed}"), 4)]
        assert {-1.0, 1.0} == set(signs)


# --- the mistakes --------------------------------------------------------------------------------------------------------


def test_every_mistake_is_told_from_the_truth_and_from_the_others(step: Assignment, accepted: list[cases.Case]) -> None:
    assert len(accepted) == 200
    for case in accepted:
        assert not list(cases.separated(step, case))


def test_the_mistakes_that_the_course_promises_are_there(step: Assignment) -> None:
    for question, names in LISTED.items():
        assert names <= set(step.questions[question].mistakes), question


def test_mistakes_of_different_questions_look_alike_in_del_w_only_where_known(step: Assignment, accepted: list[cases.Case]) -> None:
    """A file that names nothing but del_w can be told these apart by nobody; all others it can."""
    values = {
        f"{mistake.question}:{mistake.id}": [graph.answers(step, case.givens, [mistake])["del_w"] for case in accepted[:60]]
        for mistake in graph.mistakes(step)
    }
    for one, other in combinations(values, 2):
        told = sum(closeness.apart(a, b) for a, b in zip(values[one], values[other], strict=True))
        known = any({one, other} <= group for group in ALIKE_IN_DEL_W)
        assert (told == 0) == known, (one, other, told)


def test_a_consistent_convention_is_redeemed_by_a_right_step(step: Assignment) -> None:
    redeemed = {mistake.id: mistake.worth for mistake in graph.mistakes(step) if mistake.redeemed_by == "del_w"}
    assert redeemed == {"sign_reversed": 0.5, "sign_turned": 0.5, "inputs_already_in": 0.5, "learnrate_already_in": 0.5}


def test_every_hint_asks_and_none_tells_or_blames(step: Assignment) -> None:
    """A hint is a question about a quantity. It shows no formula and calls nothing wrong."""
    hints = [mistake.hint for mistake in graph.mistakes(step)]
    assert len(set(hints)) == len(hints)
    for mistake in graph.mistakes(step):
        assert "?" in mistake.hint, mistake.id
        assert re.search(rf"\b({mistake.question}|slope|cost E)\b", mistake.hint), mistake.id
        assert not re.search(r"[=*/@]|\w\(|\d[-+]| [-+] |np\.", mistake.hint), mistake.id
        assert not re.search(r"(?i)\b(wrong|mistake|forgot\w*|incorrect|instead|you should)\b", mistake.hint), mistake.id
