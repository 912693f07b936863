import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { loadZone } from "../../declaration/load";
import { writeIds } from "../../declaration/lock-file";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { recordAddresses } from "../../declaration/record-addresses";

const sample = join(__dirname, "../../zone");

/** The sample's accounts with a service: building one bundles handlers, which is not what is measured. */
const withService = ["orders-dev", "orders-prod", "payments-dev", "payments-prod"];
const foundation = 6;

/** Of the accounts that are added; their stacks are measured alone. */
export const firstTeam = "team-0";

/**
 * A zone on disk with this many accounts, every id locked: the sample's foundation and teams, each with a spoke VPC in one of two
 * route domains.
 * @returns its directory, which the caller removes
 */
export function writeZoneOfSpokes(accounts: number): string {
  const directory = mkdtempSync(join(tmpdir(), "landfall-bench-synth-"));
  cpSync(sample, directory, { recursive: true });
  for (const name of withService) rmSync(join(directory, "accounts", `${name}.yaml`));
  rmSync(join(directory, "ids.lock.json"), { force: true });
  rmSync(join(directory, "addresses.lock.json"), { force: true });
  const file = join(directory, "landing-zone.yaml");
  const zone: { network: object } = parse(readFileSync(file, "utf8"));
  writeFileSync(
    file,
    stringify({ ...zone, network: { ...zone.network, pool: "10.0.0.0/8", routingStacks: "per-domain" } }),
  );
  for (let index = 0; index < accounts - foundation; index++) {
    const name = `team-${index}`;
    writeFileSync(join(directory, "accounts", `${name}.yaml`), stringify(accountOf(name, index % 2 === 0)));
  }
  recordAddresses(directory);
  writeIds(directory, Object.fromEntries(withPlaceholderIds(loadZone(directory)).ids.entries()));
  return directory;
}

function accountOf(name: string, isProduction: boolean): object {
  const domain = isProduction ? "prod" : "nonprod";
  return {
    name,
    organizationalUnit: `workloads/${domain}`,
    owner: name,
    contacts: {
      operations: { name: "A team", email: "team@acme.example", phone: "+31 20 000 0000", title: "On call" },
    },
    budget: { monthlyUsd: 100 },
    network: { domain, prefixLength: 24 },
  };
}
