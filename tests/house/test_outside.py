"""Nothing reaches outside: no test, no page, no line of code, and the tree names no place of its making."""

import ast
import re
import socket
import warnings

import pytest
from pytest_socket import SocketConnectBlockedError

from .plan import ROOT, modules, shown, told, tree

READ = ("taama", "tests", "docs", "sample")
TEXTS = {
    ".py",
    ".md",
    ".html",
    ".css",
    ".csv",
    ".toml",
    ".po",
    ".txt",
    ".typ",
    ".lock",
    ".cfg",
    ".yml",
    ".yaml",
    "",
}
REACHING = {"requests", "httpx", "aiohttp", "urllib.request", "http.client", "ftplib", "smtplib", "urllib3"}
# Put together here so that this file does not name them.
UNWANTED = {
    "/" + r"(work|root|home|Users)/[a-z]": "an absolute path of somebody's machine",
    r"https?://(pypi|files\.python" + r"hosted|registry\.npmjs|proxy\.golang)": "the address of a registry",
    r"--(extra-)?index" + "-url": "the address of a registry",
    r"https?://[^/\s]+/" + r"simple(/|\b)": "the address of a registry",
    "BEGIN [A-Z ]*PRIVATE" + " KEY": "a private key",
}


def test_a_test_cannot_reach_outside():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns before it refuses
        with pytest.raises(SocketConnectBlockedError):
            socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_test_can_reach_its_own_machine():
    """The control: it is the address that is refused, not the socket."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def reaching(where, source):
    """Sentences about modules that could call another site."""
    for node in ast.walk(source):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in sorted(REACHING & set(names)):
            yield f"{where} imports {name}: Taama works without a network; what calls outside goes to `exchange`."


def test_no_room_calls_another_site():
    faults = [fault for path in modules() for fault in reaching(shown(path), tree(path))]
    assert not faults, told(faults)


@pytest.mark.parametrize("line", ["import requests", "from urllib.request import urlopen"])
def test_a_room_that_could_is_told(line):
    assert list(reaching("x.py", ast.parse(line)))


def texts_of_the_tree():
    """Every text file that is handed on."""
    inside = [
        path for folder in READ for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts
    ]
    for path in sorted([*inside, *ROOT.glob("*"), *ROOT.glob(".ci/*")]):
        if path.is_file() and path.suffix in TEXTS and path.stat().st_size < 2_000_000:
            yield path


def unwanted(where, text):
    """Sentences about lines that name a place of the making."""
    for pattern, what in UNWANTED.items():
        found = re.search(pattern, text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            yield f"{where}:{line} names {what} ({found[0]}): take it out."


def test_the_tree_names_no_place_of_its_making():
    faults = []
    for path in texts_of_the_tree():
        faults += unwanted(shown(path), path.read_text(encoding="utf-8", errors="replace"))
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/somebody/x",
        "https://py" + "pi.org/project/x",
        "pip install --index" + "-url x",
        "-----BEGIN RSA PRIVATE" + " KEY-----",
    ],
)
def test_such_a_place_is_told(text):
    assert list(unwanted("x.md", text))


def test_many_texts_are_read():
    assert sum(1 for _ in texts_of_the_tree()) > 200
