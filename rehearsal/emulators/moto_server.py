"""Serves moto on a Unix domain socket: moto_server.py SOCKET DIRECTORY."""

import sys
import traceback

from lifeline import die_with_parent
from moto_corrections import correct_moto
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from one_at_a_time import OneAtATime
from werkzeug.serving import make_server


class Explained:
    """Answers what moto does not implement, or fails at, with one line of text in place of a page of HTML."""

    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        try:
            return self.app(environ, start_response)
        except NotImplementedError as error:
            return self.answer(start_response, "501 Not Implemented", error)
        except Exception as error:  # whatever an emulated service raises becomes its answer
            traceback.print_exc()
            return self.answer(start_response, "500 Internal Server Error", error)

    @staticmethod
    def answer(start_response, status, error):
        text = f"{type(error).__name__}: {error}".encode()
        start_response(status, [("Content-Type", "text/plain"), ("X-Emulator-Failure", type(error).__name__)])
        return [text]


class KeepAliveHandler(MotoRequestHandler):
    protocol_version = "HTTP/1.1"

    def address_string(self) -> str:
        return "unix"


def main() -> None:
    socket, directory = sys.argv[1:3]
    die_with_parent(directory)
    correct_moto()
    app = OneAtATime(Explained(DomainDispatcherApplication(create_backend_app)))
    make_server(f"unix://{socket}", 0, app, threaded=True, request_handler=KeepAliveHandler).serve_forever()


main()
