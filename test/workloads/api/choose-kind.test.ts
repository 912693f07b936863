import { describe, expect, test } from "@jest/globals";
import type { ApiDefinition, ApiKind } from "../../../workloads/api/api-definition";
import { chooseKind } from "../../../workloads/api/choose-kind";
import { features } from "../../../workloads/api/features";
import type { Contract } from "../../../workloads/contract/model";
import { UserError } from "../../../declaration/user-error";
import { things } from "./build-api";

const cognito = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aBc123";
const issuer = (url: string) => ({
  type: "openIdConnect",
  openIdConnectUrl: `${url}/.well-known/openid-configuration`,
});
const secured = (scheme: object): Contract =>
  things(undefined, { security: [{ people: [] }], components: { securitySchemes: { people: scheme } } });

/** Every feature, what asks for it, and the kinds that have it, as the API Gateway Developer Guide says. */
const table: readonly (readonly [name: string, api: ApiDefinition, kinds: readonly ApiKind[], contract?: Contract])[] =
  [
    ["request validation by API Gateway", { edgeValidation: true }, ["rest"]],
    ["AWS WAF", { firewall: { requestsPerFiveMinutes: 1000 } }, ["rest"]],
    ["caching", { cache: { getThing: { seconds: 60 } } }, ["rest"]],
    ["usage plans", { usagePlans: { partners: { throttle: { rate: 5, burst: 10 }, clients: ["acme"] } } }, ["rest"]],
    ["requests stored in a queue", { sendTo: { receiveThing: "things" } }, ["rest"]],
    ["CORS for several origins", { cors: { origins: ["https://a.example", "https://b.example"] } }, ["http"]],
    ["CORS for one origin", { cors: { origins: ["https://a.example"] } }, ["http", "rest"]],
    ["API keys", {}, ["rest"], secured({ type: "apiKey", in: "header", name: "X-API-Key" })],
    [
      "tokens of an OpenID Connect issuer, for named clients",
      { authorizers: { people: { audience: ["shop"] } } },
      ["http"],
      secured(issuer(cognito)),
    ],
    ["tokens of a Cognito user pool, for any of its clients", {}, ["rest"], secured(issuer(cognito))],
    [
      "tokens of an issuer that is no Cognito user pool",
      { authorizers: { people: { audience: ["shop"] } } },
      ["http"],
      secured(issuer("https://login.example")),
    ],
    [
      "tokens of the service's own user pool",
      { authorizers: { people: { userPool: "members" } } },
      ["http", "rest"],
      secured(issuer("https://login.example")),
    ],
    ["tokens that a function reads", {}, ["http", "rest"], secured({ type: "http", scheme: "bearer" })],
    ["signatures of AWS", {}, ["http", "rest"], secured({ type: "http", scheme: "AWS4-HMAC-SHA256" })],
    ["throttling by operation", { throttle: { getThing: { rate: 5, burst: 10 } } }, ["http", "rest"]],
  ];

function refusal(api: ApiDefinition, contract: Contract = things()): UserError {
  try {
    chooseKind("things", api, contract);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error("was not refused");
}

describe("the kind of an API", () => {
  test("every feature is in the table", () => {
    expect(features.map(({ name }) => name).sort()).toEqual(table.map(([name]) => name).sort());
  });

  describe.each(table)("with %s", (name, api, kinds, contract = things()) => {
    test("is the cheapest that has it", () => {
      expect(chooseKind("things", api, contract)).toBe(kinds[0]);
    });

    test.each(["http", "rest"] as const)("as %s is refused exactly when that has it not", (kind) => {
      if (kinds.includes(kind)) return expect(chooseKind("things", { ...api, kind }, contract)).toBe(kind);
      const { message, remedy } = refusal({ ...api, kind }, contract);
      const feature = features.find((each) => each.name === name);
      expect(message).toContain(`service things: api.kind is "${kind}", which does not have `);
      expect(message).toContain(`${name} (`);
      expect(message).toContain(feature?.declared);
      expect(message).toContain(feature?.why);
      expect(remedy).toContain(`Write kind: "${kinds[0]}"`);
      expect(remedy).toContain(feature?.instead);
    });
  });

  test("is HTTP when nothing is asked for", () => {
    expect(chooseKind("things", {}, things())).toBe("http");
  });

  test("cannot be chosen when two features have no kind in common, and both are named", () => {
    const { message } = refusal({
      edgeValidation: true,
      cors: { origins: ["https://a.example", "https://b.example"] },
    });
    expect(message).toContain("no kind of API has all");
    expect(message).toContain("api.edgeValidation");
    expect(message).toContain("api.cors.origins");
  });
});
