"""What the child process may not do: reach a network, use more time or memory than given, write a file."""

import ctypes
import resource

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def confine(cpu_seconds: int, memory_mb: int) -> None:
    """Leave the network where the system lets us; then limit time, memory and files."""
    try:
        unshare = ctypes.CDLL(None).unshare
        _left = unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0
    except (OSError, AttributeError):  # not Linux
        pass
    for what, most in (
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_AS, memory_mb * 2**20),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))
