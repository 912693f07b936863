"""What becomes of a batch of a DynamoDB stream that its function fails on: MiniStack 1.5.33 hands the same batch over again for ever.

Lambda splits it (`BisectBatchOnFunctionError`), takes it up again from the first item that the function names (`ReportBatchItemFailures`), gives
up after `MaximumRetryAttempts` and then tells the failure destination (Lambda Developer Guide, "Configuring partial batch response with DynamoDB
and Lambda", "Retaining discarded records"). Without MaximumRetryAttempts it does go on for ever.
"""

import random
import time

from ministack.services import lambda_svc


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


def failed_from(mapping: dict, records: list, result: dict) -> int | None:
    """Where a batch has to be taken up again; None: nowhere, all went well."""
    if result.get("error"):
        return 0
    body = result.get("body")
    if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []) or not isinstance(body, dict):
        return None
    named = {failure.get("itemIdentifier") for failure in body.get("batchItemFailures") or []}
    numbers = [record.get("dynamodb", {}).get("SequenceNumber") for record in records]
    if not named:
        return None
    return next((place for place, number in enumerate(numbers) if number in named), 0)


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
            source = records[0].get("eventSourceARN")
            lambda_svc._send_ddb_stream_failure_record(
                mapping, function, records, source, result, "RetryAttemptsExhausted"
            )
            return
        time.sleep(random.uniform(0, 0.1 * 2**attempt))


def retrying(execute):
    def executing(function, event):
        records = event.get("Records") if isinstance(event, dict) else None
        if not records or not isinstance(records[0], dict) or records[0].get("eventSource") != "aws:dynamodb":
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
