"""Serves MiniStack on a Unix domain socket: ministack_server.py SOCKET DIRECTORY."""

import asyncio
import sys

import ministack_authorizers
import ministack_data_streams
import ministack_delivery_streams
import ministack_error_types
import ministack_event_buses
import ministack_hosted_zones
import ministack_mail
import ministack_rest_apis
import ministack_state_machines
import ministack_stream_retries
import ministack_token_keys
from lifeline import die_with_parent
from ministack_session_token import session_token
from ministack_workers import WORKER, name_workers
from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack.app import app
from ministack.core import lambda_runtime
from ministack.core.responses import set_request_account_id


def name_the_role() -> None:
    """Gives handlers a session token that carries their function's role.

    MiniStack's own credentials name the account alone; the gateway reads the role from this token, so that its record
    says which role made a call.
    """
    account_credentials = lambda_runtime.execution_credentials

    def execution_credentials(config: dict) -> dict[str, str]:
        token = session_token(config.get("Role", ""), config.get("FunctionName", ""), WORKER.get())
        return {**account_credentials(config), "AWS_SESSION_TOKEN": token}

    lambda_runtime.execution_credentials = execution_credentials


def in_account(application):
    """Serves unsigned requests, which name no account, in the account the gateway names."""

    async def scoped(scope, receive, send):
        if scope["type"] == "http":
            header = b"x-landfall-account"
            for name, value in scope["headers"]:
                if name == header:
                    set_request_account_id(value.decode())
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != header]}
        await application(scope, receive, send)

    return scoped


def main() -> None:
    socket, directory = sys.argv[1:3]
    die_with_parent(directory)
    name_the_role()
    name_workers()
    ministack_hosted_zones.span_accounts()
    ministack_rest_apis.correct_rest_apis()
    ministack_state_machines.call_as_their_role()
    ministack_state_machines.keep_tracing()
    ministack_event_buses.span_accounts()
    ministack_error_types.name_errors()
    ministack_stream_retries.give_up_batches()
    ministack_mail.keep_settings()
    ministack_data_streams.keep_tags()
    ministack_delivery_streams.describe_all()
    ministack_delivery_streams.gather()
    ministack_token_keys.find_in_process()
    ministack_authorizers.keep_their_own()
    config = Config()
    config.bind = [f"unix:{socket}"]
    config.keep_alive_timeout = 600
    config.h11_max_incomplete_size = 1 << 20
    config.loglevel = "WARNING"
    asyncio.run(serve(in_account(app), config))


main()
