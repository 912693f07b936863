import type { Draft } from "../draft/draft";
import { managementPolicyTypes } from "../management-policies";
import { syntaxFaults } from "../management-policy-syntax";
import { organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { type Path, problemAt, type Source } from "../source/source";
import type { LandingZoneFile } from "../schema/landing-zone";

type Declared = LandingZoneFile["policies"][string];

/** Policies that set things up: there, attached to what there is, within AWS's sizes and numbers, and of the keys that their type has. */
export function checkOrganizationPolicies(draft: Draft): readonly Problem[] {
  const { zone } = draft;
  const policies = zone?.file.policies;
  if (!zone || !policies) return [];
  return [
    ...Object.entries(policies).flatMap(([name, declared]) => [
      ...placement(draft, zone.source, name, declared),
      ...content(draft, zone.source, name, declared),
    ]),
    ...crowded(zone.source, policies, zone.file.foreign),
  ];
}

function placement(draft: Draft, source: Source, name: string, declared: Declared): readonly Problem[] {
  const { zone, accounts, accountsComplete } = draft;
  const { attachTo, accounts: single, content: inline } = declared;
  const at = (path: Path, code: Problem["code"], message: string, where?: "key"): Problem =>
    problemAt(source, ["policies", name, ...path], code, message, where);
  const tree = zone?.file.organizationalUnits;
  const units = tree && [rootPath, ...organizationalUnitsOf(tree).map(({ path }) => path)];
  const names = accounts.flatMap(({ account }) => account.name ?? []);
  const problems: Problem[] = [];
  for (const [index, unit] of attachTo.entries()) {
    if (!units || units.includes(unit)) continue;
    const remedy = didYouMean(unit, units) || `; declared: ${listed(units)}`;
    problems.push(at(["attachTo", index], "LF1724", `there is no organizational unit ${unit}${remedy}`));
  }
  for (const [index, account] of single.entries()) {
    if (!accountsComplete || names.includes(account)) continue;
    const remedy = didYouMean(account, names) || `; declared: ${listed(names)}`;
    problems.push(at(["accounts", index], "LF1725", `there is no account ${account}${remedy}`));
  }
  if (attachTo.length + single.length === 0)
    problems.push(at([], "LF1726", `the policy ${name} is attached nowhere; name units in attachTo`, "key"));
  if (inline === undefined && zone?.file.guardrails && Object.hasOwn(zone.file.guardrails, name))
    problems.push(
      at([], "LF1730", `there is a guardrail ${name} too; policies/${name}.json can be one of the two`, "key"),
    );
  return problems;
}

function content(
  { policies, brokenPolicies }: Draft,
  source: Source,
  name: string,
  { type, content: inline }: Declared,
): readonly Problem[] {
  const file = policies.find((policy) => policy.name === name)?.source;
  const place = ["policies", name];
  if (inline === undefined && file === undefined) {
    if (brokenPolicies.includes(name)) return [];
    const message = `the policy ${name} has no content; write it below content, or in policies/${name}.json`;
    return [problemAt(source, place, "LF1722", message, "key")];
  }
  if (inline !== undefined && file !== undefined) {
    const message = `policies/${name}.json holds the policy too; keep one of the two`;
    return [problemAt(source, [...place, "content"], "LF1723", message, "key")];
  }
  const [where, path, document] = file ? [file, [], file.data] : [source, [...place, "content"], inline];
  const { syntax, bytes } = managementPolicyTypes[type];
  const size = Buffer.byteLength(JSON.stringify(document));
  return [
    ...syntaxFaults(document, syntax).map((fault) =>
      problemAt(where, [...path, ...fault.path], "LF1727", fault.message, fault.path.length === 0 ? undefined : "key"),
    ),
    ...(size <= bytes
      ? []
      : [problemAt(where, path, "LF1728", `the policy has ${size} bytes without white space; AWS allows ${bytes}`)]),
  ];
}

/** No target has more policies of a type than AWS attaches, those of others among them. */
function crowded(
  source: Source,
  policies: LandingZoneFile["policies"],
  foreign: LandingZoneFile["foreign"] | undefined,
): readonly Problem[] {
  const counts = new Map<string, number>();
  return Object.entries(policies).flatMap(([name, { type, attachTo, accounts }]): Problem[] => {
    const { attached, type: awsType } = managementPolicyTypes[type];
    const targets = [
      ...attachTo.map((target, index) => ({ target, key: target, path: ["attachTo", index] })),
      ...accounts.map((account, index) => ({
        target: `the account ${account}`,
        key: account,
        path: ["accounts", index],
      })),
    ];
    return targets.flatMap(({ target, key, path }): Problem[] => {
      const others = Object.values(foreign?.policies ?? {}).filter(
        (policy) => policy.type === awsType && policy.attachedTo.includes(key),
      ).length;
      const place = `${awsType} ${target}`;
      const count = (counts.get(place) ?? others) + 1;
      counts.set(place, count);
      if (count !== attached + 1) return [];
      const message = `${target} gets more than ${attached} policies of the type ${type}${others === 0 ? "" : `, ${others} of them others'`}; AWS attaches ${attached}`;
      return [problemAt(source, ["policies", name, ...path], "LF1729", message)];
    });
  });
}
