import { stringify } from "yaml";
import { accountText } from "../../declaration/edit/account-text";
import { rootPath } from "../../declaration/organizational-units";
import { importsFileName, zoneFileName } from "../../declaration/source/files";
import { accountFile, newAccountFile } from "./account-file";
import { adoptedAccounts, type AdoptedAccount } from "./adopted-accounts";
import { adoptedImports } from "./adopted-imports";
import { adoptedPolicies } from "./adopted-policies";
import { assignRoles, type RoleHolder } from "./assign-roles";
import { controlTowerStackSets } from "./control-tower";
import { delegationConflicts } from "./delegation-conflicts";
import { divideUnits } from "./foreign-units";
import type { LeftAlone, LiveEstate } from "./live-estate";
import { newAccounts, type NewAccount } from "./new-accounts";
import { zoneFile, type ZoneSettings } from "./zone-file";

/** What a person decides. */
export interface AdoptionChoices extends ZoneSettings {
  /** Role → account as typed. */
  readonly roles: ReadonlyMap<string, string>;
}

/** A zone that reproduces an organisation, as the texts of its files. */
export interface DeclaredZone {
  /** Path within the zone → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Path of a file → id of the account or policy that it declares. */
  readonly origins: ReadonlyMap<string, string>;
  readonly accounts: readonly AdoptedAccount[];
  readonly holders: readonly RoleHolder[];
  readonly created: readonly NewAccount[];
  readonly left: readonly LeftAlone[];
  /** What the first deployment would be refused, and what to do about it. */
  readonly conflicts: readonly string[];
  /** Number of resources taken over. */
  readonly imports: number;
}

/** Schemas as an installed package has them; a zone in a project directory lies one level below it. */
const schemaOf = (file: string, up: string): string =>
  `# yaml-language-server: $schema=${up}node_modules/landfall/schemas/${file}`;

/**
 * The zone of a live organisation: pure, the same for the same organisation.
 * @param refused ids of accounts and policies that a zone cannot hold → why; they are declared foreign
 * @throws UserError for a choice that cannot be
 */
export function declareZone(
  estate: LiveEstate,
  choices: AdoptionChoices,
  refused: ReadonlyMap<string, string>,
): DeclaredZone {
  const units = divideUnits(estate);
  const { accounts, left: leftAccounts } = divideAccounts(estate, units.isForeign, refused);
  const policies = adoptedPolicies(estate, units.declared, accounts, refused);
  const holders = assignRoles(accounts, estate.governance.delegations, choices.roles);
  const created = newAccounts(holders, units.declared, choices.emailPattern, {
    names: new Set(accounts.map(({ name }) => name)),
    emails: new Set(estate.organization.accounts.map(({ email }) => email)),
  });
  const left: LeftAlone[] = [
    ...units.foreign.map(({ id, path }) => leftTo("organizational unit", id, path)),
    ...leftAccounts,
    ...policies.left,
    ...controlTowerStackSets(estate.governance).map((name) => leftTo("StackSet", name, name)),
  ];
  const paths = [...units.declared, ...created.map((account) => ({ path: account.organizationalUnit }))];
  const zone = zoneFile(estate, choices, {
    units: [...new Set(paths.map(({ path }) => path))],
    foreignUnits: units.foreign,
    accountsAtRoot: accounts
      .filter(({ live, isManagement, isClosed }) => live.unitPath === rootPath && !isManagement && !isClosed)
      .map(({ name }) => name),
    policies: policies.adopted,
    left,
  });
  const imports = adoptedImports(estate, {
    units: units.declared,
    accounts,
    policies: policies.adopted,
    securityTooling: holderOf(holders, "security-tooling")?.live.id,
  });
  const accountFiles = accounts.map((account) => {
    const roles = holders
      .filter((holder) => holder.how !== "new" && holder.account === account)
      .map(({ role }) => role);
    return [`accounts/${account.name}.yaml`, account.live.id, accountFile(account, roles)] as const;
  });
  const policyFiles = policies.adopted.map(
    ({ guardrail, live }) => [`policies/${guardrail}.json`, live.id, json(JSON.parse(live.content))] as const,
  );
  const accountSchema = schemaOf("account.json", "../../");
  return {
    files: new Map([
      [zoneFileName, `${schemaOf("landing-zone.json", "../")}\n${stringify(zone, { lineWidth: 0 })}`],
      ...accountFiles.map(([path, , file]) => [path, accountText(file, accountSchema)] as const),
      ...created.map(
        (account) => [`accounts/${account.name}.yaml`, accountText(newAccountFile(account), accountSchema)] as const,
      ),
      ...policyFiles.map(([path, , text]) => [path, text] as const),
      [importsFileName, json({ version: 1, imports })],
    ]),
    origins: new Map([...accountFiles, ...policyFiles].map(([path, id]) => [path, id] as const)),
    accounts,
    holders,
    created,
    left,
    conflicts: delegationConflicts(estate, holders),
    imports: Object.keys(imports["org"] ?? {}).length,
  };
}

function divideAccounts(
  estate: LiveEstate,
  isForeign: (path: string) => boolean,
  refused: ReadonlyMap<string, string>,
): { readonly accounts: readonly AdoptedAccount[]; readonly left: readonly LeftAlone[] } {
  const reasonFor = ({ id, unitPath }: { readonly id: string; readonly unitPath: string }): string | undefined => {
    if (id === estate.organization.managementAccountId) return undefined;
    return isForeign(unitPath) ? `it is in ${unitPath}, which Control Tower governs` : refused.get(id);
  };
  const accounts = adoptedAccounts(estate, (account) => reasonFor(account) !== undefined);
  const left = estate.organization.accounts.flatMap((account): LeftAlone[] => {
    const reason = reasonFor(account);
    return reason === undefined ? [] : [{ kind: "account", id: account.id, name: account.name, reason }];
  });
  return { accounts, left };
}

function leftTo(kind: LeftAlone["kind"], id: string, name: string): LeftAlone {
  return { kind, id, name, reason: "Control Tower manages it" };
}

function holderOf(holders: readonly RoleHolder[], role: RoleHolder["role"]): AdoptedAccount | undefined {
  const holder = holders.find((each) => each.role === role);
  return holder === undefined || holder.how === "new" ? undefined : holder.account;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
