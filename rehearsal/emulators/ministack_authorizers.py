"""An authorizer of an HTTP API has settings of its own type alone.

MiniStack 1.5.33 gives one of tokens the payload format, the time and the answers of a function's, and a function's a JWT configuration without an
issuer, which a second plan would take away again (Amazon API Gateway Version 2 API Reference, "Authorizer": which members are "supported only
for" which type).
"""

import json

from ministack.services import apigateway

OF_OTHERS = {
    "JWT": (
        "authorizerUri",
        "authorizerPayloadFormatVersion",
        "authorizerResultTtlInSeconds",
        "enableSimpleResponses",
        "authorizerCredentialsArn",
    ),
    "REQUEST": ("jwtConfiguration",),
}


def keep_their_own() -> None:
    create = apigateway._create_authorizer

    def create_authorizer(api_id, data):
        status, headers, body = create(api_id, data)
        if status != 201:
            return status, headers, body
        authorizer = apigateway._authorizers[api_id][json.loads(body)["authorizerId"]]
        for member in OF_OTHERS.get(authorizer["authorizerType"], ()):
            if member not in data:
                del authorizer[member]
        return apigateway._apigw_response(authorizer, 201)

    apigateway._create_authorizer = create_authorizer
