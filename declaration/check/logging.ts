import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { partitionOf } from "../regions";
import { problemAt } from "../source/source";

/** Values of all conditions of a trail: CloudTrail User Guide, "Quotas in AWS CloudTrail". */
const trailValues = 500;

/** Days an object stays in Standard-IA at least before it may move on: S3 User Guide, "Lifecycle transition constraints". */
const infrequentAccessStay = 30;

/** What the trail records, where logs are kept as they age, and where their copy is. */
export function checkLogging(draft: Draft): readonly Problem[] {
  return [...checkDataEvents(draft), ...checkTiers(draft), ...checkReplica(draft)];
}

function checkDataEvents({ zone }: Draft): readonly Problem[] {
  const dataEvents = Object.entries(zone?.file.logs?.trail?.dataEvents ?? {});
  if (!zone || dataEvents.length === 0) return [];
  const home = zone.file.regions?.home;
  const foreign = dataEvents.flatMap(([name, { resources = [] }]) =>
    resources.flatMap((arn, index): Problem[] => {
      const partition = home === undefined ? undefined : partitionOf(home);
      if (partition === undefined || arn.startsWith(`arn:${partition}:`)) return [];
      const message = `${arn} is of another partition than the home region's, ${partition}`;
      return [problemAt(zone.source, ["logs", "trail", "dataEvents", name, "resources", index], "LF1761", message)];
    }),
  );
  // Each selector says the category, the type, perhaps the access, and perhaps which ARNs; one is for management events.
  const values = dataEvents.reduce((sum, [, { resources = [] }]) => sum + 3 + Math.max(1, resources.length), 1);
  if (values <= trailValues) return foreign;
  const message = `a trail takes ${trailValues} values in its selectors; these are ${values}`;
  return [...foreign, problemAt(zone.source, ["logs", "trail", "dataEvents"], "LF1762", message, "key")];
}

function checkTiers({ zone }: Draft): readonly Problem[] {
  const { tiers, retentionDays } = zone?.file.logs ?? {};
  if (!zone || !tiers || retentionDays === undefined) return [];
  const steps = (["infrequentAccessDays", "glacierDays", "deepArchiveDays"] as const).flatMap((key) => {
    const days = tiers[key];
    return days === undefined ? [] : [{ key, days }];
  });
  return steps.flatMap(({ key, days }, index): Problem[] => {
    const at = (message: string): Problem[] => [problemAt(zone.source, ["logs", "tiers", key], "LF1763", message)];
    if (days >= retentionDays) return at(`logs expire after ${retentionDays} days and never reach this tier`);
    const before = steps[index - 1];
    if (before === undefined) return [];
    const earliest = before.days + (before.key === "infrequentAccessDays" ? infrequentAccessStay : 1);
    if (days >= earliest) return [];
    return at(
      `logs reach ${before.key} after ${before.days} days; the next tier takes them after ${earliest} at the earliest`,
    );
  });
}

function checkReplica({ zone }: Draft): readonly Problem[] {
  const replica = zone?.file.logs?.replicateTo;
  const regions = zone?.file.regions;
  if (!zone || replica === undefined || !regions) return [];
  const at = (message: string): Problem[] => [problemAt(zone.source, ["logs", "replicateTo"], "LF1764", message)];
  if (replica === regions.home) return at(`${replica} is the home region, where the logs are; choose another`);
  if (regions.allowed.includes(replica)) return [];
  return at(`${replica} is not allowed; add it to regions.allowed, or choose one of ${regions.allowed.join(", ")}`);
}
