"""A REST API in MiniStack alone, in this process, with or without what Landfall corrects. Prints what it answers, as JSON.

Arguments: the folder of the corrections, and `corrected` or `as-it-is`.
"""

import asyncio
import json
import sys

from ministack.services import apigateway_v1

REFUSAL = {
    "selectionPattern": "4\\d\\d",
    "statusCode": "400",
    "responseParameters": {"method.response.header.X-Correlation-Id": "context.requestId"},
}


def refused_id() -> str:
    responses = {"integrationResponses": {"400": REFUSAL}}
    return apigateway_v1._service_integration_response(responses, 400, "", "application/json", {})[1]["X-Correlation-Id"]


async def passed_on() -> bool:
    """In place of the call of SQS: whether the id in the template is the one that is answered."""
    return apigateway_v1._render_request_template_v1("$context.requestId", "", {}) == refused_id()


apigateway_v1._invoke_sqs_v1 = passed_on
sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "corrected":
    from ministack_rest_apis import correct_rest_apis

    correct_rest_apis()


async def call(method: str, path: str, data: object = None):
    body = b"" if data is None else json.dumps(data).encode()
    status, _headers, answer = await apigateway_v1.handle_request(method, path, {}, body, {})
    if status >= 300:
        raise RuntimeError(f"{method} {path}: {status} {answer!r}")
    return json.loads(answer) if answer else {}


async def main() -> dict:
    api = await call("POST", "/restapis", {"name": "things"})
    of_api = f"/restapis/{api['id']}"
    thing = await call("POST", f"{of_api}/resources/{api['rootResourceId']}", {"pathPart": "things"})
    validator = await call(
        "POST",
        f"{of_api}/requestvalidators",
        {"name": "contract", "validateRequestBody": True, "validateRequestParameters": True},
    )
    schema = json.dumps({"type": "object", "required": ["name"]})
    await call("POST", f"{of_api}/models", {"name": "thing", "contentType": "application/json", "schema": schema})
    method = f"{of_api}/resources/{thing['id']}/methods/POST"
    await call(
        "PUT",
        method,
        {
            "authorizationType": "NONE",
            "requestValidatorId": validator["id"],
            "requestModels": {"application/json": "thing"},
        },
    )
    await call(
        "PUT",
        f"{method}/integration",
        {"type": "MOCK", "requestTemplates": {"application/json": json.dumps({"statusCode": 200})}},
    )
    await call("PUT", f"{method}/responses/200", {})
    await call(
        "PUT",
        f"{method}/integration/responses/200",
        {
            "responseParameters": {"method.response.header.X-Correlation-Id": "context.requestId"},
            "responseTemplates": {"application/json": json.dumps({"correlationId": "$context.requestId"})},
        },
    )
    integration = await call("GET", f"{method}/integration")
    deployment = await call("POST", f"{of_api}/deployments", {})
    await call("POST", f"{of_api}/stages", {"stageName": "live", "deploymentId": deployment["id"]})
    domain = await call("POST", "/domainnames", {"domainName": "things.example"})
    mapping = await call(
        "POST", "/domainnames/things.example/basepathmappings", {"restApiId": api["id"], "stage": "live", "basePath": ""}
    )

    async def post(content_type: str, body: str):
        headers = {"content-type": content_type}
        return await apigateway_v1.handle_execute(api["id"], "live", "POST", "/things", headers, body.encode(), {})

    async def status_of(content_type: str, body: str) -> int:
        return (await post(content_type, body))[0]

    _status, headers, body = await post("application/json", '{"name":"a"}')
    request_id = headers.get("X-Correlation-Id")
    template = "$util.urlEncode($input.params('X-Signature')) $context.requestId"
    render = apigateway_v1._render_request_template_v1
    signature, *rendered_id = render(template, "{}", {"x-signature": "s1"}).split(" ")
    return {
        "conforming body": await status_of("application/json", '{"name":"a"}'),
        "body that does not conform": await status_of("application/json", "{}"),
        "body of a media type without a model": await status_of("text/plain", "text"),
        "request id of a mock is one": len(str(request_id)) == 36,
        "and stands in header and body": json.loads(body)["correlationId"] == request_id,
        "request id of a service's refusal is one": len(refused_id()) == 36,
        "request id in a template is one": len("".join(rendered_id)) == 36,
        "request id is the same in what is stored and what is answered": await apigateway_v1._invoke_sqs_v1(),
        "header in another case": signature,
        "base path that is empty": mapping.get("basePath"),
        "method of a mock's integration": integration.get("httpMethod", "absent"),
        "mutual TLS of a domain name": domain.get("mutualTlsAuthentication", "absent"),
    }


print(json.dumps(asyncio.run(main())))
