"""Editors with the YAML language server accept good banks and underline slips, by our schema."""

import json
import os
import subprocess

import pytest

from quizgen.bank.jsonschema import lay_beside
from quizgen.bank.writer import format_bank
from tests.bank.examples import BANK

SERVER = "yaml-language-server@1.25.0"
OUTSIDE = dict(os.environ)  # before the tests are sealed: npm wants its own settings
BAD = """\
# yaml-language-server: $schema=./quizgen-bank.schema.json
quizgen: 1
quesions: []
questions:
- question: Who?
  answr: Ann
  difficulty: hardd
  wrong: [{wrong: Bob, becuse: no}]
"""


class Editor:
    """Speaks the language server protocol to the server, as an editor does."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=OUTSIDE
        )
        asked = {"workspace": {"configuration": True}}
        start = {"processId": None, "rootUri": None, "capabilities": asked}
        self.send(id=1, method="initialize", params=start)
        while self.receive().get("id") != 1:
            pass
        self.send(method="initialized", params={})

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        return json.loads(self.process.stdout.read(length))

    def open(self, path):
        """Open a file; the lines (from 1) that the server underlines."""
        text = path.read_text(encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]["diagnostics"]
                return [problem["range"]["start"]["line"] + 1 for problem in found]
            if "id" in message and "method" in message:
                wanted = message["params"].get("items", [])
                self.send(id=message["id"], result=[{} for _ in wanted])


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    subprocess.run(["npm", "install", "--silent", SERVER], cwd=folder, env=OUTSIDE, check=True)
    talking = Editor(folder / "node_modules" / ".bin" / "yaml-language-server")
    with talking.process:
        yield talking
        talking.process.kill()


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.yaml"
    lay_beside(path)
    return path


def test_a_bank_with_every_type_has_nothing_underlined(editor, bank):
    bank.write_text(format_bank(BANK), encoding="utf-8")
    assert editor.open(bank) == []


def test_slips_are_underlined_where_they_stand(editor, bank):
    bank.write_text(BAD, encoding="utf-8")
    assert sorted(editor.open(bank)) == [3, 6, 7, 8]
