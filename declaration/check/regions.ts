import type { Draft } from "../draft/draft";
import { didYouMean } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { knownRegions, partitionOf } from "../regions";
import { problemAt } from "../source/source";

/** Home ⊆ governed ⊆ allowed, each a region of AWS, all of one partition: an organisation lives in one. */
export function checkRegions({ zone }: Draft): readonly Problem[] {
  if (!zone?.file.regions) return [];
  const { source } = zone;
  const { home, governed, allowed } = zone.file.regions;
  const lists = { governed, allowed };
  const everywhere = [
    { region: home, path: ["regions", "home"] },
    ...Object.entries(lists).flatMap(([list, regions]) =>
      regions.map((region, index) => ({ region, path: ["regions", list, index] })),
    ),
  ];
  const problems: Problem[] = [];
  for (const { region, path } of everywhere) {
    if (!knownRegions.includes(region)) {
      problems.push(
        problemAt(source, path, "LF1301", `${region} is not a region of AWS${didYouMean(region, knownRegions)}`),
      );
    } else if (partitionOf(region) !== partitionOf(home)) {
      const message = `${region} is of partition ${partitionOf(region)}, the home region of ${partitionOf(home)}`;
      problems.push(problemAt(source, path, "LF1304", message));
    }
  }
  if (!governed.includes(home)) {
    const message = `the home region ${home} is not governed; add it to regions.governed`;
    problems.push(problemAt(source, ["regions", "governed"], "LF1302", message));
  }
  for (const [index, region] of governed.entries()) {
    if (allowed.includes(region)) continue;
    const message = `${region} is governed but not allowed; add it to regions.allowed`;
    problems.push(problemAt(source, ["regions", "governed", index], "LF1303", message));
  }
  return problems;
}
