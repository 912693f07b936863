"""Names each process that runs handlers, so that the gateway can kill the one behind a call: see rehearsal/faults/workers.ts."""

import os
import secrets
import tempfile
from contextvars import ContextVar

from ministack.core.lambda_runtime import Worker

# Name of the worker that is being started: its session token carries it.
WORKER: ContextVar[str] = ContextVar("worker", default="")


def name_workers() -> None:
    directory = os.path.join(tempfile.gettempdir(), "workers")
    os.makedirs(directory, exist_ok=True)
    spawn = Worker._spawn

    def named(worker: Worker) -> None:
        name = secrets.token_hex(8)
        reset = WORKER.set(name)
        try:
            spawn(worker)
        finally:
            WORKER.reset(reset)
        with open(os.path.join(directory, name), "w", encoding="ascii") as file:
            file.write(str(worker._proc.pid))

    Worker._spawn = named
