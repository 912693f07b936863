import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { functions } from "../../bench/functions/compared";
import { bundleConsumer, bundleOperation } from "../../workloads/bundle/bundle-function";
import { zip } from "../../workloads/bundle/zip";
import { loadContract } from "../../workloads/contract/load-contract";
import { withFunction } from "../../workloads/microservice/check-operations";
import { serviceNamed } from "../../workloads/services";

const orders = serviceNamed("orders");
const contract = loadContract(orders.contract);
// What is stored without a function has no bundle.
const operations = withFunction(orders, contract);
const bundles = operations.map((operation) => bundleOperation(orders, contract, operation));

describe("a function's bundle", () => {
  test("is one ES module under 150 kB zipped", () => {
    for (const { file, bytes } of bundles) {
      expect(Object.keys(unzipSync(readFileSync(file)))).toEqual(["index.mjs"]);
      expect(bytes).toBeLessThan(150_000);
    }
  });

  const size = (zipped: Uint8Array): number => unzipSync(zipped)["index.mjs"]?.byteLength ?? Number.NaN;
  test("is less than one and a half times that of a handler which does the same work and nothing else", () => {
    const ratios = functions().map(({ id, zips }) => {
      const { ours, bare, careful = bare } = zips();
      return [id, size(ours) / size(careful)] as const;
    });
    expect(ratios.length).toBeGreaterThan(7);
    expect(ratios.filter(([, ratio]) => !(ratio < 1.5))).toEqual([]);
  });

  test("has JMESPath where a key is more than a path of names, and nowhere else", () => {
    const [consumer] = Object.values(orders.consumers ?? {}).filter(({ from }) => from.kind === "queue");
    if (consumer?.from.kind !== "queue") throw new Error("the sample has changed");
    const { from, uses } = consumer;
    const withKey = (key: string): number =>
      size(readFileSync(bundleConsumer(orders, "confirmOrder", { from, uses, key }).file));
    expect(withKey("length(body.orderId)") - withKey("body.orderId")).toBeGreaterThan(20_000);
  });

  test("holds no path of the machine that made it", () => {
    for (const { file } of bundles) {
      const text = Buffer.from(unzipSync(readFileSync(file))["index.mjs"] ?? []).toString();
      expect(text).not.toContain(process.cwd());
      expect(text).not.toContain(tmpdir() + "/");
      expect(text).not.toContain("node_modules/");
    }
  });

  describe("made by another copy of the project, elsewhere", () => {
    let copy = "";

    beforeAll(() => {
      copy = realpathSync(mkdtempSync(join(tmpdir(), "landfall-copy-with-a-longer-name-")));
      for (const folder of ["workloads", "declaration", "stack"])
        cpSync(folder, join(copy, folder), { recursive: true });
      for (const file of ["package.json", "tsconfig.json", "cdktf.json"]) cpSync(file, join(copy, file));
      symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
      mkdirSync(join(copy, "elsewhere"));
      writeFileSync(
        join(copy, "elsewhere", "digests.ts"),
        `import { bundleOperation } from "../workloads/bundle/bundle-function";
         import { loadContract } from "../workloads/contract/load-contract";
         import { withFunction } from "../workloads/microservice/check-operations";
         import { orders } from "../workloads/services/orders/service";
         const contract = loadContract(orders.contract);
         const started = Date.now();
         const digests = withFunction(orders, contract).map((operation) =>
           bundleOperation(orders, contract, operation).sha256);
         console.log(JSON.stringify({ digests, milliseconds: Date.now() - started }));`,
      );
    });
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    const digests = (): { digests: string[]; milliseconds: number } =>
      JSON.parse(
        execFileSync(process.execPath, ["--import", "tsx", join("elsewhere", "digests.ts")], {
          cwd: copy,
          encoding: "utf8",
          env: { ...process.env, TZ: "Pacific/Kiritimati" },
        }),
      );

    test("is the same to the byte, is kept, and is made again only when a source changes", () => {
      const first = digests();
      expect(first.digests).toEqual(bundles.map(({ sha256 }) => sha256));
      const second = digests();
      expect(second.digests).toEqual(first.digests);
      expect(second.milliseconds).toBeLessThan(first.milliseconds / 2);

      const reply = join(copy, "workloads", "runtime", "reply.ts");
      writeFileSync(reply, readFileSync(reply, "utf8").replace('"Not Found"', '"Nowhere"'));
      const third = digests();
      expect(third.digests.filter((digest) => first.digests.includes(digest))).toEqual([]);
    }, 360_000);
  });
});

describe("a zip", () => {
  test("depends on names and contents, not on the order they are given in", () => {
    const a = new Uint8Array([1]);
    const b = new Uint8Array([2]);
    expect(zip({ a, b })).toEqual(zip({ b, a }));
    expect(unzipSync(zip({ a, b }))).toEqual({ a, b });
  });
});
