"""Keys by which tokens of a user pool are verified, in MiniStack 1.5.33.

The authorizer of an HTTP API fetches them from MiniStack's own TCP port, which nothing listens on here: it is served on a Unix domain socket. It
would refuse every token. They are taken from where that port would have them, of pools that exist (Amazon Cognito Developer Guide, "Verifying
JSON web tokens"); a pool that does not has none. Of any other issuer they are fetched as before.
"""

import json

from ministack.services import apigateway, cognito

ISSUER = "https://cognito-idp."


def find_in_process() -> None:
    resolve = apigateway._resolve_jwks_url
    fetch = apigateway._fetch_jwks

    async def resolve_jwks_url(authorizer: dict):
        issuer = (authorizer.get("jwtConfiguration") or {}).get("issuer") or ""
        return f"{issuer}/.well-known/jwks.json" if issuer.startswith(ISSUER) else await resolve(authorizer)

    async def fetch_jwks(url: str) -> dict:
        if not url.startswith(ISSUER):
            return await fetch(url)
        pool = url.removesuffix("/.well-known/jwks.json").rsplit("/", 1)[-1]
        if not any(known == pool for (_, _, known), _ in cognito._user_pools.all_items()):
            return {"keys": []}
        return json.loads(cognito.well_known_jwks(pool)[2])

    apigateway._resolve_jwks_url = resolve_jwks_url
    apigateway._fetch_jwks = fetch_jwks
