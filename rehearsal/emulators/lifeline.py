"""Ends this process and everything it started when the process that started it is gone."""

import os
import shutil
import signal
import sys
import threading


def die_with_parent(directory: str) -> None:
    """Leads a process group of its own and kills it when standard input closes.

    The parent holds the other end of the pipe, so it closes even when the parent is killed with SIGKILL; a signal
    from the kernel on the parent's death exists on Linux only. `directory` (the private socket directory) goes too.
    """
    if os.getpgrp() != os.getpid():
        os.setpgrp()

    def watch() -> None:
        while sys.stdin.buffer.raw.read(1024):
            pass
        shutil.rmtree(directory, ignore_errors=True)
        os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
