import type { LandingZone } from "../../declaration/model";
import { deployRoles } from "../../declaration/names";
import type { StackSpec } from "../../declaration/stacks";

/** README of one ejected stack: how plain Terraform runs it, and as whom. */
export function stackInstructions(zone: LandingZone, spec: StackSpec): string {
  const { account, identity, state } = spec;
  const home = identity === "service" ? account : zone.foundation.management;
  const through =
    identity === "platform"
      ? `From there the provider block assumes the role \`${deployRoles.platform}\` in the account \`${account.name}\`.`
      : "The provider block refuses credentials of any other account.";
  return lines(
    `# ${spec.id}`,
    "",
    `Terraform configuration of the account \`${account.name}\`${accountId(zone, account.name)} in ${spec.region ?? zone.regions.home}.`,
    "It needs Terraform 1.11 or newer, and the network for the provider; nothing of the files is generated when it runs.",
    "",
    "```",
    "terraform init",
    "terraform plan",
    "```",
    "",
    `Run it with credentials of the role \`${deployRoles[identity]}\` of the account \`${home.name}\`${accountId(zone, home.name)}.`,
    through,
    "",
    `Its state is \`s3://${state.bucket ?? ""}/${state.key}\`, locked by a file beside it; that role may read and write it.`,
    spec.after.length === 0 ? "It is applied first." : `It is applied after ${listed(spec.after)}.`,
  );
}

/** README of the whole directory: the stacks in the order in which they are applied. */
export function directoryInstructions(zone: LandingZone, stacks: readonly StackSpec[]): string {
  const row = (spec: StackSpec): string =>
    `| [${spec.id}](${spec.id}) | ${spec.account.name} | ${deployRoles[spec.identity]} | ${spec.after.join(", ")} |`;
  return lines(
    `# ${zone.organization.name}`,
    "",
    "One Terraform root a directory, in the order in which they are applied. Each has its own state, and none reads another's:",
    "what one needs of another is written into it as an id.",
    "",
    "| root | account | role | after |",
    "|---|---|---|---|",
    ...stacks.map(row),
  );
}

function accountId(zone: LandingZone, account: string): string {
  const key = `account/${account}` as const;
  return zone.ids.has(key) ? ` (${zone.ids.get(key)})` : "";
}

function listed(stacks: readonly string[]): string {
  return stacks.map((stack) => `\`${stack}\``).join(", ");
}

function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}
