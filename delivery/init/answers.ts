import { didYouMean } from "../../declaration/problem/nearest";
import { regionsByPartition } from "../../declaration/regions";
import { formats } from "../../declaration/schema/formats";

/** What a new project cannot do without. */
export interface Answers {
  readonly organization: string;
  readonly emailPattern: string;
  /** Home region. */
  readonly region: string;
  /** DNS name below which every service has its own. */
  readonly serviceSuffix: string;
  /** `owner/repository` on GitHub whose pipeline deploys the zone; empty for none. */
  readonly github: string;
}

export interface Question {
  /** Option of the command that answers it. */
  readonly flag: string;
  readonly asks: string;
  /** Answer of somebody who just goes on, from the answers before it. */
  readonly usual?: (known: Partial<Answers>) => string | undefined;
  /** What is wrong with an answer, `undefined` when nothing is. */
  readonly fault: (answer: string) => string | undefined;
}

/** In the order they are asked. */
export const questions: Readonly<Record<keyof Answers, Question>> = {
  organization: {
    flag: "--organization",
    asks: "Name of the organisation, the prefix of every global name",
    fault: (answer) => (answer.length > 32 ? "must have at most 32 characters" : formFault("slug", answer)),
  },
  emailPattern: {
    flag: "--email-pattern",
    asks: "Root email of accounts, such as aws+{account}@example.com",
    fault: (answer) => formFault("emailPattern", answer),
  },
  region: { flag: "--region", asks: "Home region", fault: regionFault },
  serviceSuffix: {
    flag: "--domain",
    asks: "Domain of services: each answers on <account>.<domain>",
    usual: ({ emailPattern }) => emailPattern && `services.${emailPattern.split("@")[1] ?? ""}`,
    fault: (answer) => formFault("domainName", answer),
  },
  github: {
    flag: "--github",
    asks: "GitHub repository of the zone, such as acme/landing-zone, or nothing",
    usual: () => "",
    fault: repositoryFault,
  },
};

function repositoryFault(answer: string): string | undefined {
  const [owner = "", repository, ...rest] = answer.split("/");
  if (repository === undefined || rest.length > 0) return "must be owner/repository, such as acme/landing-zone";
  return formFault("gitHubOwner", owner) ?? formFault("repository", repository);
}

function formFault(format: keyof typeof formats, answer: string): string | undefined {
  const { pattern, says } = formats[format];
  return pattern.test(answer) ? undefined : `must be ${says}`;
}

function regionFault(answer: string): string | undefined {
  const known = Object.values(regionsByPartition).flat();
  return known.some((region) => region === answer) ? undefined : `must be an AWS region${didYouMean(answer, known)}`;
}
