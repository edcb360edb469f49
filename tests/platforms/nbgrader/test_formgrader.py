"""The formgrader: its button grades in its own process with our engine, and it opens what was graded, in a real browser.

The browser's tests need Playwright and a Chromium; where either is missing they are skipped, and say so.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.platforms.nbgrader.classroom import FILE, HOSTILE_HTML, NOTEBOOK, SLUG
from tests.platforms.nbgrader.routes import BIN, api, book, graded, released, submitted
from tests.platforms.parity.edits import Notebook, edited, right, slipped

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60.0


def hostile(notebook: Notebook) -> None:
    """Words of a student's that would be a program if the page let them."""
    said = f"{HOSTILE_HTML}\n<script>window.taken = 1</script><img src=x onerror='window.taken = 1'>"
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": said})
    notebook["cells"].append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": said})


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two students have handed in, and nothing is graded yet."""
    notebook = (released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes()
    work = {"ada": (NOTEBOOK, edited(notebook, slipped, hostile)), "ben": (FILE, b"h = sum(x * w)\n<b>")}
    with pytest.MonkeyPatch.context() as patch, submitted(root, SLUG, work) as folder:
        patch.setenv("DESCENT_HOME", str(tmp_path_factory.mktemp("home")))
        yield folder


def test_its_button_grades_in_its_process_with_our_engine(root: Path) -> None:
    """NbGraderAPI, with the class that the formgrader's handler uses; then once more, as when the button is clicked again."""
    notebook = (released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes()
    with submitted(root, SLUG, {"ada": (NOTEBOOK, edited(notebook, right)), "ben": (NOTEBOOK, b"")}) as folder:
        for _ in range(2):
            assert api(folder).autograde(SLUG, "ada")["success"] is True
            assert graded(folder, SLUG) == {"ada": dict.fromkeys(("h", "nn_output", "error", "error_term", "del_w"), 2.0)}
        refused = api(folder).autograde(SLUG, "ben")
        assert refused["success"] is False
        assert "The file is empty. Nothing was scored." in refused["log"]
        shown = {one["student"]: one for one in api(folder).get_submissions(SLUG)}
        assert (shown["ada"]["score"], shown["ada"]["needs_manual_grade"], shown["ada"]["autograded"]) == (10.0, False, True)
        assert (shown["ben"]["autograded"], shown["ben"]["submitted"]) == (False, True)
        assert api(folder).generate_feedback(SLUG, "ada")["success"] is True


def test_a_class_takes_its_gradebook_opened_as_often_as_one_student_does(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbgrader.api
    from nbgrader.converters import autograde

    opened: list[str] = []
    engine, own = nbgrader.api.create_engine, autograde.Gradebook

    def counted(url: str, **options: Any) -> Any:
        opened.append(url)
        return engine(url, **options)

    notebook = (released(root, SLUG) / "release" / SLUG / NOTEBOOK).read_bytes()
    with submitted(root, SLUG, {student: (NOTEBOOK, edited(notebook, right)) for student in ("ada", "ben", "cleo")}) as folder:
        monkeypatch.setattr(nbgrader.api, "create_engine", counted)
        assert api(folder).autograde(SLUG, "ada")["success"] is True
        alone = len(opened)
        assert api(folder).autograde(SLUG, "*")["success"] is True
        assert alone < 6
        assert len(opened) - alone == alone
        assert len(graded(folder, SLUG)) == 3
    assert autograde.Gradebook is own


# --- in a browser --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Server:
    """Where Jupyter answers, and to whom."""

    address: str
    token: str


@pytest.fixture(scope="module")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Jupyter with the formgrader, for this machine alone and behind a token."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt install chromium")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    token = secrets.token_hex(16)
    own = {name: str(tmp_path_factory.mktemp(name)) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    env = {**os.environ, **own, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "JUPYTER_TOKEN": token}
    command = [
        str(BIN / "jupyter-server"), "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={address.split(':')[1]}",
        f"--ServerApp.root_dir={folder}", "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
        "--ServerApp.port_retries=0",
    ]  # fmt: skip
    log = tmp_path_factory.mktemp("log") / "jupyter"
    with log.open("wb") as out, subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out) as server:
        try:
            _wait(f"http://{address}/api?token={token}", server, log)
            yield Server(f"http://{address}", token)
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


def _wait(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(url) as answer:
            if answer.status == 200:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def page(server: Server) -> Iterator[Any]:
    """A page of a browser that has the token, and reaches nothing but this machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = browser.new_page(
            viewport={"width": 1200, "height": 1400}, extra_http_headers={"Authorization": f"token {server.token}"}
        )
        found.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
        found.set_default_timeout(PATIENCE * 1000)
        yield found
        browser.close()


def test_a_click_grades_and_the_graded_notebook_opens(folder: Path, server: Server, page: Any, tmp_path: Path) -> None:
    page.goto(f"{server.address}/formgrader/manage_submissions/{SLUG}")
    for student in ("ada", "ben"):
        page.locator("tr", has=page.get_by_text(student, exact=True)).locator(".autograde a").click()
        page.get_by_text(f"Successfully autograded '{SLUG}' for student '{student}'").wait_for()
        page.locator(".modal").get_by_text("OK", exact=True).click()
        page.locator(".modal").wait_for(state="detached")
    assert {student: sum(points.values()) for student, points in graded(folder, SLUG).items()} == {"ada": 8.0, "ben": 0.0}

    with book(folder) as gradebook:
        number = gradebook.find_submission_notebook("gradient", SLUG, "ada").id
    page.goto(f"{server.address}/formgrader/submissions/{number}/")
    page.locator("#error_term[placeholder='0']").wait_for()
    said = page.locator("body").inner_text()
    assert "error_term: not right yet, 0 of 2 points" in said
    assert "del_w: follow-through credit, 2 of 2 points" in said
    assert page.locator("#del_w").get_attribute("placeholder") == "2"
    assert page.locator("#answer-h-comment").get_attribute("placeholder") == "`h`: correct."
    page.screenshot(path=os.environ.get("DESCENT_SCREENSHOT", str(tmp_path / "page.png")), full_page=True)
    assert page.evaluate("window.taken") is None
