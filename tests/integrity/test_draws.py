"""Draws are the same every time, wide ones reach further, and what is derived fits in all of them."""

import numpy as np

from autograder.course import Assignment, integers, length, normal, single, uniform
from autograder.integrity import draws


def net(**more: int) -> Assignment:
    made = Assignment(
        sizes={"n": range(2, 5), "m": range(2, 5)},
        givens={
            "X": integers(-3, 4, size=("n", "m")),
            "w": normal(size="n"),
            "rate": uniform(0.1, 0.4),
            "half": single(uniform(1, 2, size="m")),
            "count": length("n"),
        },
        examples=[],
        **more,  # type: ignore[arg-type]
    )

    @made.derived
    def H(X, w):  # type: ignore[no-untyped-def]
        return w @ X

    return made


def test_the_same_is_drawn_again() -> None:
    one, other = (list(draws.wide(net(), 6)) for _ in range(2))
    assert all(np.array_equal(a[name], b[name]) for a, b in zip(one, other, strict=True) for name in a)


def test_wide_draws_are_stretched_and_what_is_derived_fits_them() -> None:
    drawn = list(draws.wide(net(), 30))
    assert {np.sign(given["rate"]) for given in drawn} == {1, -1}
    assert max(float(given["rate"]) for given in drawn) > 0.8
    for given in drawn:
        assert np.allclose(given["H"], np.asarray(given["w"]) @ np.asarray(given["X"]), atol=1e-9)
        assert np.shape(given["X"])[0] == given["count"]


def test_what_nothing_can_be_derived_from_stays_as_drawn() -> None:
    made = net()
    made.derived(lambda rate, X: X[:, int(rate * 4)])
    drawn = list(draws.wide(made, 30))
    assert len(drawn) == 30
    assert max(abs(float(given["rate"])) for given in drawn) < 1


def test_whole_numbers_stay_whole_and_single_precision_single() -> None:
    for given in draws.wide(net(), 6):
        assert np.asarray(given["X"]).dtype == np.int64
        assert np.max(np.abs(given["X"])) <= 3
        assert np.asarray(given["half"]).dtype == np.float32


def test_raw_draws_have_sizes_that_differ() -> None:
    assert all(len({*np.shape(case.givens["X"])}) == 2 for case in draws.raw(net(), 20))


def test_an_assignment_that_asks_for_few_draws_gets_fewer_of_everything() -> None:
    assert draws.scaled(net(), 300) == 300
    assert draws.scaled(net(draws=40), 300) == 120
    assert draws.scaled(net(draws=1), 300) == draws.FEWEST
    assert draws.scaled(net(draws=200), 300) == 300
