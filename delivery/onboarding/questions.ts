import type { Account, LandingZone } from "../../declaration/model";
import { suspendedUnit } from "../../declaration/names";
import { didYouMean, listed } from "../../declaration/problem/nearest";
import { slug } from "../../declaration/schema/primitives";
import { UserError } from "../../declaration/user-error";
import { type AccountRequest, none } from "./account-request";
import { parseAccess } from "./parse-pairs";

/** What there is to choose from. */
export interface Choices {
  readonly zone: LandingZone;
  /** Services that an account may run. */
  readonly services: readonly string[];
}

/** One thing to know about a new account. */
export interface Question {
  readonly option: string;
  readonly asks: string;
  /** Without an answer there is no account; of the others `usual`, or nothing, is taken. */
  readonly isRequired: boolean;
  readonly isAnswered: (request: AccountRequest) => boolean;
  /** All the answers there are; undefined where others will do. */
  readonly allowed?: (choices: Choices) => readonly string[];
  /** What others have answered, to choose as they did. */
  readonly examples?: (choices: Choices) => readonly string[];
  /** What is suggested, from accounts like this one. */
  readonly usual: (choices: Choices, request: AccountRequest) => string | undefined;
  /** @throws UserError when the answer is not of the right form */
  readonly take: (request: AccountRequest, answer: string) => AccountRequest;
}

/** In the order they are asked: what is suggested follows from the answers before. */
export const questions: readonly Question[] = [
  {
    option: "--ou",
    asks: "Organizational unit",
    isRequired: true,
    isAnswered: ({ organizationalUnit }) => organizationalUnit !== undefined,
    allowed: activeUnits,
    usual: () => undefined,
    take: (request, organizationalUnit) => ({ ...request, organizationalUnit }),
  },
  {
    option: "--owner",
    asks: "Team that answers for it",
    isRequired: true,
    isAnswered: ({ owner }) => owner !== undefined,
    examples: ({ zone }) => [...new Set(zone.accounts.map(({ owner }) => owner))].sort(),
    usual: () => undefined,
    take: (request, owner) => {
      if (slug.safeParse(owner).success) return { ...request, owner };
      throw new UserError(`${owner} is no name of a team`, "Take at most 32 lower-case letters, digits and hyphens.");
    },
  },
  {
    option: "--service",
    asks: "Service",
    isRequired: false,
    isAnswered: ({ service }) => service !== undefined,
    allowed: ({ services }) => [none, ...services],
    usual: ({ services }, { owner }) => (owner !== undefined && services.includes(owner) ? owner : none),
    take: (request, service) => ({ ...request, service }),
  },
  {
    option: "--domain",
    asks: "Route domain of its network",
    isRequired: false,
    isAnswered: ({ domain, sharedVpc }) => domain !== undefined || sharedVpc !== undefined,
    allowed: ({ zone }) => [none, ...zone.network.domains.map(({ name }) => name)],
    usual: (choices, request) => agreed(peers(choices, request).map(({ network }) => network?.domain ?? none)),
    take: (request, domain) => ({ ...request, domain }),
  },
  {
    option: "--budget",
    asks: "Budget in US dollars a month",
    isRequired: false,
    isAnswered: ({ budget }) => budget !== undefined,
    usual: (choices, request) =>
      agreed(peers(choices, request).map(({ budget }) => String(budget?.monthlyUsd ?? none))),
    take: (request, budget) => ({ ...request, budget: budget === none ? none : parseBudget(budget) }),
  },
  {
    option: "--access",
    asks: "Who gets in, as GROUP=SET,SET …",
    isRequired: false,
    isAnswered: ({ access }) => access !== undefined,
    examples: ({ zone }) => Object.keys(zone.identity.groups),
    usual: (choices, request) =>
      agreed(
        peers(choices, request)
          .filter(({ owner }) => owner === request.owner)
          .map(({ access }) => accessText(access)),
      ),
    take: (request, answer) => ({ ...request, access: answer === none ? {} : parseAccess(answer.split(/\s+/)) }),
  },
];

/** Paths of the organizational units in which an active account may be. */
export function activeUnits({ zone }: Choices): readonly string[] {
  return zone.organizationalUnits.map(({ path }) => path).filter((path) => path !== suspendedUnit);
}

/** What is wrong with an answer, the nearest right one with it; `undefined` when nothing is. */
export function faultOf(
  question: Question,
  choices: Choices,
  request: AccountRequest,
  answer: string,
): string | undefined {
  const allowed = question.allowed?.(choices);
  if (allowed && !allowed.includes(answer)) {
    return `there is no ${answer}${didYouMean(answer, allowed) || `; there are ${listed(allowed)}`}`;
  }
  try {
    question.take(request, answer);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** @throws UserError when it is no amount of money */
export function parseBudget(text: string): number {
  const amount = Number(text);
  if (Number.isFinite(amount) && amount > 0) return amount;
  throw new UserError(`${text} is no amount of US dollars`, "Give a number above 0, or none.");
}

/** Accounts of workloads in the same organizational unit. */
function peers({ zone }: Choices, { organizationalUnit }: AccountRequest): readonly Account[] {
  return zone.accounts.filter(
    (account) => account.organizationalUnit === organizationalUnit && account.roles.includes("workload"),
  );
}

/** What all of them say; `none` when they differ, or there are none. */
function agreed(values: readonly string[]): string {
  const [first, second] = [...new Set(values)];
  return first !== undefined && second === undefined ? first : none;
}

function accessText(access: Account["access"]): string {
  return Object.entries(access)
    .map(([group, sets]) => `${group}=${sets.join(",")}`)
    .join(" ");
}
