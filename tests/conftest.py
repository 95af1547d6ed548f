"""What every test stands on: no test sees the developer's own data, settings or network."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quizgen", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("quizgen")

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "QUIZGEN_HOME")
LEANINGS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "LANGUAGE", "PYTHONPATH")


@pytest.fixture(autouse=True)
def sealed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for this test alone, and for the processes it starts; the folder."""
    home = tmp_path_factory.mktemp("home")
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in os.environ:
        if name.startswith(("XDG_", "TEXTUAL", "QUIZGEN_")) and name not in HOMES:
            monkeypatch.delenv(name)
    for name in LEANINGS:
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to anything but this machine."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = address[0] if isinstance(address, tuple) else address
            assert host in {"127.0.0.1", "::1", "localhost"}, f"a test connects to {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def grows_evenly() -> Callable[[Callable[[int], object], int], None]:
    """Fail a test whose work on four times the input takes far more than four times as long."""

    def check(work: Callable[[int], object], size: int) -> None:
        small = min(_seconds(work, size) for _ in range(3))
        large = min(_seconds(work, 4 * size) for _ in range(2))
        assert large <= 8 * small + 0.1, f"{small:.3f} s, then {large:.3f} s for 4 × as much"

    return check


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
