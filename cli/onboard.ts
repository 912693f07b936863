import { InvalidArgumentError } from "commander";
import type { ZoneCost } from "../atlas/cost/zone-cost";
import { knownServices, loadZone } from "../declaration/load";
import { UserError } from "../declaration/user-error";
import type { AccountRequest } from "../delivery/onboarding/account-request";
import { onboardSteps } from "../delivery/onboarding/onboard-steps";
import { parseAccess, parseTags } from "../delivery/onboarding/parse-pairs";
import { type Onboarding, planOnboarding } from "../delivery/onboarding/plan-onboarding";
import { runSteps } from "../delivery/steps/run-steps";
import { askMissing } from "./ask-missing";
import { exitCodes, registration } from "./command";
import { nextLines, onboardingJson, plannedLines } from "./onboarding-lines";
import { costOfZone } from "./zone-cost";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly ou?: string;
  readonly owner?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly service?: string;
  readonly eventBus?: string;
  readonly repository?: string;
  readonly domain?: string;
  readonly prefixLength?: number;
  readonly sharedVpc?: string;
  readonly budget?: number;
  readonly access?: readonly string[];
  readonly tag?: readonly string[];
  readonly contactName?: string;
  readonly contactEmail?: string;
  readonly contactPhone?: string;
  readonly contactTitle?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const onboard = registration<Options>({
  name: "onboard",
  usage: "<name>",
  summary: "add an account: write its file, allocate its range, say what binds it and what to deploy",
  examples: [
    "landfall onboard refunds-dev          # asks for the rest on a terminal",
    "landfall onboard refunds-dev --ou workloads/nonprod --owner payments --service payments --domain nonprod \\",
    "  --budget 100 --access payments-team=developer security-team=auditor --tag environment=dev",
    "landfall onboard refunds-dev --ou workloads/nonprod --owner payments --dry-run",
    "landfall onboard refunds-dev          # once its file is there: allocates a range that is missing",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--ou <path>", "organizational unit, such as workloads/prod")
      .option("--owner <team>", "team that answers for the account")
      .option("--service <name>", "service it runs")
      .option("--event-bus <name>", "central event bus that the service's events go to and come from")
      .option("--repository <name>", "repository whose pipeline deploys the service; default its name")
      .option("--domain <name>", "route domain of its network; without one it has no network")
      .option("--prefix-length <number>", "size of its network, 16 to 26; default 22", number)
      .option("--shared-vpc <name>", "shared VPC whose subnets it is given in place of a network of its own")
      .option("--budget <dollars>", "US dollars a month", number)
      .option("--access <group=sets...>", "who gets in: GROUP=SET or GROUP=SET,SET, several times")
      .option("--display-name <text>", "name that AWS shows; default the account's name")
      .option("--email <address>", "root email; default by the zone's pattern")
      .option("--contact-email <address>", "operations contact; default that of the owner's other accounts")
      .option("--contact-phone <number>", "its telephone number")
      .option("--contact-name <text>", "its name")
      .option("--contact-title <text>", "its title")
      .option("--tag <key=value...>", "tags, several times")
      .option("--dry-run", "print everything and write nothing")
      .option("--json", "print the account and what follows from it as JSON"),
  run: async ([name = ""], options) => {
    const { zone: directory, dryRun = false, json = false } = options;
    const choices = { zone: loadZone(directory), services: knownServices()?.names ?? [] };
    const isDeclared = choices.zone.accounts.some((account) => account.name === name);
    const request = requestOf(name, options);
    const onboarding = planOnboarding(directory, choices, isDeclared ? request : await askMissing(choices, request));
    const cost = costOf(onboarding);
    if (!json) for (const line of plannedLines(directory, onboarding, cost)) console.log(line);
    const steps = dryRun ? [] : onboardSteps(directory, onboarding);
    const { performed } = await runSteps(steps, () => undefined);
    if (json) console.log(JSON.stringify(onboardingJson(directory, onboarding, performed, cost), undefined, 2));
    else for (const line of nextLines(directory, onboarding, dryRun)) console.log(line);
    return exitCodes.success;
  },
});

/** What the account's own stacks cost, or why they cannot be built. */
function costOf({ zone, account }: Onboarding): ZoneCost | string {
  try {
    return costOfZone(zone, (spec) => spec.account.name === account.name).cost;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function requestOf(name: string, options: Options): AccountRequest {
  const { contactName, contactEmail, contactPhone, contactTitle, access, tag, ou, ...same } = options;
  const contact = { name: contactName, email: contactEmail, phone: contactPhone, title: contactTitle };
  return {
    name,
    displayName: same.displayName,
    email: same.email,
    organizationalUnit: ou,
    owner: same.owner,
    contact: Object.values(contact).some((part) => part !== undefined) ? contact : undefined,
    budget: same.budget,
    domain: same.domain,
    prefixLength: same.prefixLength,
    sharedVpc: same.sharedVpc,
    access: access && parseAccess(access),
    service: same.service,
    eventBus: same.eventBus,
    repository: same.repository,
    tags: tag && parseTags(tag),
  };
}

/** @throws InvalidArgumentError, which commander shows with the option's name */
function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("It is no number.");
  return value;
}
