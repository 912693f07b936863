import { describe, expect, test } from "@jest/globals";
import { secured as service } from "../../../examples/patterns/services/secured/service";
import { loadContract } from "../../../workloads/contract/load-contract";
import { probesOf } from "../../../workloads/contract/probes";
import { issueToken, type KnownToken, readToken } from "../../../workloads/patterns/bearer-tokens/runtime/tokens";
import type { TableAccess } from "../../../workloads/runtime";
import { builtService } from "../built-service";

const built = builtService(service);

describe("a service with callers", () => {
  test("lets API Gateway ask for the pool's token and scope, and for the service's own", () => {
    const { aws_apigatewayv2_route: routes, aws_apigatewayv2_authorizer: authorizers } = built;
    expect(routes?.["putEntry"]).toMatchObject({ authorization_type: "JWT", authorization_scopes: ["secured/write"] });
    expect(routes?.["getEntry"]).toMatchObject({ authorization_type: "CUSTOM" });
    expect(authorizers?.["people"]).toMatchObject({
      jwt_configuration: { audience: ["${aws_cognito_user_pool_client.people-desk.id}"] },
    });
    expect(authorizers?.["partner"]).toMatchObject({ authorizer_result_ttl_in_seconds: 60 });
  });

  test("is probed with calls that say of nobody who calls", () => {
    const probes = probesOf(loadContract(service.contract));
    expect(probes.map(({ name, expect: { status } }) => [name, status])).toEqual([
      ["getEntry refuses who does not say who calls", 401],
      ["putEntry refuses who does not say who calls", 401],
      ["POST /entries/{entryId} is not allowed", 405],
      ["an unknown path is not found", 404],
    ]);
  });
});

describe("a bearer token", () => {
  const now = 1_800_000_000;
  const grant = { subject: "acme", scopes: ["journal/read"], expiresAt: now + 60 };
  const { token, item } = issueToken(grant);
  let asked = 0;
  const tokens: TableAccess<"GetItem"> = {
    get: <Stored>({ Key }: { readonly Key?: Readonly<Record<string, unknown>> | undefined }) => {
      asked += 1;
      const known: KnownToken | undefined = Key?.["hash"] === item.hash ? item : undefined;
      return Promise.resolve(known as Stored | undefined);
    },
  };
  const by = (authorization: string, scope = "journal/read", seconds = now) =>
    readToken(tokens, { authorization, headers: {} }, scope, () => seconds * 1000);

  test("says who calls until it expires, for the scope it was given for", async () => {
    const acme = { subject: "acme", context: { scopes: "journal/read" } };
    expect(await by(`Bearer ${token}`)).toEqual(acme);
    expect(await by(`bearer ${token}`, "journal/read", now + 59)).toEqual(acme);
    expect(await by(`Bearer ${token}`, "journal/read", now + 60)).toBeUndefined();
    expect(await by(`Bearer ${token}`, "journal")).toBeUndefined();
  });

  test("is not what is stored, and no two are the same", async () => {
    expect(JSON.stringify(item)).not.toContain(token);
    expect(await by(`Bearer ${item.hash}`)).toBeUndefined();
    expect(issueToken(grant).token).not.toBe(token);
  });

  test("is looked up only if it can be one", async () => {
    asked = 0;
    for (const none of ["", token, `Basic ${token}`, `Bearer ${token}=`, `Bearer ${token} `, "Bearer sesame"])
      expect(await by(none)).toBeUndefined();
    expect(asked).toBe(0);
  });
});
