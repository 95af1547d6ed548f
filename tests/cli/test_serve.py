"""``quizgen serve``: what can be known of it without a browser."""

import shlex
import socket
import sys

import pytest

from quizgen.cli.main import main
from quizgen.cli.serve import LOOPBACK, served_command


def test_without_the_extra_it_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve"]) == 2
    assert "quizgen[serve]" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "textual_serve.server", _Stand)
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert f"port {port} cannot be used" in capsys.readouterr().err


class _Stand:
    """Stands in for the package: serves nothing."""

    class Server:
        made: dict = {}

        def __init__(self, command, **ways):
            self.made.update(ways, command=command)

        def serve(self):
            self.made["served"] = True


def test_it_serves_this_machine_alone(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "textual_serve.server", _Stand)
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    assert main(["serve", "--port", str(port)]) == 0
    made = _Stand.Server.made
    assert (made["host"], made["port"], made["served"]) == ("127.0.0.1", port, True)
    assert shlex.split(made["command"])[1:] == ["-m", "quizgen", "--ask-name"]
    assert f"http://127.0.0.1:{port}" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_what_is_no_port_is_refused(port, capsys):
    assert main(["serve", "--port", port]) == 2


def test_the_command_is_one_that_a_shell_understands():
    assert shlex.split(served_command())[0] == sys.executable
