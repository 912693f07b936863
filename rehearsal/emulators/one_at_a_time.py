"""Calls an application for one request at a time."""

from threading import Lock


class OneAtATime:
    """moto's backends are dictionaries that some requests walk and others add to: a thread for each request loses some of them
    to "dictionary changed size during iteration". Python computes on one thread at a time as it is, so that nothing gets slower."""

    def __init__(self, app):
        self.app = app
        self.lock = Lock()

    def __call__(self, environ, start_response):
        with self.lock:
            body = self.app(environ, start_response)
            try:
                return list(body)
            finally:
                if hasattr(body, "close"):
                    body.close()
