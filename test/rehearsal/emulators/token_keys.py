"""The authorizer of an HTTP API in MiniStack alone, in this process, with or without what Landfall corrects. Prints what it says to tokens, as JSON.

Arguments: the folder of the corrections, and `corrected` or `as-it-is`. Keys are kept in the folder that STATE_DIR names.
"""

import asyncio
import json
import sys

from ministack.services import apigateway, cognito

sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "corrected":
    from ministack_authorizers import keep_their_own
    from ministack_token_keys import find_in_process

    find_in_process()
    keep_their_own()

CLIENT = "client"
ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/"


def token_of(pool: str) -> str:
    return cognito._fake_token("somebody", pool, CLIENT, scope="journal/write")


async def said(pool: str, token: str) -> int:
    authorizer = {
        "identitySource": ["$request.header.Authorization"],
        "jwtConfiguration": {"issuer": ISSUER + pool, "audience": [CLIENT]},
    }
    headers = {"authorization": f"Bearer {token}"}
    _claims, _scopes, refusal = await apigateway._validate_jwt_authorizer({}, authorizer, headers, {})
    return refusal[0] if refusal else 200


def members_of(kind: str, **given) -> list:
    apigateway._apis["journal"] = {"apiId": "journal", "protocolType": "HTTP"}
    _status, _headers, made = apigateway._create_authorizer("journal", {"authorizerType": kind, "name": kind, **given})
    return sorted(json.loads(made).keys() & {"jwtConfiguration", "authorizerPayloadFormatVersion"})


async def main() -> dict:
    _status, _headers, made = cognito._create_user_pool({"PoolName": "journal"})
    pool = json.loads(made)["UserPool"]["Id"]
    none = "us-east-1_Nowhere01"
    token = token_of(pool)
    return {
        "an authorizer of tokens has": members_of("JWT", jwtConfiguration={"issuer": ISSUER + pool, "audience": [CLIENT]}),
        "one that asks a function has": members_of("REQUEST", authorizerPayloadFormatVersion="2.0"),
        "token of the pool": await said(pool, token),
        "token of another pool": await said(pool, token_of(none)),
        "token of a pool that is not there": await said(none, token_of(none)),
        "token without its signature": await said(pool, token.rsplit(".", 1)[0] + "."),
    }


print(json.dumps(asyncio.run(main())))
