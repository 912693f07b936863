"""The name of the error a Node.js handler ends with: MiniStack 1.5.33 calls each `Runtime.HandlerError`.

Lambda answers with the error's name as `errorType` (Lambda Developer Guide, "Node.js error handling"), by which state machines choose what to
retry and what to catch.
"""

from contextvars import ContextVar

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

# Name of the error the handler called last ended with.
ERROR_TYPE: ContextVar[str | None] = ContextVar("landfall_error_type", default=None)

SCRIPT = "_NODEJS_WORKER_SCRIPT"
TOLD = (
    ('error: String(err.message || err), trace: err.stack || ""', "errorType: String((err && err.name) || typeof err)"),
    ("error: e.message, trace: e.stack", "errorType: String((e && e.name) || typeof e)"),
)


def remember(invoke):
    def remembering(self, *arguments, **named):
        result = invoke(self, *arguments, **named)
        ERROR_TYPE.set(result.get("errorType") if result.get("status") == "error" else None)
        return result

    return remembering


def tell(execute):
    def telling(*arguments, **named):
        ERROR_TYPE.set(None)
        answer = execute(*arguments, **named)
        body, name = answer.get("body"), ERROR_TYPE.get()
        if name and isinstance(body, dict) and body.get("errorType") == "Runtime.HandlerError":
            return {**answer, "body": {**body, "errorType": name}}
        return answer

    return telling


def name_errors() -> None:
    script = getattr(lambda_runtime, SCRIPT)
    for said, more in TOLD:
        if said not in script:
            raise RuntimeError(f"MiniStack's worker no longer says {said}")
        script = script.replace(said, f"{said}, {more}")
    setattr(lambda_runtime, SCRIPT, script)
    lambda_runtime.Worker.invoke = remember(lambda_runtime.Worker.invoke)
    lambda_svc._execute_function_warm = tell(lambda_svc._execute_function_warm)
