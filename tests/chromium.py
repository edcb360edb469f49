"""A real browser for the tests of pages: Debian's Chromium or another one that is installed, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ABSENT = "No Chromium here. On Debian and Ubuntu: apt install chromium"


def found() -> str:
    """The path of a Chromium, or nothing."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def required() -> None:
    """Skip the test where no Chromium is installed, or fail it in CI, which has to have it."""
    if not found():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ABSENT)


@contextmanager
def running() -> Iterator[Browser]:
    """A Chromium without a window. It opens files that the tests have written, and nothing else."""
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's own does not run as root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=[*alone, "--disable-gpu", "--disable-dev-shm-usage"])
        try:
            yield browser
        finally:
            browser.close()
