"""REST APIs as API Gateway has them, where MiniStack 1.5.33 differs.

A body of a media type for which a method has no model is not validated (API Gateway Developer Guide, "Request validation for REST APIs"):
MiniStack takes the model of application/json. Templates may name the id of the request (the same, "Context variables for data
transformations"): MiniStack renders it as nothing, and a mock's template not at all; one request has one id, in what is stored and in what is answered; it finds a header by its name in lower case alone. A mapping without a base path is called (none) (API
Reference, "BasePathMapping"), whether it was left out or empty: MiniStack knows the latter by no name. What a mock is called with and a domain
name's mutual TLS are absent until set, and a second plan would show what MiniStack makes of them.
"""

import uuid
from contextvars import ContextVar

from ministack.services import apigateway_v1


# The id of the request that is passed on to another service.
REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)


def request_id() -> str:
    return REQUEST_ID.get() or str(uuid.uuid4())


class AnyCase(dict):
    """Parameters of a request: a header is found by its name in any case (RFC 9110, section 5.1)."""

    def get(self, name, default=None):
        return super().get(name, super().get(str(name).lower(), default))


def correct_rest_apis() -> None:
    validate = apigateway_v1._check_request_validation
    render = apigateway_v1._render_request_template_v1
    mock = apigateway_v1._invoke_mock_v1
    map_base_path = apigateway_v1._create_base_path_mapping
    put_integration = apigateway_v1._put_integration
    create_domain_name = apigateway_v1._create_domain_name
    answer = apigateway_v1._service_integration_response
    pass_on = apigateway_v1._invoke_sqs_v1

    def check_request_validation(method, api_id, request, headers, body, query):
        models = method.get("requestModels") or {}
        media_type = (apigateway_v1._header_ci(headers, "content-type") or "application/json").split(";")[0].strip()
        model = models.get(media_type) or models.get("$default")
        method = {**method, "requestModels": {media_type: model} if model else {}}
        return validate(method, api_id, request, headers, body, query)

    def render_request_template(template, body, params, context=None):
        return render(template, body, AnyCase(params), {"requestId": request_id(), **(context or {})})

    def identified(response):
        status, headers, body = response
        own = request_id()
        headers = {name: own if value == "context.requestId" else value for name, value in headers.items()}
        return status, headers, body.replace(b"$context.requestId", own.encode())

    async def invoke_sqs(*given, **named):
        token = REQUEST_ID.set(str(uuid.uuid4()))
        try:
            return await pass_on(*given, **named)
        finally:
            REQUEST_ID.reset(token)

    def create_base_path_mapping(domain_name, data):
        return map_base_path(domain_name, {**data, "basePath": data.get("basePath") or "(none)"})

    apigateway_v1._put_integration = lambda api, resource, method, data: put_integration(
        api, resource, method, {**data, "httpMethod": data.get("httpMethod")}
    )
    apigateway_v1._create_domain_name = lambda data: create_domain_name(
        {**data, "mutualTlsAuthentication": data.get("mutualTlsAuthentication")}
    )
    apigateway_v1._invoke_sqs_v1 = invoke_sqs
    apigateway_v1._create_base_path_mapping = create_base_path_mapping
    apigateway_v1._check_request_validation = check_request_validation
    apigateway_v1._render_request_template_v1 = render_request_template
    apigateway_v1._invoke_mock_v1 = lambda integration: identified(mock(integration))
    apigateway_v1._service_integration_response = lambda *given: identified(answer(*given))
