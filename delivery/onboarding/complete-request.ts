import { suspendedUnit } from "../../declaration/names";
import { listed } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import { type AccountRequest, type CompleteRequest, type ContactRequest, none } from "./account-request";
import { contactOf } from "./contact";
import { activeUnits, type Choices, type Question, questions } from "./questions";

const contactOptions: readonly (readonly [option: string, part: keyof ContactRequest])[] = [
  ["--contact-email", "email"],
  ["--contact-phone", "phone"],
];

/** What is said of a service, and what it is to the service. */
const ofService = [
  ["repository", "the repository's pipeline deploys"],
  ["eventBus", "joins the central event bus"],
] as const satisfies readonly (readonly [keyof AccountRequest, string])[];

/**
 * Checks that nothing is missing without which there is no account, or without which something that was asked for would be dropped.
 * @throws UserError naming every option that is missing, with what it may say; for the unit of accounts that have left
 */
export function completeRequest(choices: Choices, request: AccountRequest): CompleteRequest {
  const { organizationalUnit, owner } = request;
  if (organizationalUnit === suspendedUnit) {
    throw new UserError(
      `${request.name} would be an active account in ${suspendedUnit}, where nothing is allowed`,
      `--ou: the organizational unit${oneOf(activeUnits(choices))}`,
    );
  }
  const contact = contactOf(choices.zone, request);
  const lines = [
    ...openQuestions(request)
      .filter(({ isRequired }) => isRequired)
      .map((question) => `${question.option}: ${question.asks.toLowerCase()}${answers(question, choices)}`),
    ...(request.prefixLength !== undefined && isLeftOut(request.domain)
      ? [`--domain: the route domain of the network${oneOf(choices.zone.network.domains.map(({ name }) => name))}`]
      : []),
    ...(isLeftOut(request.service)
      ? ofService
          .filter(([part]) => request[part] !== undefined)
          .slice(0, 1)
          .map(([, which]) => `--service: the service that ${which}${oneOf(choices.services)}`)
      : []),
    ...contactOptions
      .filter(([, part]) => contact && contact[part] === undefined)
      .map(([option, part]) => `${option}: the contact's ${part}, without which AWS takes none`),
  ];
  if (lines.length === 0 && organizationalUnit !== undefined && owner !== undefined) {
    return { ...request, organizationalUnit, owner };
  }
  const options = lines.map((line) => line.split(":", 1)[0]);
  throw new UserError(`not enough is known of the account ${request.name}: ${options.join(", ")}`, lines.join("\n"));
}

function isLeftOut(answer: string | undefined): boolean {
  return answer === undefined || answer === none;
}

/** What is still to be asked. */
export function openQuestions(request: AccountRequest): readonly Question[] {
  return questions.filter(({ isAnswered }) => !isAnswered(request));
}

function answers({ allowed, examples }: Question, choices: Choices): string {
  if (allowed) return oneOf(allowed(choices));
  return examples ? `; so far ${listed(examples(choices))}` : "";
}

function oneOf(names: readonly string[]): string {
  return `; one of ${listed(names)}`;
}
