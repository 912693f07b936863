import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { reloader, type Reloader } from "../../../workloads/reload/reloader";
import type { ServiceCode } from "../../../workloads/reload/service-code";

let folder = "";
let clock = 1_800_000_000;
const put: [string, string][] = [];
const said: string[] = [];
const deployed: string[] = [];
let works = true;
let meanwhile = (): void => undefined;

/** Writes a file at a time of its own, however coarse the disk's clock is. */
function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  utimesSync(join(folder, name), ++clock, clock);
}

/** A service whose definition lists its functions; each is built of the file of its name and of what that names after `import `. */
function load(): ServiceCode {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    functions: text("service")
      .split(" ")
      .map((id) => ({
        id,
        functionName: `shop-${id}`,
        build: () => {
          const imported = /import (\w+)/.exec(text(id))?.[1];
          const names = imported === undefined ? [id] : [id, imported];
          const whole = names.map(text).join("\n");
          if (whole.includes("syntax error")) throw new Error(`${id}: unexpected end of file`);
          return { zip: Buffer.from(whole), inputs: names.map((name) => join(folder, name)) };
        },
      })),
    definedBy: [join(folder, "service")],
    folder: () => readdirSync(folder).map((name) => join(folder, name)),
  };
}

let service: Reloader;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "landfall-reload-"));
  for (const list of [put, said, deployed]) list.length = 0;
  works = true;
  meanwhile = () => undefined;
  write("service", "buy sell");
  write("buy", "first import money");
  write("sell", "only");
  write("money", "EUR");
  service = reloader({
    load,
    put: (functionName, zip) => Promise.resolve(void put.push([functionName, Buffer.from(zip).toString()])),
    redeploy: () => {
      deployed.push(readFileSync(join(folder, "service"), "utf8"));
      meanwhile();
      return Promise.resolve(works);
    },
    say: (line) => void said.push(line),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a watched service", () => {
  test("is left alone while nothing changes, and where a file is saved as it was", async () => {
    await service.look();
    write("sell", "only");
    await service.look();
    expect([put, deployed]).toEqual([[], []]);
  });

  test("has the functions whose handler or import changed reloaded, and no other", async () => {
    write("sell", "new");
    await service.look();
    write("money", "USD");
    await service.look();
    expect(put).toEqual([
      ["shop-sell", "new"],
      ["shop-buy", "first import money\nUSD"],
    ]);
    expect(said).toEqual([
      expect.stringMatching(/^reloaded shop-sell in \d+ ms \(.*sell\)$/),
      expect.stringMatching(/^reloaded shop-buy in \d+ ms \(.*money\)$/),
    ]);
  });

  test("goes on with its old code while the new does not build, and with the new once it does", async () => {
    write("sell", "syntax error");
    await service.look();
    expect(put).toEqual([]);
    expect(said).toEqual([
      expect.stringContaining("shop-sell does not build; its old code goes on:\nsell: unexpected"),
    ]);
    write("sell", "repaired");
    await service.look();
    expect(put).toEqual([["shop-sell", "repaired"]]);
  });

  test("builds again once a file is there that was missing", async () => {
    write("sell", "import price");
    await service.look();
    expect(put).toEqual([]);
    write("price", "10");
    await service.look();
    expect(put).toEqual([["shop-sell", "import price\n10"]]);
  });

  test("is deployed again when its definition changes, and then watched as it is defined now", async () => {
    write("lend", "kindly");
    write("service", "buy lend");
    await service.look();
    expect([deployed, put]).toEqual([["buy lend"], []]);
    write("lend", "at a price");
    await service.look();
    expect(put).toEqual([["shop-lend", "at a price"]]);
  });

  test("has what was saved during that deployment reloaded after it", async () => {
    meanwhile = () => write("sell", "saved meanwhile");
    write("service", "sell buy");
    await service.look();
    await service.look();
    expect(deployed).toHaveLength(1);
    expect(put).toEqual([["shop-sell", "saved meanwhile"]]);
  });

  test("stays as it was when that deployment fails", async () => {
    works = false;
    write("service", "buy lend");
    await service.look();
    write("sell", "new");
    await service.look();
    expect(put).toEqual([["shop-sell", "new"]]);
  });

  test("outlives that code cannot be put, and says so", async () => {
    const failing = reloader({
      load,
      put: () => Promise.reject(new Error("no such function")),
      redeploy: () => Promise.resolve(true),
      say: (line) => void said.push(line),
    });
    write("sell", "new");
    await failing.look();
    expect(said).toContain("not reloaded: no such function");
  });
});
