"""Runs executions of a state machine by MiniStack's Step Functions, without the rest of it: a JSON document in, one out.

In: {"url", "definition", "executions": [{"name", "input"}]}. Each task is a request to the URL with its resource and parameters, answered by {"value"} or
{"error", "cause"}. Pauses take no time.
"""

import json
import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

os.environ["SFN_WAIT_SCALE"] = "0"

from ministack.core.responses import get_account_id, get_region  # noqa: E402
from ministack.services import stepfunctions  # noqa: E402

given = json.load(sys.stdin)
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def ask(resource, parameters):
    body = json.dumps({"resource": resource, "parameters": parameters}).encode()
    with opener.open(urllib.request.Request(given["url"], body)) as response:
        answer = json.load(response)
    if "error" in answer:
        raise stepfunctions._ExecutionError(answer["error"], answer.get("cause", ""))
    return answer.get("value")


stepfunctions._invoke_resource = ask
stepfunctions._emit_execution_status_event = lambda execution: None
created = stepfunctions._create_state_machine({"name": "saga", "definition": json.dumps(given["definition"])})
arn = f"arn:aws:states:{get_region()}:{get_account_id()}:stateMachine:saga"
if arn not in stepfunctions._state_machines:
    raise SystemExit(f"refused: {created}")


def run(execution):
    name = f"{arn}/{execution['name']}"
    stepfunctions._executions[name] = {
        "executionArn": name,
        "stateMachineArn": arn,
        "name": execution["name"],
        "status": "RUNNING",
        "startDate": "2026-11-30T00:00:00Z",
        "input": json.dumps(execution["input"]),
        "events": [],
    }
    stepfunctions._run_execution(name)
    ended = stepfunctions._executions[name]
    return {key: ended.get(key) for key in ("name", "status", "output", "error", "cause")} | {
        "states": [
            event["stateEnteredEventDetails"]["name"] for event in ended["events"] if "stateEnteredEventDetails" in event
        ]
    }


with ThreadPoolExecutor(max_workers=8) as pool:
    json.dump(list(pool.map(run, given["executions"])), sys.stdout)
