import { describe, expect, test } from "@jest/globals";
import { UserError } from "../../../declaration/user-error";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { account, builtService } from "../built-service";
import { club } from "./club/service";

const pool = "${aws_cognito_user_pool.members.id}";
const clients = ["page", "cashier"].map((client) => `\${aws_cognito_user_pool_client.members-${client}.id}`);

describe("a user pool of a service", () => {
  const resources = builtService(club);

  test("lets in who was invited and has a second factor, and nobody else", () => {
    expect(resources["aws_cognito_user_pool"]?.["members"]).toMatchObject({
      name: "club-members",
      admin_create_user_config: { allow_admin_create_user_only: true },
      mfa_configuration: "ON",
      software_token_mfa_configuration: { enabled: true },
      username_attributes: ["email"],
    });
    expect(resources["aws_cognito_user_pool_domain"]?.["members"]).toEqual({
      domain: `club-members-${account}`,
      user_pool_id: pool,
    });
  });

  test("gives each client its scopes by its way to sign in: people by code and without a secret, programs by a secret", () => {
    expect(resources["aws_cognito_user_pool_client"]).toMatchObject({
      "members-page": {
        allowed_oauth_flows: ["code"],
        allowed_oauth_scopes: ["openid", "club/read"],
        callback_urls: ["https://club.example/signed-in"],
        generate_secret: false,
      },
      "members-cashier": {
        allowed_oauth_flows: ["client_credentials"],
        allowed_oauth_scopes: ["club/read", "club/write"],
        generate_secret: true,
        depends_on: ["aws_cognito_resource_server.members"],
      },
    });
    expect(resources["aws_cognito_resource_server"]?.["members"]).toMatchObject({
      identifier: "club",
      scope: [{ scope_name: "read" }, { scope_name: "write" }],
    });
  });

  test("is what its API's authorizer asks: the pool, its clients and the scope, whatever the contract's URL says", () => {
    expect(resources["aws_apigatewayv2_authorizer"]?.["people"]).toMatchObject({
      jwt_configuration: { issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${pool}`, audience: clients },
    });
    expect(resources["aws_apigatewayv2_route"]?.["getMember"]).toMatchObject({
      authorization_type: "JWT",
      authorization_scopes: ["club/read"],
    });
    const rest = builtService({ ...club, api: { ...club.api, kind: "rest" } });
    expect(rest["aws_api_gateway_authorizer"]?.["people"]).toMatchObject({
      type: "COGNITO_USER_POOLS",
      provider_arns: ["${aws_cognito_user_pool.members.arn}"],
    });
    expect(rest["aws_api_gateway_method"]?.["getMember"]).toMatchObject({
      authorization: "COGNITO_USER_POOLS",
      authorization_scopes: ["club/read"],
    });
  });

  test("cannot be what cannot work, and everything wrong is told at once", () => {
    const wrong: ServiceDefinition = {
      ...club,
      userPools: {
        members: { scopes: { reed: "See members" }, clients: { page: { scopes: ["read"] } } },
        "aws-people": { scopes: {}, clients: {} },
      },
      api: { authorizers: { people: { userPool: "members", audience: ["shop"] }, robots: { userPool: "member" } } },
    };
    const refusal = (() => {
      try {
        builtService(wrong);
      } catch (error) {
        if (error instanceof UserError) return error.message;
      }
      return "was not refused";
    })();
    for (const says of [
      "the client page wants read, no scope of members; did you mean reed?",
      "aws-people is no name of a user pool",
      "the user pool aws-people has no client",
      "api.authorizers.people has an audience",
      "getMember asks for club/read, no scope of members; did you mean club/reed?",
      "api.authorizers.robots names member, no user pool of the service; did you mean members?",
    ])
      expect(refusal).toContain(says);
  });
});
