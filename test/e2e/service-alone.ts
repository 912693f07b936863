import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { deployRoles } from "../../declaration/names";
import { stacksOf } from "../../declaration/stacks";
import { childEnvironment } from "../../delivery/child-environment";
import { ambientCredentials } from "../../delivery/credentials";
import { tsxLoader } from "../../delivery/installation";
import { proxiedRequest } from "../../rehearsal/proxied-request";
import type { KeptRehearsal } from "./kept-rehearsal";
import { landfallIn } from "./landfall";

const root = resolve(__dirname, "../..");
const account = "payments-dev";
const stack = `${account}-payments`;

/** What a team has: the package, its service and the events it knows; no zone. A team's service imports Landfall by name, the sample's by path. */
function repositoryOfPayments(): string {
  const directory = mkdtempSync(join(tmpdir(), "landfall-payments-"));
  mkdirSync(join(directory, "node_modules"));
  symlinkSync(root, join(directory, "node_modules/landfall"));
  cpSync(join(root, "events"), join(directory, "events"), { recursive: true });
  const service = join(directory, "services/payments");
  cpSync(join(root, "workloads/services/payments"), service, { recursive: true });
  for (const entry of readdirSync(service, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".ts")) continue;
    const file = join(entry.parentPath, entry.name);
    const byPath = readFileSync(file, "utf8");
    writeFileSync(
      file,
      byPath
        .replace(/"(\.\.\/)+runtime\/[^"]+"/g, '"landfall/runtime"')
        .replace('"../../service-definition"', '"landfall/service"'),
    );
  }
  writeFileSync(join(directory, "package.json"), JSON.stringify({ name: "payments", dependencies: { landfall: "*" } }));
  writeFileSync(join(directory, "cdktf.json"), JSON.stringify({ language: "typescript", app: "npx tsx main.ts" }));
  writeFileSync(join(directory, "main.ts"), 'import { serviceAlone } from "landfall";\n\nserviceAlone();\n');
  return directory;
}

/** From a directory with nothing of the zone in it but what was handed over, with the credentials of one role. */
export function serviceInRepositoryOfItsOwn(rehearsal: () => KeptRehearsal): void {
  describe("a service in a repository of its own", () => {
    const repository = repositoryOfPayments();
    const terraform = join(repository, "cdktf.out/stacks", stack);

    const run = async (cwd: string, program: string, ...args: readonly string[]): Promise<string> => {
      const { environment, zone } = rehearsal();
      const spec = stacksOf(loadZone(zone)).find(({ id }) => id === stack);
      if (spec === undefined) throw new Error(`there is no stack ${stack}`);
      const credentials = await ambientCredentials({ ...process.env, ...environment })(spec, loadZone(zone));
      // What a kept rehearsal says of its zone and where its stacks are is not for this repository.
      const own = { LANDFALL_ZONE: "", CDKTF_OUTDIR: join(repository, "cdktf.out") };
      const env = { ...childEnvironment(process.env, environment, credentials), ...own };
      return (await promisify(execFile)(program, [...args], { cwd, env })).stdout;
    };

    test("is deployed with the package, what was handed over, and landfall-service alone", async () => {
      const kept = rehearsal();
      const file = join(repository, "landfall.account.json");
      expect((await landfallIn(kept.environment, "handover", account, "--output", file)).code).toBe(0);
      const handler = join(repository, "services/payments/handlers/getPayment.ts");
      writeFileSync(
        handler,
        readFileSync(handler, "utf8").replace("There is no payment", "Nobody here knows the payment"),
      );

      await run(repository, process.execPath, "--import", tsxLoader, "main.ts");
      const before = kept.calls().length;
      await run(terraform, "terraform", "init", "-no-color");
      const applied = await run(terraform, "terraform", "apply", "-no-color", "-auto-approve");
      expect(applied).toMatch(/Apply complete! Resources: 0 added, [1-9]\d* changed, 0 destroyed/);

      const writers = kept
        .calls()
        .slice(before)
        .filter(({ operation }) => operation.startsWith("UpdateFunctionCode"))
        .map(({ principal }) => principal);
      expect(writers.length).toBeGreaterThan(0);
      expect(writers.filter((principal) => !principal.includes(`/${deployRoles.service}/`))).toEqual([]);
    }, 400_000);

    test("answers with the code of that repository", async () => {
      const { environment, zone } = rehearsal();
      const domain = loadZone(zone).accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
      const url = `http://${domain}/payments/01890000-0000-7000-8000-000000000000`;
      const { status, body } = await proxiedRequest(environment["HTTP_PROXY"] ?? "", url, {
        method: "GET",
        headers: {},
      });
      expect({ status, body }).toMatchObject({ status: 404, body: expect.stringContaining("Nobody here knows") });
    }, 60_000);
  });
}
