import type { Adopted } from "../delivery/adopt/adopt";
import type { NetworkAdoption } from "../delivery/adopt/network/plan-network-adoption";
import type { RoleHolder } from "../delivery/adopt/assign-roles";

/** What `landfall adopt` did, as one JSON document. */
export function adoptionReport(directory: string, { estate, zone, isWritten }: Adopted): object {
  return {
    directory,
    written: isWritten,
    organization: estate.organization.id,
    files: [...zone.files.keys()],
    imports: zone.imports,
    accounts: zone.accounts.map(({ live, name, isClosed }) => ({ id: live.id, name, closed: isClosed })),
    roles: zone.holders.map((holder) => ({
      role: holder.role,
      how: holder.how,
      ...(holder.how === "new" ? {} : { account: holder.account.name }),
    })),
    created: zone.created.map(({ name, role }) => ({ name, role })),
    leftAlone: zone.left,
    conflicts: zone.conflicts,
  };
}

/** What `landfall adopt` did, for people: what was declared, what was guessed, what stays out, what comes next. */
export function adoptionLines(directory: string, { estate, zone, isWritten }: Adopted): readonly string[] {
  const { id, units, accounts } = estate.organization;
  const closed = zone.accounts.filter(({ isClosed }) => isClosed);
  const guessed = zone.holders.some(({ how }) => how === "by its name" || how === "by delegation");
  return [
    `${id}: ${units.length} organizational units, ${accounts.length} accounts, ${estate.governance.policies.length} policies not AWS's own`,
    isWritten
      ? `${directory}: ${zone.files.size} files, imports of ${zone.imports} resources`
      : `${directory} holds this zone already.`,
    "",
    "Roles of the landing zone",
    ...zone.holders.map((holder) => `  ${holder.role.padEnd(16)} ${holderLine(zone, holder)}`),
    ...(guessed ? ["  What was guessed wrong, --role ROLE=ACCOUNT puts right."] : []),
    ...(closed.length > 0 ? ["", "Closed, kept as tombstones", ...closed.map(({ name }) => `  ${name}`)] : []),
    ...(zone.left.length > 0
      ? ["", "Left alone (foreign)", ...zone.left.map(({ kind, name, reason }) => `  ${kind} ${name}: ${reason}`)]
      : []),
    ...(zone.conflicts.length > 0
      ? ["", "In the way of the first deployment", ...zone.conflicts.map((each) => `  ${each}`)]
      : []),
    "",
    "Next",
    `  Look through ${directory}/landing-zone.yaml: regions, network.pool and dns.serviceSuffix are defaults; owners are unassigned.`,
    `  landfall validate --zone ${directory}`,
    `  landfall bootstrap --zone ${directory}`,
    `  landfall plan org --zone ${directory}    # nothing destroyed, nothing replaced`,
  ];
}

function holderLine(zone: Adopted["zone"], holder: RoleHolder): string {
  switch (holder.how) {
    case "chosen":
      return holder.account.name;
    case "by its name":
    case "by delegation":
      return `${holder.account.name} (guessed ${holder.how})`;
    case "new": {
      const account = zone.created.find(({ role }) => role === holder.role);
      return `${account?.name ?? holder.role}, to be created in ${account?.organizationalUnit ?? "root"}`;
    }
  }
}

/** What `landfall adopt` of a Transit Gateway and VPCs wrote, for people. */
export function networkLines(directory: string, { imports, ranges }: NetworkAdoption): readonly string[] {
  const stacks = Object.keys(imports);
  return [
    ...Object.entries(imports).map(
      ([stack, entries]) =>
        `${stack}: ${Object.entries(entries)
          .map(([address, id]) => `${address} = ${id}`)
          .join(", ")}`,
    ),
    ...Object.entries(ranges).map(([account, range]) => `range of ${account}: ${range}`),
    "",
    `Written: ${directory}/imports.json ${directory}/addresses.lock.json`,
    "Next",
    `  landfall plan ${stacks.join(" ")} --zone ${directory}    # nothing destroyed, nothing replaced`,
  ];
}
