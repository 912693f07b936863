"""Event buses that deliver to those of other accounts, and policies of buses: MiniStack 1.5.33 has neither.

It delivers to a bus of another account nothing, and takes the Policy of PutPermission for nobody's in particular. Here a rule's target in
another account gets the event if the gateway says so, which asks the role's policies, the organisation's and the bus's; what is refused goes to
the target's dead-letter queue (EventBridge User Guide, "Using dead-letter queues to process undelivered events"). What a bus got from another
bus goes to no third one ("Sending and receiving events between AWS accounts").
"""

import json
import logging
import os
import time
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor

from ministack.core.arn import parse_arn
from ministack.core.responses import get_account_id, get_region, json_response, set_request_account_id, set_request_region
from ministack.services import eventbridge, sqs

logger = logging.getLogger("landfall.events")

# Deliveries wait for the gateway, which may wait for a request that is being served here.
DELIVERIES = ThreadPoolExecutor(max_workers=8, thread_name_prefix="event-delivery")

# Marks an event that a rule brought from another bus.
FORWARDED = "_LandfallForwarded"

# Header by which the gateway says whose event it is that it puts on a bus of another account.
SENDER = "x-landfall-sender"


def is_foreign(arn: str) -> bool:
    try:
        spec = parse_arn(arn)
    except Exception:
        return False
    return spec.service == "events" and spec.resource.startswith("event-bus/") and spec.account_id != get_account_id()


def ask_gateway(question: dict) -> dict:
    request = urllib.request.Request(
        os.environ["AWS_ENDPOINT_URL"] + "/_landfall/event-deliveries",
        data=json.dumps(question).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


def send_to_dead_letters(target: dict, rule: dict, payload: str, code: str, message: str) -> None:
    arn = (target.get("DeadLetterConfig") or {}).get("Arn")
    queue = arn and sqs._queue_by_arn(arn)
    if not queue:
        logger.warning("event lost, its target has no dead-letter queue: %s", message)
        return
    eventbridge._dispatch_to_sqs(parse_arn(arn), payload)
    attributes = {
        "RULE_ARN": rule.get("Arn", ""),
        "TARGET_ARN": target.get("Arn", ""),
        "ERROR_CODE": code,
        "ERROR_MESSAGE": message,
        "EXHAUSTED_RETRY_CONDITION": "MaximumRetryAttempts",
        "RETRY_ATTEMPTS": "0",
    }
    queue["messages"][-1]["message_attributes"] = {
        name: {"DataType": "String", "StringValue": value} for name, value in attributes.items()
    }


def deliver(target: dict, event: dict, rule: dict, account: str, region: str) -> None:
    spec = parse_arn(target["Arn"])
    bus = spec.resource.split("/", 1)[1]
    set_request_account_id(spec.account_id)
    set_request_region(region)
    policy = eventbridge._event_bus_policies.get(bus)
    answer = ask_gateway(
        {
            "account": account,
            "region": region,
            "rule": rule.get("Arn", ""),
            "role": target.get("RoleArn"),
            "bus": target["Arn"],
            "policy": json.dumps(policy) if policy else None,
            "source": event.get("Source", ""),
            "detailType": event.get("DetailType", ""),
        }
    )
    if answer["allowed"] and bus not in eventbridge._event_buses:
        answer = {"allowed": False, "code": "NO_RESOURCE", "message": f"Event bus {target['Arn']} does not exist."}
    if answer["allowed"]:
        # The rules it went by are another account's: none here is the same.
        forwarded = {**event, "EventBusName": bus, "_DispatchPath": [], FORWARDED: True}
        eventbridge._dispatch_event(forwarded)
        eventbridge._archive_event({name: value for name, value in forwarded.items() if name != "_DispatchPath"})
        return
    set_request_account_id(account)
    payload = json.dumps(eventbridge._pattern_event_view(event).event_with_detail())
    send_to_dead_letters(target, rule, payload, answer["code"], answer["message"])


def attempt(*delivery) -> None:
    try:
        deliver(*delivery)
    except Exception:
        logger.exception("an event was not delivered")


def put_permission(original):
    """Policy replaces the whole policy of the bus (EventBridge API Reference, "PutPermission")."""

    def put(data):
        if not data.get("Policy"):
            return original(data)
        bus = data.get("EventBusName", "default")
        if bus not in eventbridge._event_buses:
            message = f"Event bus {bus} does not exist."
            return eventbridge.error_response_json("ResourceNotFoundException", message, 400)
        eventbridge._event_bus_policies[bus] = json.loads(data["Policy"])
        return json_response({})

    return put


def invoke_target(original):
    def invoke(target, event, rule, view=None):
        arn = target.get("Arn", "")
        to_bus = ":event-bus/" in arn
        if to_bus and event.get(FORWARDED):
            logger.warning("%s goes to no third bus: EventBridge does not route there what came from another bus", arn)
        elif to_bus and is_foreign(arn):
            DELIVERIES.submit(attempt, target, dict(event), dict(rule), get_account_id(), get_region())
        else:
            original(target, event, rule, view)

    return invoke


def put_for(sender: str, data: dict):
    """PutEvents on a bus of this account by another one, which the gateway let in: the event is the sender's."""
    owner, results = get_account_id(), []
    for entry in data.get("Entries", []):
        bus = parse_arn(entry["EventBusName"]).resource.split("/", 1)[1]
        if bus not in eventbridge._event_buses:
            message = f"Event bus {entry['EventBusName']} does not exist."
            results.append({"ErrorCode": "ResourceNotFoundException", "ErrorMessage": message})
            continue
        event = {
            "EventId": str(uuid.uuid4()),
            "Source": entry.get("Source", ""),
            "DetailType": entry.get("DetailType", ""),
            "Detail": entry.get("Detail", "{}"),
            "EventBusName": bus,
            "Time": int(time.time()),
            "Resources": entry.get("Resources", []),
            "Account": sender,
            "Region": get_region(),
        }
        set_request_account_id(owner)
        results.append({"EventId": event["EventId"]})
        view = eventbridge._pattern_event_view(event)
        eventbridge._dispatch_event(event, view)
        eventbridge._archive_event(event, view)
    failed = sum("ErrorCode" in result for result in results)
    return json_response({"FailedEntryCount": failed, "Entries": results})


def span_accounts() -> None:
    handle = eventbridge.handle_request
    eventbridge._put_permission = put_permission(eventbridge._put_permission)
    eventbridge._invoke_target = invoke_target(eventbridge._invoke_target)

    async def handle_request(method, path, headers, body, query_params):
        sender = headers.get(SENDER)
        if sender and headers.get("x-amz-target", "").endswith(".PutEvents"):
            return put_for(sender, json.loads(body))
        return await handle(method, path, headers, body, query_params)

    eventbridge.handle_request = handle_request
