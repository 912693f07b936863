import { explain as explained, isOwnPolicy, type Question } from "../audit/explain/explain";
import { loadZone, shownDirectory } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { withPlaceholderIds } from "../declaration/placeholder-ids";
import { guardrailPlaces } from "../declaration/source/guardrail-places";
import { UserError } from "../declaration/user-error";
import { nearest, suggestion } from "../engine/nearest";
import { keyFacts, keyNames } from "../engine/universe/key-domains";
import { loadUniverse } from "../engine/universe/load-universe";
import type { ActionFacts } from "../engine/universe/universe";
import { requestedRegion } from "../rehearsal/authorize/context/global-region";
import { exitCodes, registration } from "./command";
import { explanationLines } from "./explain-lines";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly account: string;
  readonly action: string;
  readonly resource?: string;
  readonly principal?: string;
  readonly context?: readonly string[];
  readonly absent?: readonly string[];
  readonly json?: boolean;
}

export const explain = registration<Options>({
  name: "explain",
  usage: "",
  summary: "whether an account may do something: the decision level by level, with the statements that decide",
  examples: [
    "landfall explain --account orders-dev --action s3:PutObject",
    "landfall explain --account orders-dev --action ec2:RunInstances --context ec2:InstanceType=m5.large aws:RequestedRegion=us-east-1",
    "landfall explain --account orders-dev --action iam:CreateUser --principal arn:aws:iam::111122223333:role/admin",
    "echo $?                            # 0 allowed, 1 denied or undecided",
  ],
  tools: [],
  configure: (command) =>
    void command
      .requiredOption("--account <name>", "the account whose principals call")
      .requiredOption("--action <action>", "what they call, such as s3:PutObject")
      .option("--resource <arn>", "what it acts on")
      .option("--principal <arn>", "who calls: a role, a session of one, or a user")
      .option("--context <key=value...>", "condition keys of the request; a key given twice has several values")
      .option("--absent <keys...>", "condition keys that the request does not carry")
      .addOption(zoneOption())
      .option("--json", "print the explanation as JSON"),
  run: (_positionals, options) => {
    const zone = withPlaceholderIds(loadZone(options.zone));
    const question = questionOf(zone, options);
    for (const key of [...Object.keys(question.context), ...question.absent]) noteUnknown(key);
    const shown = shownDirectory(options.zone);
    const places = guardrailPlaces(options.zone, shown);
    const explanation = explained(zone, question, (guardrail, statement) =>
      isOwnPolicy(zone, guardrail)
        ? { file: `${shown}/policies/${guardrail}.json`, ...statement.place }
        : places(guardrail),
    );
    if (options.json) console.log(JSON.stringify(explanation, undefined, 2));
    else for (const line of explanationLines(explanation)) console.log(line);
    return Promise.resolve(explanation.verdict === "allowed" ? exitCodes.success : exitCodes.failed);
  },
});

/** @throws UserError for what is not of the form it must have */
function questionOf(zone: LandingZone, options: Options): Question {
  const { account, resource, principal, context = [], absent = [] } = options;
  const action = actionNamed(options.action);
  if (resource !== undefined && resource !== "*" && !isArn(resource)) {
    throw new UserError(`the resource ${resource} is no ARN`, "Give such as arn:aws:s3:::bucket/key, or *.");
  }
  if (principal !== undefined && !isArn(principal)) {
    throw new UserError(`the principal ${principal} is no ARN`, "Give such as arn:aws:iam::111122223333:role/name.");
  }
  const given = contextOf(context);
  for (const key of Object.keys(given)) {
    if (!absent.some((each) => each.toLowerCase() === key.toLowerCase())) continue;
    throw new UserError(`${key} is given a value and said to be absent`, "Say one of --context and --absent of a key.");
  }
  const region = requestedRegion(action.service, zone.regions.home, zone.partition);
  return { account, action, resource, principal, context: given, absent, region };
}

/** @throws UserError with the nearest action when AWS has none of the name */
function actionNamed(name: string): ActionFacts {
  const universe = loadUniverse();
  const found = universe.find(name);
  if (found) return found;
  const near = nearest(
    name,
    universe.actions.map((action) => action.name),
  );
  throw new UserError(
    `AWS has no action ${name}${near === undefined ? "" : `; did you mean ${near}?`}`,
    "Give one action as service:Operation, such as s3:PutObject.",
  );
}

/** @throws UserError for what is not key=value */
function contextOf(pairs: readonly string[]): Question["context"] {
  const context = new Map<string, readonly string[]>();
  for (const pair of pairs) {
    const [, key, value] = /^([^:=\s]+:[^=]+)=([^]*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      throw new UserError(`${pair} is no condition key with its value`, "Give such as aws:RequestedRegion=eu-west-1.");
    }
    context.set(key, [...(context.get(key) ?? []), value]);
  }
  return Object.fromEntries(
    [...context].map(([key, [first = "", ...more]]) => [key, more.length === 0 ? first : [first, ...more]]),
  );
}

/** A key that policies of the zone ask for may be newer than the reference, so this is no error. */
function noteUnknown(key: string): void {
  if (keyFacts(key) !== undefined) return;
  console.error(`Note: AWS's reference has no condition key ${key}${suggestion(key, keyNames())}`);
}

function isArn(text: string): boolean {
  return text.startsWith("arn:") && text.split(":").length >= 6;
}
