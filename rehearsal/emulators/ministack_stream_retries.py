"""What becomes of a batch of a stream, of DynamoDB or Kinesis, that its function fails on: MiniStack 1.5.33 hands the same batch over again for ever.

Lambda splits it (`BisectBatchOnFunctionError`), takes it up again from the first item that the function names (`ReportBatchItemFailures`), gives
up after `MaximumRetryAttempts` and then tells the failure destination (Lambda Developer Guide, "Configuring partial batch response with DynamoDB
and Lambda" and "… with Kinesis Data Streams and Lambda", "Retaining discarded records"). Without MaximumRetryAttempts it does go on for ever.
"""

import hashlib
import json
import random
import time

from ministack.core.responses import new_uuid
from ministack.services import lambda_svc, sqs

# By the source of an event: the member of a record that has its sequence number, and the number's name there.
SEQUENCE = {"aws:dynamodb": ("dynamodb", "SequenceNumber"), "aws:kinesis": ("kinesis", "sequenceNumber")}


def mapping_of(function: dict, records: list) -> dict | None:
    source = records[0].get("eventSourceARN")
    name = (function.get("config") or function).get("FunctionName")
    return next(
        (
            mapping
            for mapping in lambda_svc._esms.values()
            if mapping.get("EventSourceArn") == source and mapping.get("FunctionName") == name
        ),
        None,
    )


def number_of(record: dict) -> str | None:
    member, name = SEQUENCE[record["eventSource"]]
    return record.get(member, {}).get(name)


def failed_from(mapping: dict, records: list, result: dict) -> int | None:
    """Where a batch has to be taken up again; None: nowhere, all went well."""
    if result.get("error"):
        return 0
    body = result.get("body")
    if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []) or not isinstance(body, dict):
        return None
    named = {failure.get("itemIdentifier") for failure in body.get("batchItemFailures") or []}
    if not named:
        return None
    # An identifier that is none of theirs: the whole batch failed.
    return next((place for place, record in enumerate(records) if number_of(record) in named), 0)


def tell_destination(mapping: dict, function: dict, records: list, result: dict) -> None:
    if records[0]["eventSource"] == "aws:dynamodb":
        source = records[0].get("eventSourceARN")
        lambda_svc._send_ddb_stream_failure_record(
            mapping, function, records, source, result, "RetryAttemptsExhausted"
        )
        return
    destination = ((mapping.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination", "")
    queue = sqs._queue_by_arn(destination) if ":sqs:" in destination else None
    if queue is not None:
        put(queue, json.dumps(invocation_record(function, records)))


def invocation_record(function: dict, records: list) -> dict:
    """Lambda Developer Guide, "Retain discarded batch records for a Kinesis Data Streams event source": where the records are, not what is in them."""
    arrived = [
        time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record["kinesis"]["approximateArrivalTimestamp"]))
        for record in records
    ]
    return {
        "requestContext": {
            "requestId": new_uuid(),
            "functionArn": (function.get("config") or function).get("FunctionArn", ""),
            "condition": "RetryAttemptsExhausted",
            "approximateInvokeCount": 1,
        },
        "version": "1.0",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "KinesisBatchInfo": {
            "shardId": records[0]["eventID"].split(":")[0],
            "startSequenceNumber": number_of(records[0]),
            "endSequenceNumber": number_of(records[-1]),
            "approximateArrivalOfFirstRecord": arrived[0],
            "approximateArrivalOfLastRecord": arrived[-1],
            "batchSize": len(records),
            "streamArn": records[0]["eventSourceARN"],
        },
    }


def put(queue: dict, body: str) -> None:
    """As MiniStack puts what became of a stream of DynamoDB."""
    now = time.time()
    message = {
        "id": new_uuid(),
        "body": body,
        "md5_body": hashlib.md5(body.encode()).hexdigest(),
        "md5_attrs": "",
        "receipt_handle": None,
        "sent_at": now,
        "visible_at": now + sqs.queue_delay(queue),
        "receive_count": 0,
        "first_receive_at": None,
        "message_attributes": {},
        "sys": {"SentTimestamp": str(int(now * 1000))},
        "group_id": None,
        "dedup_id": None,
        "dedup_cache_key": None,
        "seq": None,
    }
    queue["messages"].append(message)


def work_off(execute, function: dict, mapping: dict, records: list, retries: int) -> None:
    """Hands a batch over until it went well or is given up. Halves of a batch have all retries again."""
    attempt = 0
    while records:
        result = execute(function, {"Records": records})
        start = failed_from(mapping, records, result)
        if start is None:
            return
        records = records[start:]
        if mapping.get("BisectBatchOnFunctionError") and len(records) > 1:
            middle = len(records) // 2
            work_off(execute, function, mapping, records[:middle], retries)
            work_off(execute, function, mapping, records[middle:], retries)
            return
        # An item before it went well: this is another batch.
        attempt = attempt + 1 if start == 0 else 1
        if attempt > retries:
            tell_destination(mapping, function, records, result)
            return
        time.sleep(random.uniform(0, 0.1 * 2**attempt))


def retrying(execute):
    def executing(function, event):
        records = event.get("Records") if isinstance(event, dict) else None
        if not records or not isinstance(records[0], dict) or records[0].get("eventSource") not in SEQUENCE:
            return execute(function, event)
        mapping = mapping_of(function, records)
        retries = int((mapping or {}).get("MaximumRetryAttempts", -1))
        if mapping is None or retries < 0:
            return execute(function, event)
        work_off(execute, function, mapping, records, retries)
        return {"body": None}

    return executing


def give_up_batches() -> None:
    lambda_svc._execute_function = retrying(lambda_svc._execute_function)
