import type { ActionFacts } from "../../../engine/universe/universe";
import { loadUniverse } from "../../../engine/universe/load-universe";

/** Services whose actions are asked about though nothing of theirs stands in a stack. */
const besides = ["xray"];

/** AWS's actions on things, by the Service Authorization Reference. */
export interface Asked {
  /** Those that can be about a thing. */
  about(arn: string): readonly string[];
  /** Those that are about nothing: their resource is `*`. */
  readonly aboutNothing: readonly string[];
  /** Complaints about actions of services that nothing is asked about. */
  unknownFamilies(patterns: readonly string[]): readonly string[];
}

/** @param arns of everything there is */
export function askedAbout(arns: readonly string[]): Asked {
  const universe = loadUniverse();
  const services = new Set([...arns.map(serviceOf), ...besides]);
  const actions = universe.actions.filter(({ service }) => services.has(service));
  const onAny = ({ resources }: ActionFacts): boolean => resources.includes("*");
  const patterns = new Map(
    [...new Set(actions.flatMap(({ resources }) => resources))].map((pattern) => [pattern, expression(pattern)]),
  );
  const known = new Map<string, readonly string[]>();
  return {
    about: (arn) => {
      const fitting = [...patterns]
        .filter(([pattern, fits]) => pattern !== "*" && fits.test(arn))
        .map(([name]) => name);
      const key = `${serviceOf(arn)} ${fitting.join(" ")}`;
      const found =
        known.get(key) ??
        actions
          .filter(
            ({ service, resources }) => service === serviceOf(arn) && resources.some((each) => fitting.includes(each)),
          )
          .map(({ name }) => name);
      known.set(key, found);
      return found;
    },
    aboutNothing: actions.filter(onAny).map(({ name }) => name),
    unknownFamilies: (named) =>
      named
        .filter((pattern) => !services.has(pattern.split(":")[0] ?? ""))
        .map(
          (pattern) =>
            `is granted ${pattern}, and the isolation test asks about nothing of that service: add its resources to test/workloads/isolation/things.ts`,
        ),
  };
}

/** The service's prefix in actions is that of its ARNs, for all that stand in `things.ts`; a role is taken by `sts`. */
function serviceOf(arn: string): string {
  return arn.split(":")[2] ?? "";
}

function expression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*")}$`);
}
