import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";
import { type DatabaseDefinition, defaults } from "./definition";
import { clusterName } from "./names";

/** RDS API Reference, CreateDBCluster: DBClusterIdentifier has 1 to 63 characters. */
const longestIdentifier = 63;
/** What stands behind the cluster's name in that of its instance and its final snapshot. */
const suffixRoom = "-final".length;

interface Limit {
  readonly of: Exclude<keyof DatabaseDefinition, "deletionProtection">;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** RDS API Reference, ServerlessV2ScalingConfiguration and CreateDBCluster. */
const limits: readonly Limit[] = [
  { of: "minCapacity", least: 0, most: 256, step: 0.5 },
  { of: "maxCapacity", least: 1, most: 256, step: 0.5 },
  { of: "pauseAfterSeconds", least: 300, most: 86_400, step: 1 },
  { of: "backupDays", least: 1, most: 35, step: 1 },
];

/** @throws UserError when a database has a name or numbers that RDS refuses, all of them named */
export function checkDatabases({ name: service, databases = {} }: ServiceDefinition): void {
  const problems = Object.entries(databases).flatMap(([name, definition]) => [
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
      ? []
      : [`${name} is no name of a database: small letters, digits and single hyphens, a letter first`]),
    ...(clusterName(service, name).length + suffixRoom <= longestIdentifier
      ? []
      : [`${service}-${name} is longer than ${longestIdentifier - suffixRoom} characters`]),
    ...limits.flatMap(({ of, least, most, step }) => {
      const value = definition[of];
      return value === undefined || (value >= least && value <= most && Number.isInteger(value / step))
        ? []
        : [`${name}.${of} is ${value}; it goes from ${least} to ${most} in steps of ${step}`];
    }),
    ...((definition.minCapacity ?? defaults.minCapacity) <= (definition.maxCapacity ?? defaults.maxCapacity)
      ? []
      : [`${name}.minCapacity is more than maxCapacity`]),
    ...((definition.minCapacity ?? defaults.minCapacity) > 0 && definition.pauseAfterSeconds !== undefined
      ? [`${name}.pauseAfterSeconds is of a database that pauses: minCapacity 0`]
      : []),
  ]);
  if (problems.length > 0) {
    throw new UserError(
      `the databases of ${service} cannot be made: ${problems.join("; ")}`,
      "Put them right in its service.ts.",
    );
  }
}
