"""The results lie there whole, and nobody's but ours."""

import errno
import os
from pathlib import Path

import pytest

from autograder.errors import SandboxFault, UsageError
from autograder.platforms.gradescope.slot import FILE, Slot

FORGED = '{"score": 10}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "results").mkdir()
    return tmp_path / "results"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere"
    path.write_text("kept")
    return path


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_results_are_written_whole_and_nothing_else_stays(folder: Path) -> None:
    with Slot(folder) as slot:
        slot.write(b"ours")
    assert (names(folder), (folder / FILE).read_bytes(), (folder / FILE).stat().st_nlink) == ([FILE], b"ours", 1)


@pytest.mark.parametrize("kind", ["file", "link", "dangling", "pipe", "folder", "folder-of-links"])
def test_whatever_lies_there_is_gone_before_anything_is_graded(folder: Path, elsewhere: Path, kind: str) -> None:
    place = folder / FILE
    match kind:
        case "file":
            place.write_text(FORGED)
        case "link":
            place.symlink_to(elsewhere)
        case "dangling":
            place.symlink_to(folder / "nowhere")
        case "pipe":
            os.mkfifo(place)
        case "folder":
            (place / "in").mkdir(parents=True)
        case _:
            place.mkdir()
            (place / "link").symlink_to(elsewhere.parent)
    with Slot(folder) as slot:
        assert names(folder) == []
        slot.write(b"ours")
    assert (place.read_bytes(), place.is_symlink()) == (b"ours", False)
    assert (names(folder), elsewhere.read_text()) == ([FILE], "kept")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("kind", ["file", "link", "pipe", "folder"])
def test_what_appears_meanwhile_is_removed_and_nothing_counts(
    folder: Path, elsewhere: Path, kind: str, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    with Slot(folder) as slot:
        match kind:
            case "file":
                (folder / FILE).write_text(FORGED)
            case "link":
                (folder / FILE).symlink_to(elsewhere)
            case "pipe":
                os.mkfifo(folder / FILE)
            case _:
                (folder / FILE).mkdir()
        with pytest.raises(SandboxFault, match=r"results.json: was written by somebody else while the work was graded"):
            slot.write(b"ours")
    assert (names(folder), elsewhere.read_text()) == ([], "kept")


def refuse(*paths: object, **options: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_links_will_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse)
    with Slot(folder) as slot:
        slot.write(b"ours")
    assert (names(folder), (folder / FILE).read_bytes()) == ([FILE], b"ours")


def test_a_full_disk_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with Slot(folder) as slot, pytest.raises(OSError, match="No space left"):
        slot.write(b"ours")
    assert names(folder) == []


def test_a_folder_that_was_exchanged_meanwhile_does_not_lead_astray(folder: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    with Slot(folder) as slot:
        folder.rename(tmp_path / "moved")
        folder.symlink_to(trap)
        slot.write(b"ours")
    assert (names(trap), names(tmp_path / "moved")) == ([], [FILE])


@pytest.mark.parametrize("kind", ["nothing", "link", "file"])
def test_a_place_that_is_no_folder_is_refused(tmp_path: Path, folder: Path, kind: str) -> None:
    place = tmp_path / "place"
    if kind == "link":
        place.symlink_to(folder)
    elif kind == "file":
        place.write_text("x")
    with pytest.raises(UsageError, match=r"place: the results cannot be written there"), Slot(place):
        pass
