import type { AccountDraft, Draft } from "../draft/draft";
import { hubVpcs } from "../names";
import type { Problem } from "../problem/problem";
import { furtherRegions } from "../regions";
import { declaredRoutingStacks } from "../routing/routing-stacks";
import { problemAt } from "../source/source";
import { accountStackId, dnsStackId, platformStacks, regionStackId, securityRegionStackId } from "../stacks";

/** Each account once, in the file of its name; no name that another thing of the zone has. */
export function checkAccountNames({ zone, accounts }: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const firstOf = new Map<string, AccountDraft>();
  for (const draft of accounts) {
    const { source, account } = draft;
    const { name } = account;
    if (name === undefined) continue;
    const at = (code: Problem["code"], message: string): Problem => problemAt(source, ["name"], code, message);
    const fileName = source.name.slice("accounts/".length, -".yaml".length);
    const twin = firstOf.get(name);
    if (twin)
      problems.push(
        at("LF1401", `the account ${name} is declared in ${twin.source.file} too; account names are unique`),
      );
    else {
      firstOf.set(name, draft);
      if (name !== fileName) {
        problems.push(at("LF1009", `the account ${name} is in a file named ${fileName}.yaml; rename one of the two`));
      }
    }
    if (Object.hasOwn(hubVpcs, name))
      problems.push(at("LF1414", `${name} names the ${name} VPC; choose another account name`));
  }
  const { network, dns, regions } = zone?.file ?? {};
  const hasPrivateZones = (network?.endpoints ?? dns?.privateSuffix) !== undefined;
  const elsewhere = regions ? furtherRegions({ regions }) : [];
  return [
    ...problems,
    ...stackCollisions(accounts, { routing: declaredRoutingStacks(network), hasPrivateZones, elsewhere }),
  ];
}

/** What of a zone decides which stacks there are beside its accounts. */
interface OtherStacks {
  /** Ids of the route tables' own stacks. */
  readonly routing: readonly string[];
  readonly hasPrivateZones: boolean;
  /** Governed regions beyond the home region. */
  readonly elsewhere: readonly string[];
}

/** Stacks are called after accounts and services: two that come out the same would share a state. */
function stackCollisions(
  accounts: readonly AccountDraft[],
  { routing, hasPrivateZones, elsewhere }: OtherStacks,
): readonly Problem[] {
  const platform = { of: "a stack of the platform", where: "" };
  const owners = new Map(
    [...platformStacks, ...routing, ...elsewhere.map(securityRegionStackId)].map((id) => [id, platform]),
  );
  const stacks = accounts.flatMap((draft) => {
    const { name, network, service } = draft.account;
    if (name === undefined) return [];
    const own = [{ id: accountStackId(name), draft, path: ["name"], of: `the account ${name}` }];
    if (hasPrivateZones && typeof network === "object")
      own.push({ id: dnsStackId(name), draft, path: ["name"], of: `the private DNS of ${name}` });
    for (const region of elsewhere)
      own.push({ id: regionStackId(name, region), draft, path: ["name"], of: `${name} in ${region}` });
    if (!service) return own;
    return [...own, { id: `${name}-${service.name}`, draft, path: ["service", "name"], of: `the service of ${name}` }];
  });
  return stacks.flatMap(({ id, draft, path, of }): Problem[] => {
    const owner = owners.get(id);
    owners.set(id, owner ?? { of, where: ` (${draft.source.file})` });
    if (owner === undefined || owner.of === of) return [];
    const message = `${of} and ${owner.of}${owner.where} would both have the stack ${id}; rename one`;
    return [problemAt(draft.source, path, "LF1413", message)];
  });
}
