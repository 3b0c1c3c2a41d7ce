"""The child process: it reads, it is stopped, and what it is given cannot reach out."""

import json
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from taama.evidence.child import Limits, Overrun, reading_from, run
from taama.evidence.readers.reading import Unreadable
from taama.evidence.refusals import SENTENCES, ReadingRefused
from taama.evidence.sandbox import read_in_sandbox

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
    ("data", "code"),
    [(pdf(encrypted="un mot de passe"), "encrypted"), (pdf()[:200], "broken"), (docx_bomb(), "bomb")],
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


def test_a_text_of_too_many_lines_is_refused(file):
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(b"a\n" * 100_001))

    assert refused.value.reason == "too_large"


@pytest.fixture
def gigabyte(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as target:
        target.truncate(2**30)
    return path


def test_a_file_of_one_gigabyte_is_refused_before_anything_is_started(gigabyte, monkeypatch):
    monkeypatch.setattr("taama.evidence.child.run", lambda *a: pytest.fail("a child was started"))

    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(gigabyte)

    assert refused.value.reason == "too_large"


def test_it_is_the_size_alone_that_refuses_it(gigabyte):
    """The control: with a limit above its size it reaches the reader, which finds it to be no document."""
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(gigabyte, limits=Limits(file_mb=2_000))

    assert refused.value.reason == "unsupported"


MANY_WORDS = b"mot " * 4_000_000


def test_too_little_memory_ends_in_a_refusal_and_not_in_a_crash(file):
    with pytest.raises(ReadingRefused) as refused:
        read_in_sandbox(file(MANY_WORDS), limits=Limits(memory_mb=70))

    assert refused.value.reason == "memory"


def test_the_same_file_is_read_where_memory_is_enough(file):
    """The control: the limit, and nothing else, refused it."""
    assert len(read_in_sandbox(file(MANY_WORDS)).text) == len(MANY_WORDS)


@pytest.mark.parametrize(
    ("code", "reason"), [(-9, "timeout"), (-11, "memory"), (-5, "memory"), (1, "broken")]
)
def test_a_child_that_dies_without_an_answer_refuses_by_its_exit_code(code, reason):
    with pytest.raises(Unreadable) as refused:
        reading_from(code, b"")

    assert refused.value.code == reason


SHIPPED = Limits()


def child(program, tmp_path, *, limits=SHIPPED, arguments=()):
    return run([sys.executable, "-c", program, *arguments], str(tmp_path), limits)


LIMITED = "from taama.evidence.readers.__main__ import limit; limit(1, 512); "
BUSY = "import time\nwhile time.process_time() < 2: pass\nprint('done')"


def test_a_child_that_loops_is_ended_by_its_cpu_limit(tmp_path):
    code, output = child(LIMITED + "\n" + BUSY, tmp_path)

    assert (code, output) == (-9, b"")


def test_the_same_loop_ends_well_without_the_limit(tmp_path):
    """The control."""
    assert child(BUSY, tmp_path) == (0, b"done\n")


SLEEPER_AND_CHILD = """
import os, time
pid = os.fork()
if pid: print(pid, flush=True)
time.sleep(60)
"""


def test_a_child_that_does_not_end_is_ended_with_all_it_started(tmp_path):
    noted = tmp_path / "pid"
    program = SLEEPER_AND_CHILD.replace(
        "print(pid, flush=True)", f"open({str(noted)!r}, 'w').write(str(pid))"
    )

    with pytest.raises(Overrun, match="timeout"):
        child(program, tmp_path, limits=Limits(wall_seconds=2))

    assert has_ended(int(noted.read_text()))


def has_ended(pid):
    for _attempt in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if "State:\tZ" in Path(f"/proc/{pid}/status").read_text():
            return True
        time.sleep(0.1)
    return False


def test_a_child_that_talks_without_end_is_ended(tmp_path):
    with pytest.raises(Overrun, match="too_large"):
        child("while True: print('x' * 100_000)", tmp_path, limits=Limits(output_mb=1))


WRITE = "open('left-behind', 'w').write('x')"


def test_a_child_writes_no_file(tmp_path):
    child(LIMITED + WRITE, tmp_path)

    assert (tmp_path / "left-behind").stat().st_size == 0


def test_without_the_limit_it_would_write(tmp_path):
    """The control."""
    child(WRITE, tmp_path)

    assert (tmp_path / "left-behind").stat().st_size == 1


def test_the_child_knows_nothing_of_the_server(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")

    _code, output = child("import json, os; print(json.dumps(dict(os.environ)))", tmp_path)

    assert "canary" not in output.decode()
    assert json.loads(output)["HOME"] == str(tmp_path)


def test_the_readers_bring_no_django(tmp_path):
    program = "import sys, taama.evidence.readers.__main__; print('django' in sys.modules)"

    assert child(program, tmp_path) == (0, b"False\n")


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
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def attempt(tmp_path, port, how):
    _code, output = child(CONNECT, tmp_path, arguments=(how, str(port)))
    return output.decode().strip()


def test_the_child_reaches_nobody_where_the_system_lets_us_forbid_it(tmp_path, listener):
    found = attempt(tmp_path, listener, "leave")
    if found == "not permitted":
        pytest.skip("this system does not let a process leave the network")

    assert found == "unreachable"


def test_without_leaving_the_network_it_would_reach_somebody(tmp_path, listener):
    """The control."""
    assert attempt(tmp_path, listener, "stay") == "connected"
