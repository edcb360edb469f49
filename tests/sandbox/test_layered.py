"""Each layer is tried by itself; what is missing is said with its cause and its exact remedy."""

import os
from pathlib import Path

import pytest

from autograder.errors import IsolationError, SandboxFault
from autograder.sandbox import layered
from autograder.sandbox.host import Sandbox
from autograder.sandbox.isolation import LAYERS, Layer, Level
from autograder.sandbox.layered import APPARMOR, IN_CONTAINER, NO_LANDLOCK, REPORT, SAYS, TRIED, Found, remedy, try_layer

ROOT = os.geteuid() == 0


@pytest.mark.parametrize("layer", [layer for layer in Layer if ROOT or layer not in LAYERS[Level.B] - LAYERS[Level.A]])
def test_a_layer_that_is_in_force_stops_by_itself_what_is_tried(layer: Layer) -> None:
    assert try_layer(layer) == Found(layer, SAYS[layer], True)


@pytest.mark.skipif(not ROOT, reason="who is not root cannot do some of it without any layer either")
@pytest.mark.parametrize("layer", Layer)
def test_without_it_the_same_goes_through(layer: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were that not so, a layer that is not there would be found in force."""
    monkeypatch.setattr(layered, "Sandbox", lambda level, limits, layers: Sandbox(level, limits, layers=[]))
    found = try_layer(layer)
    assert (found.in_force, found.cause) == (False, f"With it alone, a submission could {TRIED[layer][0]}.")
    assert found.remedy == REPORT
    assert not Path("/tmp", "descent-canary").exists()


def test_every_layer_belongs_to_a_level() -> None:
    assert set(SAYS) == set(TRIED) == set(Layer) == LAYERS[Level.A] | LAYERS[Level.B]


FAILURES = {
    "it-cannot-start": (IsolationError("It does not start."), "It does not start.", "mend it"),
    "the-worker-is-lost": (SandboxFault("It has ended."), "It has ended.", "mend it"),
}


@pytest.mark.parametrize(("error", "cause", "what"), FAILURES.values(), ids=FAILURES)
def test_a_layer_that_cannot_be_tried_says_why(error: Exception, cause: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> Sandbox:
        raise error

    monkeypatch.setattr(layered, "Sandbox", failing)
    monkeypatch.setattr(layered, "remedy", lambda layer: "mend it")
    assert try_layer(Layer.LANDLOCK) == Found(Layer.LANDLOCK, SAYS[Layer.LANDLOCK], False, cause, what)


SWITCHES = {
    "ubuntu": ("kernel/apparmor_restrict_unprivileged_userns", "1\n", APPARMOR),
    "ubuntu-open": ("kernel/apparmor_restrict_unprivileged_userns", "0\n", ""),
    "old-debian": ("kernel/unprivileged_userns_clone", "0\n", "sysctl -w kernel.unprivileged_userns_clone=1"),
    "none-allowed": ("user/max_user_namespaces", "0\n", "sysctl -w user.max_user_namespaces=15000"),
    "nothing-known": ("kernel/other", "0\n", ""),
}


@pytest.mark.parametrize(("switch", "value", "said"), SWITCHES.values(), ids=SWITCHES)
def test_where_namespaces_are_shut_the_switch_is_named(
    switch: str, value: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / switch).parent.mkdir()
    (tmp_path / switch).write_text(value)
    monkeypatch.setattr(layered, "SYSTEM", tmp_path)
    monkeypatch.setattr(layered, "CONTAINERS", ())
    for layer in (Layer.BUBBLEWRAP, Layer.NAMESPACES):
        assert remedy(layer) == said or (said and remedy(layer).endswith(said))


def test_in_a_container_the_host_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layered, "SYSTEM", tmp_path)
    monkeypatch.setattr(layered, "CONTAINERS", (tmp_path,))
    assert remedy(Layer.BUBBLEWRAP) == IN_CONTAINER


def test_other_layers_have_remedies_of_their_own() -> None:
    assert remedy(Layer.LANDLOCK) == NO_LANDLOCK
    assert remedy(Layer.SECCOMP) == remedy(Layer.USER) == ""  # their errors say it
