import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse, stringify } from "yaml";
import { loadZone } from "../../../declaration/load";
import type { HttpResponse } from "../../../rehearsal/proxied-request";
import { serviceNamed } from "../../../workloads/services";
import type { KeptRehearsal } from "../kept-rehearsal";
import { startBreakingRelay } from "./breaking-relay";
import { type GeneratedCalls, runSchemathesis } from "./run-schemathesis";

/** Of two runs, on a machine that is busy with others. */
const patience = 600_000;

/** From outside: whatever is asked, no deployed API fails, and none answers what its contract does not say. */
export function contractsKept(rehearsal: () => KeptRehearsal): void {
  const deployed = (account: string) => {
    const { environment, zone } = rehearsal();
    const service = loadZone(zone).accounts.find(({ name }) => name === account)?.service;
    if (service === undefined) throw new Error(`${account} has no service`);
    const { contract } = serviceNamed(service.name);
    return { contract, url: `http://${service.domainName}`, proxy: environment["HTTP_PROXY"] ?? "" };
  };
  const codes = ({ failures }: GeneratedCalls): readonly string[] => failures.map(({ code }) => code);

  describe("generated requests", () => {
    test.each(["orders-dev", "payments-dev", "fulfilment-prod", "notifications-prod", "reports-prod"])(
      "are answered by %s as its contract says",
      async (account) => {
        const { contract, url, proxy } = deployed(account);
        const ask = () => runSchemathesis(contract, url, proxy);
        const timeouts = rehearsal().timeouts();
        const first = await ask();
        // 502 for a function that had too little of the processor says nothing about it. One that is too slow by itself is again.
        const starved = first.failures.length > 0 && rehearsal().timeouts() > timeouts;
        if (starved)
          console.log(`${account}: ${rehearsal().timeouts() - timeouts} functions timed out: asked once more`);
        const calls = starved ? await ask() : first;
        console.log(`${account}: ${calls.test_cases.generated} cases of ${calls.operations.tested} operations`);
        expect([...calls.failures, ...calls.errors].length === 0 ? "" : calls.output).toBe("");
        expect(calls.complete).toBe(true);
        expect(calls.operations.tested).toBe(calls.operations.total);
        expect(calls.test_cases.generated).toBeGreaterThan(15);
      },
      patience,
    );

    const broken: readonly (readonly [string, string, (answer: HttpResponse) => HttpResponse])[] = [
      [
        "fails where it should answer",
        "ST101",
        (answer) => (answer.status === 200 ? { ...answer, status: 500 } : answer),
      ],
      [
        "leaves out what its contract requires",
        "ST108",
        (answer) => (answer.status === 201 ? { ...answer, body: "{}" } : answer),
      ],
    ];
    test.each(broken)(
      "find a twin of payments that %s",
      async (_what, found, breaks) => {
        const { contract, url, proxy } = deployed("payments-dev");
        const relay = await startBreakingRelay(proxy, url, breaks);
        try {
          expect(codes(await runSchemathesis(contract, relay.url))).toContain(found);
        } finally {
          relay.close();
        }
      },
      patience,
    );

    test(
      "find a contract that does not have every answer",
      async () => {
        const { contract, url, proxy } = deployed("payments-dev");
        const directory = mkdtempSync(join(tmpdir(), "landfall-contract-"));
        const document = parse(readFileSync(contract, "utf8"));
        delete document.paths["/payments/{paymentId}"].get.responses["404"];
        const twin = join(directory, "openapi.yaml");
        writeFileSync(twin, stringify(document));
        try {
          expect(codes(await runSchemathesis(twin, url, proxy))).toContain("ST103");
        } finally {
          rmSync(directory, { recursive: true });
        }
      },
      patience,
    );
  });
}
