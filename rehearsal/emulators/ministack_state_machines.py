"""State machines call AWS through the gateway, as their own role: MiniStack 1.5.33 calls its own services directly, as nobody.

Step Functions Developer Guide, "Using AWS service integrations in Step Functions" and "Accessing resources in other AWS
accounts in Step Functions" (`Credentials`). A function that a task's `Resource` is itself is still invoked by MiniStack;
`lambda:invoke`, for which it knows no function of another account, is a call like any other.
"""

import base64
import json
import os
from contextvars import ContextVar
from typing import NamedTuple

import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from ministack.core.responses import get_account_id, get_region
from ministack.services import stepfunctions
from ministack_session_token import session_token

# Names of the AWS SDK for Java, which Step Functions goes by, that botocore calls otherwise.
BOTOCORE_NAMES = {"cloudwatchlogs": "logs", "eventbridge": "events", "sfn": "stepfunctions"}

# Integrations of their own ("Optimizing integrations"), which take and give what the API does.
OPTIMIZED = ("dynamodb:deleteItem", "dynamodb:getItem", "dynamodb:putItem", "dynamodb:updateItem", "events:putEvents", "sns:publish", "sqs:sendMessage")


class Caller(NamedTuple):
    role: str
    session: str
    # ARN of the role that the task's `Credentials` name.
    assumed: str | None


CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)
SESSION = botocore.session.Session()
# Step Functions retries as the state machine says, and in no other way.
CONFIG = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False, parameter_validation=True)


def client_of(service: str, credentials: dict[str, str]):
    return SESSION.create_client(
        BOTOCORE_NAMES.get(service, service),
        region_name=get_region(),
        endpoint_url=os.environ["AWS_ENDPOINT_URL"],
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
        config=CONFIG,
    )


def credentials_of(caller: Caller) -> dict[str, str]:
    token = session_token(caller.role, caller.session)
    own = {"AccessKeyId": get_account_id(), "SecretAccessKey": "test", "SessionToken": token}
    if caller.assumed is None:
        return own
    session = {"RoleArn": caller.assumed, "RoleSessionName": caller.session[:64]}
    return called("sts", "assumeRole", own, session)["Credentials"]


def called(service: str, action: str, credentials: dict[str, str], parameters: dict) -> dict:
    client = client_of(service, credentials)
    operation = action[0].upper() + action[1:]
    method = next((method for method, name in client.meta.method_to_api_mapping.items() if name == operation), None)
    if method is None:
        raise stepfunctions._ExecutionError("States.Runtime", f"{service} has no action {action}")
    model = client.meta.service_model.operation_model(operation)
    if model.input_shape is not None:
        parameters = stepfunctions._sdk_json_param_value(parameters, model.input_shape)
    try:
        answer = getattr(client, method)(**parameters)
    except ClientError as error:
        details = error.response["Error"]
        code = stepfunctions._prefix_sdk_error(service, details.get("Code", "Unknown"))
        raise stepfunctions._ExecutionError(code, details.get("Message", str(error))) from error
    except BotoCoreError as error:
        raise stepfunctions._ExecutionError("States.Runtime", str(error)) from error
    answer.pop("ResponseMetadata", None)
    return answer if model.output_shape is None else plain(stepfunctions._sdk_json_value(answer, model.output_shape))


def plain(value):
    """As JSON has it: instants in ISO 8601, binary as base64."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if hasattr(value, "isoformat") else value


def call_through_gateway(resource: str, parameters: dict) -> dict:
    service, action = resource.removesuffix(".waitForTaskToken").removesuffix(".sync").split(":")[-2:]
    caller = CALLER.get()
    if caller is None:
        raise stepfunctions._ExecutionError("States.Runtime", f"{resource} is called by no state machine")
    if action == "sendMessage" and not isinstance(parameters.get("MessageBody"), str):
        parameters = {**parameters, "MessageBody": json.dumps(parameters.get("MessageBody"))}
    return called(service, action, credentials_of(caller), parameters)


def invoke_function(parameters: dict) -> dict:
    """"Invoke an AWS Lambda function with Step Functions": the payload is JSON, and an error of the function one of the task."""
    caller = CALLER.get()
    if caller is None:
        raise stepfunctions._ExecutionError("States.Runtime", "lambda:invoke is called by no state machine")
    payload = json.dumps(parameters.get("Payload", {})).encode()
    try:
        answer = client_of("lambda", credentials_of(caller)).invoke(FunctionName=parameters["FunctionName"], Payload=payload)
    except ClientError as error:
        details = error.response["Error"]
        raise stepfunctions._ExecutionError(f"Lambda.{details.get('Code', 'Unknown')}", details.get("Message", "")) from error
    except BotoCoreError as error:
        raise stepfunctions._ExecutionError("Lambda.SdkClientException", str(error)) from error
    text = answer["Payload"].read().decode()
    result = json.loads(text) if text else None
    if answer.get("FunctionError"):
        name = result.get("errorType") if isinstance(result, dict) else None
        raise stepfunctions._ExecutionError(name or "Lambda.Unknown", text)
    return {"StatusCode": answer["StatusCode"], "ExecutedVersion": answer.get("ExecutedVersion", "$LATEST"), "Payload": result}


def assumed_by(state: dict, raw_input, ctx: dict) -> str | None:
    credentials = state.get("Credentials")
    if not credentials:
        return None
    data = stepfunctions._apply_input_path(state, raw_input, ctx)
    return stepfunctions._resolve_params_obj(credentials, data, ctx).get("RoleArn")


def keep_tracing() -> None:
    """A machine's `tracingConfiguration`, which MiniStack drops (Step Functions API Reference, CreateStateMachine, UpdateStateMachine)."""

    def keeping(handle):
        def handle_and_keep(data):
            answer = handle(data)
            arn = data.get("stateMachineArn") or f"arn:aws:states:{get_region()}:{get_account_id()}:stateMachine:{data.get('name')}"
            machine = stepfunctions._state_machines.get(arn)
            if answer[0] == 200 and machine is not None and "tracingConfiguration" in data:
                machine["tracingConfiguration"] = data["tracingConfiguration"]
            return answer

        return handle_and_keep

    stepfunctions._create_state_machine = keeping(stepfunctions._create_state_machine)
    stepfunctions._update_state_machine = keeping(stepfunctions._update_state_machine)


def call_as_their_role() -> None:
    execute = stepfunctions._execute_task
    apply_parameters = stepfunctions._apply_parameters

    def execute_task(state, raw_input, execution, ctx):
        machine = stepfunctions._state_machines.get(ctx["StateMachine"]["Id"]) or {}
        caller = Caller(machine.get("roleArn", ""), ctx["Execution"]["Name"], assumed_by(state, raw_input, ctx))
        reset = CALLER.set(caller)
        try:
            return execute(state, raw_input, execution, ctx)
        finally:
            CALLER.reset(reset)

    # MiniStack gives a task whose `Parameters` are empty its whole input instead of nothing.
    stepfunctions._apply_parameters = lambda state, data, ctx=None: {} if state.get("Parameters") == {} else apply_parameters(state, data, ctx)
    stepfunctions._execute_task = execute_task

    invoke = stepfunctions._invoke_resource

    def invoke_resource(resource, input_data):
        return invoke_function(input_data) if resource.endswith(":states:::lambda:invoke") else invoke(resource, input_data)

    stepfunctions._invoke_resource = invoke_resource
    stepfunctions._invoke_aws_sdk_integration = call_through_gateway
    for integration in OPTIMIZED:
        stepfunctions._SERVICE_DISPATCH[f"arn:aws:states:::{integration}"] = call_through_gateway
