"""The child process: it reads, it is stopped, and what it is given cannot reach out."""

import sys

import pytest

from taama.evidence import sandbox
from taama.evidence.refusals import SENTENCES, ReadingRefused
from taama.evidence.sandbox import Limits, read_in_sandbox, run

from .files import docx, docx_bomb, pdf, words


@pytest.fixture
def file(tmp_path):
    def with_bytes(data):
        path = tmp_path / "as-received"
        path.write_bytes(data)
        return path

    return with_bytes


@pytest.mark.parametrize("data", ["Été".encode(), pdf("Été"), docx([words("Été")])])
def test_a_sound_file_is_read(file, data):
    assert read_in_sandbox(file(data)).text == "Été"


@pytest.mark.parametrize(
    ("data", "code"), [(pdf(encrypted=True), "encrypted"), (pdf()[:200], "broken"), (docx_bomb(), "bomb")]
)
def test_a_spoiled_file_is_refused_with_a_sentence(file, data, code):
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(data))

    assert refused.value.code == f"document.{code}"
    assert str(refused.value) == str(SENTENCES[code])


def test_a_text_beyond_the_limit_is_refused(file):
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(b"a" * 2**20 + b"b"), limits=Limits(text_mb=1))

    assert refused.value.reason == "too_large"


def test_too_little_memory_ends_in_a_refusal_and_not_in_a_crash(file):
    many = b"mot " * 10_000_000

    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(many), limits=Limits(memory_mb=90))

    assert refused.value.reason in {"memory", "broken"}


def test_the_same_file_is_read_where_memory_is_enough(file):
    """The control: the limit, and nothing else, refused it."""
    many = b"mot " * 1_000_000

    assert len(read_in_sandbox(file(many)).text) == 4_000_000


LOOP = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_a_child_that_does_not_end_is_ended(tmp_path):
    code, output = run(LOOP, str(tmp_path), wall_seconds=1)

    assert (code, output) == (-9, b"")
    assert sandbox.REASONS[code] == "timeout"


CONNECT = """
import socket, sys
from taama.evidence.readers.__main__ import leave_the_network
if sys.argv[1] == "leave" and not leave_the_network():
    print("not permitted"); sys.exit()
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=2); print("connected")
except OSError:
    print("unreachable")
"""


@pytest.fixture
def listener():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def attempt(tmp_path, port, how):
    _code, output = run([sys.executable, "-c", CONNECT, how, str(port)], str(tmp_path), wall_seconds=20)
    return output.decode().strip()


def test_the_child_reaches_nobody_where_the_system_lets_us_forbid_it(tmp_path, listener):
    found = attempt(tmp_path, listener, "leave")
    if found == "not permitted":
        pytest.skip("this system does not let a process leave the network")

    assert found == "unreachable"


def test_without_leaving_the_network_it_would_reach_somebody(tmp_path, listener):
    """The control."""
    assert attempt(tmp_path, listener, "stay") == "connected"
