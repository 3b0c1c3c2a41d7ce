"""What a child process gives up before it opens somebody's file: time, memory, disk, network. Plain Python."""

import ctypes
import resource

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def limit(cpu_seconds: int, memory_mb: int) -> None:
    """No more time or memory than given; no file written, no core dumped."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def leave_the_network() -> bool:
    """Move to a network of one's own where the system lets us; true if it did."""
    try:
        unshare = ctypes.CDLL(None).unshare
    except (OSError, AttributeError):  # not Linux
        return False
    # Root needs no namespace of users, and in one it could not open files of others.
    return bool(unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0)
