import { describe, expect, test } from "@jest/globals";
import { type TrustRequest, trusts } from "../../../rehearsal/gateway/trust";

const role = "arn:aws:iam::111111111111:role/deployer";
const assume: TrustRequest = {
  action: "sts:AssumeRole",
  principals: ["111111111111", "arn:aws:iam::111111111111:root", role],
  context: { "aws:principalarn": role, "sts:externalid": "x" },
};
const issuer = "token.actions.githubusercontent.com";
const webIdentity: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  principals: [issuer, `arn:aws:iam::222222222222:oidc-provider/${issuer}`],
  context: { [`${issuer}:sub`]: "repo:acme/orders:environment:dev", [`${issuer}:aud`]: "sts.amazonaws.com" },
};
const allow = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: role } };

describe("a role's trust policy", () => {
  test.each([
    ["the role's ARN", { ...allow }, true],
    ["the account's root", { ...allow, Principal: { AWS: "arn:aws:iam::111111111111:root" } }, true],
    ["the account's id, among others", { ...allow, Principal: { AWS: ["333333333333", "111111111111"] } }, true],
    ["everybody", { ...allow, Principal: "*" }, true],
    ["a wildcard action", { ...allow, Action: ["sts:Tag*", "sts:Assume*"] }, true],
    ["another account", { ...allow, Principal: { AWS: "arn:aws:iam::333333333333:root" } }, false],
    ["a service only", { ...allow, Principal: { Service: "lambda.amazonaws.com" } }, false],
    ["another action", { ...allow, Action: "sts:TagSession" }, false],
    ["the external id it brings", { ...allow, Condition: { StringEquals: { "sts:ExternalId": "x" } } }, true],
    ["another external id", { ...allow, Condition: { StringEquals: { "sts:ExternalId": "y" } } }, false],
    ["an ARN pattern", { ...allow, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/dep*" } } }, true],
    ["all but itself", { ...allow, Condition: { StringNotEquals: { "aws:PrincipalArn": role } } }, false],
    ["a key the request lacks", { ...allow, Condition: { StringEquals: { "aws:SourceIp": "1.1.1.1" } } }, false],
    ["an operator nobody here decides", { ...allow, Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }, false],
  ])("that names %s", (_what, statement, expected) => {
    expect(trusts(JSON.stringify({ Statement: [statement] }), assume)).toBe(expected);
  });

  test("that allows and denies, denies", () => {
    const statements = [allow, { ...allow, Effect: "Deny", Principal: "*" }];
    expect(trusts(JSON.stringify({ Statement: statements }), assume)).toBe(false);
  });

  test.each([
    ["repo:acme/orders:environment:dev", true],
    ["repo:acme/*", true],
    ["repo:acme/payments:*", false],
  ])("for web identities of %s", (subject, expected) => {
    const statement = {
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: `arn:aws:iam::222222222222:oidc-provider/${issuer}` },
      Condition: {
        StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${issuer}:sub`]: subject },
      },
    };
    expect(trusts(JSON.stringify({ Statement: statement }), webIdentity)).toBe(expected);
    expect(trusts(JSON.stringify({ Statement: statement }), assume)).toBe(false);
  });
});
