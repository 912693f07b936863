"""The session token by which the gateway knows the role behind a call that MiniStack makes: see rehearsal/gateway/caller.ts."""

import base64


def session_token(role: str, session: str, worker: str = "") -> str:
    return "landfall:" + base64.b64encode(f"{role} {session} {worker}".rstrip().encode()).decode()
