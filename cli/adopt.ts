import { Option } from "commander";
import { adopt as adoptOrganization } from "../delivery/adopt/adopt";
import { UserError } from "../declaration/user-error";
import { adoptionLines, adoptionReport } from "./adoption-lines";
import { exitCodes, registration } from "./command";

interface Options {
  readonly role?: ReadonlyMap<string, string>;
  readonly region?: string;
  readonly name?: string;
  readonly json?: boolean;
}

export const adopt = registration<Options>({
  name: "adopt",
  usage: "[directory]",
  summary: "write a zone that reproduces the organisation you are signed in to, and the imports that take it over",
  examples: [
    "AWS_PROFILE=management-admin landfall adopt zone --region eu-west-1",
    'landfall adopt zone --role "log-archive=Central Logs" --role network=111122223333',
    "landfall validate && landfall plan org    # nothing is destroyed, nothing replaced",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(new Option("--role <role=account>", "account that has a role of the landing zone").argParser(addRole))
      .option("--region <region>", "home region; default AWS_REGION")
      .option("--name <name>", "organization.name; default from the management account's email")
      .option("--json", "print what was declared and left alone as JSON"),
  run: async ([directory = "zone"], { role = new Map<string, string>(), json, ...given }) => {
    const adopted = await adoptOrganization({ directory, environment: process.env, roles: role, ...given });
    if (json) console.log(JSON.stringify(adoptionReport(directory, adopted), undefined, 2));
    else for (const line of adoptionLines(directory, adopted)) console.log(line);
    return exitCodes.success;
  },
});

function addRole(text: string, earlier: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const [, role, account] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (role === undefined || account === undefined)
    throw new UserError(`${text} names no role and account`, "Write --role ROLE=ACCOUNT.");
  if (earlier.has(role)) throw new UserError(`the role ${role} is given twice`, "One account holds it.");
  return new Map([...earlier, [role, account]]);
}
