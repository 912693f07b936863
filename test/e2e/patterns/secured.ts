import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiGatewayV2Client } from "@aws-sdk/client-apigatewayv2";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { secured as service } from "../../../examples/patterns/services/secured/service";
import type { HttpResponse } from "../../../rehearsal/proxied-request";
import { issueToken, type TokenGrant } from "../../../workloads/patterns/bearer-tokens/runtime/tokens";
import { accountsOf, type KeptAccount } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { type Code, handledIn, whileTwin } from "../twin";
import { eventually } from "./eventually";
import { linesWith } from "./logs-with";
import { whileOpen } from "./routes";
import { altered, expired, forged, type PoolClient, unsecured, type UserPool, userPoolOf } from "./user-pool";

const account = "secured";
const operations = { putEntry: "PUT /entries/{entryId}", getEntry: "GET /entries/{entryId}" } as const;
type Operation = keyof typeof operations;

const write = "secured/write";
const soon = (): number => Math.floor(Date.now() / 1000) + 3600;

/** From outside: whoever may not call is refused before any function of the operation runs. */
export function securedPattern(rehearsal: () => KeptRehearsal): void {
  let own: KeptAccount;
  let api: ApiGatewayV2Client;
  let pool: UserPool;
  let writer: PoolClient;

  const ask = (operation: Operation, authorization: string | undefined, entryId: string): Promise<HttpResponse> => {
    const [method = ""] = operations[operation].split(" ");
    const body = method === "PUT" ? { body: JSON.stringify({ text: "the lamp was changed" }) } : { body: undefined };
    const headers = {
      ...(method === "PUT" ? { "content-type": "application/json" } : {}),
      ...(authorization === undefined ? {} : { authorization }),
    };
    return accountsOf(rehearsal()).send(account, { method, path: `/entries/${entryId}`, headers, ...body });
  };
  const entry = async (entryId: string): Promise<unknown> =>
    (await own.items("secured-entries")).find((item) => item["entryId"] === entryId);
  const bearer = async (grant: Partial<TokenGrant> = {}): Promise<string> => {
    const { token, item } = issueToken({ subject: "acme", scopes: ["journal/read"], expiresAt: soon(), ...grant });
    await own.put("secured-tokens", { ...item });
    return `Bearer ${token}`;
  };

  /** A request that may pass, until its line is in the log: those before it are there then too. @returns the function's lines so far, and how often it was sent */
  const fence = async (operation: Operation, authorization: string) => {
    let sent = 0;
    const { status, headers } = await eventually(
      () => ((sent += 1), ask(operation, authorization, "fence")),
      (answer) => answer.status < 500,
    );
    expect(status).toBe(200);
    const functionName = `secured-${operation}`;
    const id = headers["x-correlation-id"] ?? "none";
    const logged = await eventually(
      () => linesWith(own, functionName, id),
      (lines) => lines > 0,
    );
    expect(logged).toBeGreaterThan(0);
    return { lines: await linesWith(own, functionName, "answered"), sent };
  };

  describe("what is secured", () => {
    beforeAll(async () => {
      own = await accountsOf(rehearsal()).account(account);
      api = new ApiGatewayV2Client(own.settings);
      pool = await userPoolOf(rehearsal(), own, "secured-people");
      writer = await pool.client("desk");
    }, 300_000);

    test("a token of the pool for this client and scope passes; no other does, and nothing is invoked", async () => {
      const good = await writer.token(write);
      let strangers = "";
      await pool.whileStranger([write], async (stranger) => void (strangers = await stranger.token(write)));
      const before = await fence("putEntry", `Bearer ${good}`);
      const refused: Readonly<Record<string, readonly [number, string | undefined]>> = {
        "no token": [401, undefined],
        "no JWT": [401, "Bearer sesame"],
        expired: [401, await expired(await pool.briefToken("desk", write))],
        "for another client": [401, strangers],
        "signed by another": [401, forged(good)],
        unsigned: [401, unsecured(good)],
        altered: [401, altered(good, { sub: "somebody else" })],
        "without the scope": [403, await writer.token("secured/read")],
      };
      const answers = Object.fromEntries(
        await Promise.all(
          Object.entries(refused).map(async ([name, [, token]]) => {
            const authorization = token === undefined || token.startsWith("Bearer") ? token : `Bearer ${token}`;
            const { status } = await ask("putEntry", authorization, idOf(name));
            return [name, status] as const;
          }),
        ),
      );
      expect(answers).toEqual(Object.fromEntries(Object.entries(refused).map(([name, [status]]) => [name, status])));
      const after = await fence("putEntry", `Bearer ${good}`);
      expect(after.lines - before.lines).toBeLessThanOrEqual(after.sent);
      const ids = new Set(Object.keys(refused).map(idOf));
      expect((await own.items("secured-entries")).filter(({ entryId }) => ids.has(String(entryId)))).toEqual([]);
    }, 600_000);

    test("a token that the service handed out passes; no other does, and nothing is invoked", async () => {
      await own.put("secured-entries", { entryId: "fence", text: "a lamp" });
      const good = await bearer();
      const before = await fence("getEntry", good);
      const refused: Readonly<Record<string, readonly [number, string | undefined]>> = {
        "no token": [401, undefined],
        "what is no token": [403, "Bearer sesame"],
        unknown: [403, `Bearer ${issueToken({ subject: "acme", scopes: [], expiresAt: soon() }).token}`],
        expired: [403, await bearer({ expiresAt: Math.floor(Date.now() / 1000) - 1 })],
        "without the scope": [403, await bearer({ scopes: ["journal/write"] })],
        "as it is stored": [403, `Bearer ${String((await own.items("secured-tokens"))[0]?.["hash"])}`],
      };
      for (const [name, [expected, authorization]] of Object.entries(refused)) {
        const { status } = await eventually(
          () => ask("getEntry", authorization, "fence"),
          (answer) => answer.status < 500,
        );
        expect([name, status]).toEqual([name, expected]);
      }
      const after = await fence("getEntry", good);
      expect(after.lines - before.lines).toBeLessThanOrEqual(after.sent);
    }, 600_000);

    test("is found missing where the route has no authorizer: the function runs, and only its own look refuses", async () => {
      const good = await writer.token(write);
      const wrong = `Bearer ${forged(good)}`;
      const id = randomUUID();
      const before = await fence("putEntry", `Bearer ${good}`);
      const invoked = async (operation: Operation, authorization: string): Promise<void> => {
        const { status, headers } = await eventually(
          () => ask(operation, authorization, id),
          (answer) => answer.status < 500,
        );
        expect(status).toBe(401);
        const logged = await eventually(
          () => linesWith(own, `secured-${operation}`, headers["x-correlation-id"] ?? "none"),
          (lines) => lines > 0,
        );
        expect(logged).toBeGreaterThan(0);
      };
      await whileOpen(api, operations.getEntry, () => invoked("getEntry", "Bearer sesame"));
      await whileOpen(api, operations.putEntry, async () => {
        await invoked("putEntry", wrong);
        expect(await entry(id)).toBeUndefined();
        // A function that looks at nothing either: whoever forges is let in, and writes.
        await whileTwin(own, service, "putEntry", believing, async () => {
          const { status } = await eventually(
            () => ask("putEntry", wrong, id),
            (answer) => answer.status !== 401 && answer.status < 500,
          );
          expect(status).toBe(200);
          expect(await entry(id)).toMatchObject({ by: writer.id });
        });
      });
      expect((await ask("putEntry", wrong, id)).status).toBe(401);
      const after = await fence("putEntry", `Bearer ${good}`);
      expect(after.lines - before.lines).toBeGreaterThan(after.sent);
    }, 600_000);
  });
}

/** Of an entry that a request is about. */
function idOf(request: string): string {
  return request.replaceAll(" ", "-");
}

/** The operation without what its contract says of its callers, and a handler that believes the token. */
const believing: Code = (given, name) => {
  const directory = mkdtempSync(join(tmpdir(), "open-"));
  const contract = join(directory, "openapi.yaml");
  try {
    writeFileSync(contract, readFileSync(given.contract, "utf8").replace(/^ +security: .*\n/gm, ""));
    return handledIn(join(__dirname, "twins/secured"))({ ...given, contract }, name);
  } finally {
    rmSync(directory, { recursive: true });
  }
};
