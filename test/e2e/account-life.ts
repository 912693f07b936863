import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { StatusReport } from "../../delivery/status/report";
import { proxiedRequest } from "../../rehearsal/proxied-request";
import type { KeptRehearsal } from "./kept-rehearsal";
import { landfallIn, type Run } from "./landfall";

const name = "refunds-dev";

/** An account from its first line to its last, by the commands its team types, on a deployed zone. */
export function accountLife(rehearsal: () => KeptRehearsal): void {
  const run = (...args: readonly string[]): Promise<Run> => landfallIn(rehearsal().environment, ...args);
  const read = (file: string): string => readFileSync(join(rehearsal().zone, file), "utf8");
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=team", "-c", "user.email=team@acme.example", ...args], {
      cwd: rehearsal().zone,
      encoding: "utf8",
    });
  const commit = (message: string): void => {
    git("add", "-A");
    git("commit", "-qm", message);
  };
  const json = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
    const { stdout, output } = await run(...args);
    try {
      return JSON.parse(stdout);
    } catch {
      throw new Error(`${args.join(" ")} printed no JSON:\n${output}`);
    }
  };
  const changedStacks = async (): Promise<readonly string[]> => {
    const { waves } = (await json("waves", "--changed-since", "HEAD", "--format", "json")) as {
      waves: readonly (readonly string[])[];
    };
    return waves.flat();
  };
  const deployed = async (stacks: readonly string[]): Promise<readonly string[]> => {
    const before = rehearsal().calls().length;
    const { code, output } = await run("deploy", ...stacks, "--auto-approve");
    if (code !== 0) throw new Error(output);
    // Every stack is planned and applied in sessions of its own name.
    const sessions = rehearsal()
      .calls()
      .slice(before)
      .flatMap(({ principal }) =>
        principal.includes(":assumed-role/landfall-") ? principal.split("/").slice(-1) : [],
      );
    return [...new Set(sessions)].sort();
  };
  const get = async (): Promise<number> => {
    const url = `http://${name}.services.acme.example/payments`;
    return (await proxiedRequest(rehearsal().environment["HTTP_PROXY"] ?? "", url, { method: "GET" })).status;
  };

  /** What `status` says of the account, cell by cell, when nothing is to be found fault with. */
  const status = async (): Promise<Readonly<Record<string, string | undefined>>> => {
    const report = (await json("status", name, "--json")) as unknown as StatusReport;
    expect(report.findings).toEqual([]);
    const row = report.accounts.find(({ account }) => account === name);
    return {
      unit: row?.organizationalUnit,
      shown: row?.displayName,
      declared: row?.declared,
      ...Object.fromEntries(
        (["created", "baseline", "network", "service"] as const).map((cell) => [cell, row?.[cell].state]),
      ),
    };
  };

  describe("an account's life", () => {
    beforeAll(() => {
      git("init", "-q");
      commit("The zone as deployed");
    });

    test("starts with one command, which says what will happen and writes two files", async () => {
      const { code, output } = await run(
        ...["onboard", name, "--ou", "workloads/nonprod", "--owner", "payments", "--service", "payments"],
        ...["--domain", "nonprod", "--budget", "100", "--access", "payments-team=developer"],
      );
      expect(output).toContain("allowed-regions");
      expect(code).toBe(0);
      expect(
        git("status", "--porcelain", "-uall")
          .split("\n")
          .filter(Boolean)
          .map((line) => line.slice(3))
          .sort(),
      ).toEqual([`accounts/${name}.yaml`, "addresses.lock.json"]);
      expect(await status()).toMatchObject({ unit: "workloads/nonprod", created: "waiting", service: "waiting" });
    }, 180_000);

    test("goes on with the stacks that changed: the account exists and its API answers, nothing else was planned", async () => {
      const stacks = await changedStacks();
      expect(stacks).toEqual(expect.arrayContaining(["org", name, "routing", `${name}-payments`]));
      expect(await deployed(stacks)).toEqual([...stacks].sort());
      expect(await get()).toBe(200);
      const there = { created: "there", baseline: "there", network: "there", service: "there" };
      expect(await status()).toMatchObject({ unit: "workloads/nonprod", ...there });
      commit("refunds-dev is there");
      expect(await changedStacks()).toEqual([]);
    }, 900_000);

    test("moves without anything but the organisation being planned", async () => {
      const { code, output } = await run("move", name, "--ou", "workloads/prod", "--yes");
      expect(output).toContain("workloads/prod");
      expect(code).toBe(0);
      expect(await changedStacks()).toEqual(["org"]);
      expect(await deployed(["org"])).toEqual(["org"]);
      expect(await get()).toBe(200);
      expect(await status()).toMatchObject({ unit: "workloads/prod", service: "there" });
      commit("refunds-dev moved");
    }, 360_000);

    test("is renamed without a change of any resource", async () => {
      expect((await run("rename", name, "--to", "Refunds (dev)")).code).toBe(0);
      expect(await changedStacks()).toEqual(["org"]);
      const { code, output } = await run("deploy", "org", "--auto-approve");
      expect(output).toContain("no change");
      expect(code).toBe(0);
      expect(await status()).toMatchObject({ shown: "Refunds (dev)", service: "there" });
    }, 360_000);

    test("ends with offboarding: drained, detached, closed, its range given back", async () => {
      expect(read("addresses.lock.json")).toContain(name);
      const { code, output } = await run("offboard", name, "--close", "--yes");
      if (code !== 0) throw new Error(output);
      expect(read(`accounts/${name}.yaml`)).toContain("status: closed");
      expect(read("addresses.lock.json")).not.toContain(name);
      expect(await get()).not.toBe(200);
      expect(await status()).toMatchObject({ declared: "closed", service: "not-declared" });
    }, 900_000);

    test("leaves a zone on which nothing is left to do", async () => {
      const { code, output } = await run("plan", "org", "identity", "routing");
      expect(output).not.toMatch(/[1-9]\d* to (add|change|destroy)/);
      expect(code).toBe(0);
    }, 360_000);
  });
}
