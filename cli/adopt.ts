import { Option } from "commander";
import { adopt as adoptOrganization } from "../delivery/adopt/adopt";
import { UserError } from "../declaration/user-error";
import { adoptNetwork } from "../delivery/adopt/network/adopt-network";
import { ambientCredentials } from "../delivery/credentials";
import { layoutSubnets } from "../network/vpc/subnet-layout";
import { adoptionLines, adoptionReport, networkLines } from "./adoption-lines";
import { exitCodes, registration } from "./command";

interface Options {
  readonly role?: ReadonlyMap<string, string>;
  readonly region?: string;
  readonly name?: string;
  readonly transitGateway?: string;
  readonly vpc?: ReadonlyMap<string, string>;
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
    "landfall adopt zone --transit-gateway tgw-0123456789abcdef0 --vpc orders-prod=vpc-0123456789abcdef0    # into a zone there is",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(
        new Option("--role <role=account>", "account that has a role of the landing zone").argParser(
          addPair("--role ROLE=ACCOUNT"),
        ),
      )
      .option("--region <region>", "home region; default AWS_REGION")
      .option("--name <name>", "organization.name; default from the management account's email")
      .option(
        "--transit-gateway <id>",
        "take this Transit Gateway of the network account into a zone there is, as its hub",
      )
      .addOption(
        new Option("--vpc <account=id>", "take this VPC into a zone there is, as the account's spoke").argParser(
          addPair("--vpc ACCOUNT=VPC"),
        ),
      )
      .option("--json", "print what was declared and left alone as JSON"),
  run: async ([directory = "zone"], { role = new Map<string, string>(), transitGateway, vpc, json, ...given }) => {
    if (transitGateway !== undefined || vpc !== undefined) {
      if (role.size > 0 || given.region !== undefined || given.name !== undefined)
        throw new UserError(
          "networks are taken into a zone there is, which has its roles, region and name",
          "Leave those out.",
        );
      const adoption = await adoptNetwork({
        zoneDirectory: directory,
        transitGateway,
        vpcs: vpc ?? new Map(),
        credentialsFor: ambientCredentials(process.env),
        environment: process.env,
        layout: layoutSubnets,
      });
      if (json) console.log(JSON.stringify(adoption, undefined, 2));
      else for (const line of networkLines(directory, adoption)) console.log(line);
      return exitCodes.success;
    }
    const adopted = await adoptOrganization({ directory, environment: process.env, roles: role, ...given });
    if (json) console.log(JSON.stringify(adoptionReport(directory, adopted), undefined, 2));
    else for (const line of adoptionLines(directory, adopted)) console.log(line);
    return exitCodes.success;
  },
});

type Pairs = ReadonlyMap<string, string>;

/** Reads an option that is given once for each key: `--role ROLE=ACCOUNT`. */
function addPair(option: string): (text: string, earlier?: Pairs) => Pairs {
  return (text, earlier = new Map<string, string>()) => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new UserError(`${text} has no two sides`, `Write ${option}.`);
    if (earlier.has(name)) throw new UserError(`${name} is given twice`, `Write ${option} once for each.`);
    return new Map([...earlier, [name, value]]);
  };
}
