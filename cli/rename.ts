import { join } from "node:path";
import { writeText } from "../declaration/source/write-text";
import { UserError } from "../declaration/user-error";
import { type AccountChange, planChange } from "../delivery/account-change/plan-change";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly to?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const rename = registration<Options>({
  name: "rename",
  usage: "<account> [new-name]",
  summary: "give an account another display name; the name that stacks and states are called by never changes",
  examples: [
    'landfall rename refunds-dev --to "Refunds (development)"',
    'landfall rename refunds-dev --to "Refunds (development)" --dry-run',
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--to <text>", "name that AWS shows")
      .option("--dry-run", "print what would change and write nothing")
      .option("--json", "print what changes as JSON"),
  run: ([name = "", identity], { zone, to, dryRun, json }) => {
    if (identity !== undefined) throw identityStays(name, identity);
    if (to === undefined)
      throw new UserError(`rename ${name} to what?`, "Pass --to with the name that AWS shall show.");
    const change = planChange(zone, name, "displayName", to);
    const isToWrite = change.isChange && !dryRun;
    if (isToWrite) writeText(join(zone, change.file), change.text);
    if (json) console.log(JSON.stringify(asJson(zone, change, isToWrite), undefined, 2));
    else for (const line of renameLines(zone, change, isToWrite)) console.log(line);
    return Promise.resolve(exitCodes.success);
  },
});

/** An account's name is in its Terraform addresses, state keys, DNS names and root email, none of which can be renamed alive. */
function identityStays(name: string, identity: string): UserError {
  return new UserError(
    `${name} cannot become ${identity}: its stacks, states, Terraform addresses, domain and email are called ${name}, and ` +
      "another name would replace them",
    `\`landfall rename ${name} --to TEXT\` changes the name that AWS shows. For another identity, onboard ${identity} and offboard ${name}.`,
  );
}

function renameLines(zone: string, change: AccountChange, isWritten: boolean): readonly string[] {
  const { account, file, isChange } = change;
  const { from, to } = namesIn(change);
  if (!isChange) return [`${account} is called ${JSON.stringify(to)} already; nothing was changed.`];
  return [
    `${account}: AWS shows ${JSON.stringify(to)} in place of ${JSON.stringify(from)}`,
    `terraform changes nothing and replaces nothing: stacks, states, domain and email are still called ${account}`,
    ...(isWritten
      ? [`Written: ${join(zone, file)}`, "Next: commit it, and landfall deploy org"]
      : ["Nothing was written."]),
  ];
}

function asJson(zone: string, change: AccountChange, isWritten: boolean): object {
  const { account, file } = change;
  return { account, ...namesIn(change), file: join(zone, file), isWritten };
}

function namesIn({ account, before, after }: AccountChange): { readonly from: string; readonly to: string } {
  const [from = "", to = ""] = [before, after].map(
    ({ accounts }) => accounts.find(({ name }) => name === account)?.displayName,
  );
  return { from, to };
}
