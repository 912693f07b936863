import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { landfallAtTerminal } from "./at-terminal";

let zone: string;
beforeAll(() => {
  zone = mkdtempSync(join(tmpdir(), "landfall-asked-"));
  cpSync(join(__dirname, "../../zone"), zone, { recursive: true });
});
afterAll(() => rmSync(zone, { recursive: true, force: true }));

const enter = "\r";

describe("at a terminal", () => {
  test("onboard asks for what is missing, again after a wrong answer, and suggests what accounts like it have", async () => {
    const { code, shown } = await landfallAtTerminal(
      ["onboard", "refunds-dev", "--zone", zone, "--budget", "100"],
      [
        ["Organizational unit: ", `workloads/nonprd${enter}`],
        ["did you mean workloads/nonprod?", ""],
        ["Organizational unit: ", `workloads/nonprod${enter}`],
        ["Team that answers for it: ", `payments${enter}`],
        ["Service [payments]: ", enter],
        ["Route domain of its network [none]: ", `nonprod${enter}`],
        ["Who gets in, as GROUP=SET,SET … [payments-team=developer security-team=auditor]: ", enter],
      ],
    );
    expect(shown).toContain("landfall deploy org identity refunds-dev routing refunds-dev-payments");
    expect(code).toBe(0);
    expect(loadZone(zone).accounts.find(({ name }) => name === "refunds-dev")).toMatchObject({
      organizationalUnit: "workloads/nonprod",
      owner: "payments",
      budget: { monthlyUsd: 100 },
      network: { domain: "nonprod", cidr: "10.0.24.0/22" },
      access: { "payments-team": ["developer"], "security-team": ["auditor"] },
      service: { name: "payments" },
    });
  });

  test("onboard asks nothing when nothing is missing without which there is no account", async () => {
    const complete = ["--ou", "sandbox", "--owner", "payments", "--dry-run"];
    const { code, shown } = await landfallAtTerminal(["onboard", "lab", "--zone", zone, ...complete], []);
    expect(shown).toContain("Nothing was written.");
    expect(code).toBe(0);
  });

  test("onboard that is left with Ctrl-D changes nothing", async () => {
    const asked = [["Organizational unit: ", "\u0004"]] as const;
    const { code, shown } = await landfallAtTerminal(["onboard", "lab", "--zone", zone], asked);
    expect(shown).toContain("nothing was changed");
    expect(code).toBe(2);
    expect(existsSync(join(zone, "accounts/lab.yaml"))).toBe(false);
  });

  test("move changes the file after a yes and after nothing else", async () => {
    const file = join(zone, "accounts/orders-dev.yaml");
    const before = readFileSync(file, "utf8");
    const move = ["move", "orders-dev", "--zone", zone, "--ou", "sandbox"];
    const no = await landfallAtTerminal(move, [["Only yes does: ", `y${enter}`]]);
    expect(no.code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe(before);
    const yes = await landfallAtTerminal(move, [["Only yes does: ", `yes${enter}`]]);
    expect(yes.shown).toContain("Written: ");
    expect(yes.code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before.replace("workloads/nonprod", "sandbox"));
  });
});
