import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { loadUniverse } from "../../engine/universe/load-universe";
import { catalogue } from "../../policies/catalogue";

const sample = join(__dirname, "../../zone");

/** How many accounts share one that has a policy of its own: 20 %. */
const ownEvery = 5;
const units = 20;

/** Guardrails that would leave nothing to ask about, or that a zone must word for itself. */
const leftOut = ["deny-everything", "quarantine"];

/**
 * A zone on disk: the sample's own accounts, and `accounts` more in 40 units below 20, every fifth of them with a policy and a claim of its own, so that
 * 1,000 accounts have 240 distinct paths. Every guardrail of the catalogue is attached somewhere, and a path has over 60 statements.
 *
 * @returns its directory, which the caller removes
 */
export function writeBigZone(accounts: number): string {
  const directory = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  cpSync(sample, directory, { recursive: true });
  rmSync(join(directory, "ids.lock.json"), { force: true });
  mkdirSync(join(directory, "policies"), { recursive: true });
  const names = Array.from({ length: accounts }, (_, index) => `team-${index}`);
  for (const [index, name] of names.entries())
    writeFileSync(join(directory, "accounts", `${name}.yaml`), accountText(name, index));
  const own = names.filter((_, index) => index % ownEvery === 0).map((name, index) => ({ name, index }));
  const policies = [...own.map(({ name, index }) => [`own-${name}`, [index]] as const), ["long", longIndices] as const];
  for (const [name, indices] of policies) {
    writeFileSync(join(directory, "policies", `${name}.json`), JSON.stringify(ownPolicy(indices), undefined, 2));
  }
  const file = join(directory, "landing-zone.yaml");
  const zone = parse(readFileSync(file, "utf8")) as { organizationalUnits: object; guardrails: object };
  const tree = Object.fromEntries(Array.from({ length: units }, (_, index) => [`unit-${index}`, { one: {}, two: {} }]));
  const text = stringify({
    ...zone,
    organizationalUnits: { ...zone.organizationalUnits, ...tree },
    guardrails: {
      ...spread(),
      ...zone.guardrails,
      long: { attachTo: ["unit-0/one"], claims: ownClaims(longIndices) },
      ...Object.fromEntries(
        own.map(({ name, index }) => [`own-${name}`, { accounts: [name], claims: ownClaims([index]) }]),
      ),
    },
  });
  writeFileSync(file, text);
  return directory;
}

function accountText(name: string, index: number): string {
  const unit = `unit-${index % units}/${Math.floor(index / units) % 2 === 0 ? "one" : "two"}`;
  return stringify({ name, organizationalUnit: unit, owner: name, contacts: contacts(), budget: { monthlyUsd: 100 } });
}

function contacts(): object {
  return { operations: { name: "A team", email: "team@acme.example", phone: "+31 20 000 0000", title: "On call" } };
}

/** Each guardrail on a unit and on one below each of two others, which is within what AWS attaches to a node. */
function spread(): Readonly<Record<string, object>> {
  const names = catalogue.map(({ name }) => name).filter((name) => !leftOut.includes(name));
  return Object.fromEntries(
    names.map((name, index) => {
      const nodes = [`unit-${index % units}`, `unit-${(index + 7) % units}/one`, `unit-${(index + 13) % units}/two`];
      return [name, { attachTo: nodes }];
    }),
  );
}

/** Two actions of AWS that no other statement of a zone's own names. */
function ownActions(index: number): readonly string[] {
  const { actions } = loadUniverse();
  return [index * 2, index * 2 + 1].flatMap((at) => actions[(at * 37) % actions.length]?.name ?? []);
}

/** Policies of one statement have places 0 and on; the long one has those from here. */
const longFrom = 250;

const longStatements = 45;

function ownPolicy(indices: readonly number[]): unknown {
  const Statement = indices.map((index) => ({
    Sid: `OwnTeamAlone${index}`,
    Effect: "Deny",
    Action: ownActions(index),
    Resource: "*",
    Condition: { StringNotEquals: { "aws:PrincipalTag/team": `team-${index}` } },
  }));
  return { Version: "2012-10-17", Statement };
}

function ownClaims(indices: readonly number[]): unknown {
  return indices.map((index) => ({
    id: `own-team-alone-${index}`,
    sentence: "Nobody but the account's own team does this.",
    denied: { actions: ownActions(index), unless: [{ StringEquals: { "aws:PrincipalTag/team": `team-${index}` } }] },
  }));
}

const longIndices = Array.from({ length: longStatements }, (_, index) => longFrom + index);
