import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** Reserved by S3 ("General purpose bucket naming rules", S3 user guide); dots are excluded by the form already. */
const reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
const reservedSuffixes = ["-s3alias", "--ol-s3", "--x-s3", "--table-s3"];

export function checkStateBucket({ zone }: Draft): readonly Problem[] {
  const bucket = zone?.file.deployment?.stateBucket;
  if (!zone || bucket === undefined) return [];
  const reserved =
    reservedPrefixes.find((prefix) => bucket.startsWith(prefix)) ??
    reservedSuffixes.find((suffix) => bucket.endsWith(suffix));
  if (reserved === undefined) return [];
  const message = `${bucket} contains ${reserved}, which S3 keeps for itself; choose another name`;
  return [problemAt(zone.source, ["deployment", "stateBucket"], "LF1311", message)];
}
