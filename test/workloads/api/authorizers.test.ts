import { describe, expect, test } from "@jest/globals";
import type { APIGatewayRequestAuthorizerEvent, APIGatewayRequestAuthorizerEventV2 } from "aws-lambda";
import type { ApiDefinition } from "../../../workloads/api/api-definition";
import type { Contract } from "../../../workloads/contract/model";
import { authorize } from "../../../workloads/runtime/authorize";
import type { BuiltStack } from "../../fixtures/built-stack";
import { buildApi, things } from "./build-api";

const issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aBc123";
const securitySchemes = {
  people: { type: "openIdConnect", openIdConnectUrl: `${issuer}/.well-known/openid-configuration` },
  partner: { type: "http", scheme: "bearer" },
  systems: { type: "http", scheme: "AWS4-HMAC-SHA256" },
  plan: { type: "apiKey", in: "header", name: "X-API-Key" },
};
const secured = (security: object): Contract =>
  things(undefined, { security: [security], components: { securitySchemes } });
const audience: ApiDefinition = { authorizers: { people: { audience: ["shop"] } } };

/** Operations that anybody may call. */
const open = (stack: BuiltStack): readonly string[] =>
  ["createThing", "getThing"].filter((id) => {
    const route = stack.ofType("aws_apigatewayv2_route").get(id);
    const asked =
      route === undefined ? stack.at(`aws_api_gateway_method.${id}`)["authorization"] : route["authorization_type"];
    return asked === undefined || asked === "NONE";
  });

describe("who may call is the contract's to say", () => {
  test.each([
    ["a token of an issuer", "http", { people: ["things/read"] }, audience],
    ["a token of an issuer", "rest", { people: ["things/read"] }, {}],
    ["a token a function reads", "http", { partner: [] }, {}],
    ["a token a function reads", "rest", { partner: [] }, {}],
    ["a signature of AWS", "http", { systems: [] }, {}],
    ["a signature of AWS", "rest", { systems: [] }, {}],
  ] as const)(
    "%s, behind %s: no operation is open, and each is when the contract asks for nothing",
    (_name, kind, security, api) => {
      expect(open(buildApi(secured(security), { ...api, kind }))).toEqual([]);
      expect(open(buildApi(secured({}), { ...api, kind }))).toEqual(["createThing", "getThing"]);
    },
  );

  test("a token's issuer, audience and scopes are compared by an HTTP API", () => {
    const stack = buildApi(secured({ people: ["things/read"] }), audience);
    expect(stack.at("aws_apigatewayv2_authorizer.people")).toMatchObject({
      authorizer_type: "JWT",
      identity_sources: ["$request.header.Authorization"],
      jwt_configuration: { issuer, audience: ["shop"] },
    });
    expect(stack.at("aws_apigatewayv2_route.getThing")).toMatchObject({
      authorizer_id: "${aws_apigatewayv2_authorizer.people.id}",
      authorization_scopes: ["things/read"],
    });
  });

  test("a token's user pool and scopes are compared by a REST API", () => {
    const stack = buildApi(secured({ people: ["things/read"] }), {});
    expect(stack.at("aws_api_gateway_authorizer.people")).toMatchObject({
      type: "COGNITO_USER_POOLS",
      provider_arns: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_aBc123"],
    });
    expect(stack.at("aws_api_gateway_method.getThing")["authorization_scopes"]).toEqual(["things/read"]);
  });

  test.each(["http", "rest"] as const)(
    "a function is asked for as long as declared, by its authorizer alone, behind %s",
    (kind) => {
      const stack = buildApi(secured({ partner: [] }), { kind, authorizers: { partner: { ttlSeconds: 60 } } });
      const type = kind === "http" ? "aws_apigatewayv2_authorizer" : "aws_api_gateway_authorizer";
      expect(stack.at(`${type}.partner`)).toMatchObject({
        authorizer_result_ttl_in_seconds: 60,
        authorizer_uri: "${aws_lambda_function.partner.invoke_arn}",
      });
      const api = kind === "http" ? "aws_apigatewayv2_api" : "aws_api_gateway_rest_api";
      expect(stack.at("aws_lambda_permission.partner")["source_arn"]).toBe(
        `\${${api}.api.execution_arn}/authorizers/\${${type}.partner.id}`,
      );
    },
  );

  test("a key is asked for beside a caller", () => {
    const stack = buildApi(secured({ systems: [], plan: [] }), {});
    expect(stack.at("aws_api_gateway_method.getThing")).toMatchObject({
      authorization: "AWS_IAM",
      api_key_required: true,
    });
  });

  test("an unsigned call is not told that there is nothing, where a signature is wanted", () => {
    const at = "aws_api_gateway_gateway_response.MISSING_AUTHENTICATION_TOKEN";
    expect(buildApi(secured({ systems: [] }), { kind: "rest" }).at(at)["status_code"]).toBe("403");
    expect(buildApi(secured({}), { kind: "rest" }).at(at)["status_code"]).toBe("404");
  });

  test("what API Gateway cannot ask for is refused, at the operation's line", () => {
    const wrong = (security: readonly object[]) => () =>
      things(undefined, { security, components: { securitySchemes } } as Record<string, object>);
    expect(wrong([{ people: [] }, { partner: [] }])).toThrow(/^things.yaml:9 security has alternatives/);
    expect(wrong([{ people: [], partner: [] }])).toThrow(/^things.yaml:9 security asks for two callers/);
    expect(wrong([{ nobody: [] }])).toThrow(/^things.yaml:9 security names the scheme nobody/);
    expect(wrong([{ partner: ["things/read"] }])).toThrow(/^things.yaml:9 partner has scopes/);
  });
});

describe("the function that reads tokens", () => {
  const decide = authorize(async ({ authorization }) =>
    authorization === "Bearer good" ? { subject: "acme", context: { plan: "gold" } } : undefined,
  );
  const methodArn = "arn:aws:execute-api:eu-west-1:111122223333:a1b2/live/GET/things/1";
  const rest = (Authorization: string) =>
    decide({ methodArn, headers: { Authorization } } as unknown as APIGatewayRequestAuthorizerEvent);
  const http = (authorization: string) =>
    decide({ routeArn: methodArn, headers: { authorization } } as unknown as APIGatewayRequestAuthorizerEventV2);

  test("lets in who has a good token, and says who it is, behind either kind", async () => {
    expect(await http("Bearer good")).toEqual({ isAuthorized: true, context: { subject: "acme", plan: "gold" } });
    expect(await rest("Bearer good")).toMatchObject({
      principalId: "acme",
      policyDocument: {
        Statement: [{ Effect: "Allow", Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2/live/*" }],
      },
      context: { subject: "acme", plan: "gold" },
    });
  });

  test("lets nobody else in", async () => {
    for (const token of ["Bearer bad", ""]) {
      expect(await http(token)).toMatchObject({ isAuthorized: false });
      expect(await rest(token)).toMatchObject({ policyDocument: { Statement: [{ Effect: "Deny" }] } });
    }
  });

  test("lets nobody in when it fails", async () => {
    const failing = authorize(async () => {
      throw new Error("no keys");
    });
    await expect(
      failing({ routeArn: methodArn, headers: {} } as unknown as APIGatewayRequestAuthorizerEventV2),
    ).rejects.toThrow();
  });
});
