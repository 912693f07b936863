import { computeBaseline } from "../compute-baseline";
import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { problemAt } from "../source/source";
import { valueAt } from "../shape/shape-problems";

/** A declarative EC2 policy says the same as the baseline of accounts, where both say something: AWS would refuse the baseline otherwise. */
export function checkEc2Policies({ zone, policies }: Draft): readonly Problem[] {
  if (!zone?.file.policies) return [];
  return Object.entries(zone.file.policies).flatMap(([name, { type, content }]): readonly Problem[] => {
    if (type !== "ec2") return [];
    const file = policies.find((policy) => policy.name === name)?.source;
    const [source, place] = content ? [zone.source, ["policies", name, "content"]] : [file, []];
    if (!source) return [];
    return Object.entries(computeBaseline).flatMap(([attribute, fields]) =>
      Object.entries(fields).flatMap(([field, value]): Problem[] => {
        const path = [...place, "ec2_attributes", attribute, field, "@@assign"];
        const given = valueAt(source.data, path);
        if (given === undefined || String(given) === value) return [];
        const message = `the baseline of every account sets ${attribute}.${field} to ${value}, and AWS would refuse it; found ${shown(given)}`;
        return [problemAt(source, path, "LF1739", message)];
      }),
    );
  });
}
