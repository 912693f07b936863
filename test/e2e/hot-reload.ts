import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { proxiedRequest } from "../../rehearsal/proxied-request";
import type { KeptRehearsal } from "./kept-rehearsal";
import { type RunningLandfall, startLandfallIn } from "./landfall";

const root = resolve(__dirname, "../..");
const account = "orders-dev";
const missing = "01890a5d-ac96-774b-bcce-b302099a8057";

/** A service of the sample in a project of its own, whose handler is edited while a rehearsal is kept. */
export function hotReload(rehearsal: () => KeptRehearsal): void {
  const project = join(realpathSync(mkdtempSync(join(tmpdir(), "landfall-reload-"))), "project");
  const handler = join(project, "services/orders/handlers/getOrder.ts");
  let watching: RunningLandfall;

  const answer = async (): Promise<string> => {
    const { environment, zone } = rehearsal();
    const domain = loadZone(zone).accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
    const url = `http://${domain}/orders/${missing}`;
    return (await proxiedRequest(environment["HTTP_PROXY"] ?? "", url, { method: "GET" })).body;
  };
  const edit = (from: string, to: string): void =>
    writeFileSync(handler, readFileSync(handler, "utf8").replace(from, to));

  describe("a service that is watched", () => {
    beforeAll(async () => {
      copySample(project);
      watching = startLandfallIn(project, rehearsal().environment, "rehearse", "--watch", "--only", account);
      await watching.says(`Watching orders (${account}).`);
    }, 360_000);
    afterAll(async () => {
      watching.interrupt();
      await watching.ended;
      rmSync(resolve(project, ".."), { recursive: true, force: true });
    }, 60_000);

    test("answers with the code that was saved a moment ago", async () => {
      expect(await answer()).toContain("There is no order");
      edit("There is no order", "Nobody ever placed the order");
      await watching.says("reloaded orders-getOrder in");
      expect(await answer()).toContain("Nobody ever placed the order");
      expect(watching.output()).not.toContain("reloaded orders-listOrders");
    }, 360_000);

    test("goes on with its old code while the new does not build", async () => {
      edit("const order", "const = order");
      await watching.says("orders-getOrder does not build; its old code goes on");
      expect(await answer()).toContain("Nobody ever placed the order");
    }, 360_000);

    test("ends with Ctrl-C", async () => {
      watching.interrupt();
      expect((await watching.ended).code).toBe(0);
    }, 60_000);
  });
}

/** The sample's services as teams have them: in a directory of their own that depends on the package. All of them, for the zone names all. */
function copySample(project: string): void {
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(root, join(project, "node_modules/landfall"));
  writeFileSync(join(project, "cdktf.json"), JSON.stringify({ context: { services: "services" } }));
  writeFileSync(join(project, "main.ts"), 'import { landfall } from "landfall";\n\nlandfall();\n');
  const services = join(project, "services");
  cpSync(join(root, "workloads/services"), services, { recursive: true });
  for (const name of readdirSync(services, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".ts"),
  )) {
    const file = join(services, name);
    const text = readFileSync(file, "utf8")
      .replace(/"(\.\.\/)+service-definition"/g, '"landfall/service"')
      .replace(/"((\.\.\/)+runtime\/[\w/-]+|@aws-lambda-powertools\/metrics)"/g, '"landfall/runtime"');
    writeFileSync(file, text);
  }
}
