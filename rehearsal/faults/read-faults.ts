import type { z } from "zod";
import { faultRule, faultsFile, type FaultsFile } from "../../declaration/schema/faults";
import { type Problem, sortProblems } from "../../declaration/problem/problem";
import { shape } from "../../declaration/shape/shape";
import type { FileContent } from "../../declaration/source/files";
import { parse } from "../../declaration/source/parse";
import { problemAt } from "../../declaration/source/source";
import { checkNames, checkWhole, type DraftRule, type RuleFault } from "./check-rules";
import type { FaultFacts } from "./facts";
import type { FaultRules } from "./faults";

export type FaultsResult = { readonly rules: FaultRules } | { readonly problems: readonly Problem[] };

/**
 * The rules of a file of faults, or everything that is wrong with it.
 * @param file as problems show it; one that ends in `.json` is JSON, any other YAML
 */
export function readFaults(file: string, content: FileContent, facts: FaultFacts): FaultsResult {
  const parsed = parse(file, file, content);
  if ("problems" in parsed) return { problems: sortProblems(parsed.problems) };
  const { source } = parsed;
  const { complete, problems } = shape<FaultsFile>(faultsFile, source);
  const ofRules = Object.entries(membersOf(source.data["faults"])).flatMap(([name, rule]) =>
    ruleFaults(rule, facts).map(({ key, code, message }) =>
      key === undefined
        ? problemAt(source, ["faults", name], code, message, "key")
        : problemAt(source, ["faults", name, key], code, message),
    ),
  );
  const all = [...problems, ...ofRules];
  return complete && all.length === 0 ? { rules: complete.faults } : { problems: sortProblems(all) };
}

function ruleFaults(rule: unknown, facts: FaultFacts): readonly RuleFault[] {
  const whole = faultRule.safeParse(rule);
  if (whole.success) return [...checkNames(whole.data, facts), ...checkWhole(whole.data)];
  const shaped = Object.entries(membersOf(rule)).filter(([key, value]) => {
    const schema: z.ZodType | undefined = Reflect.get(faultRule.shape, key);
    return schema?.safeParse(value).success;
  });
  const draft: DraftRule = Object.fromEntries(shaped);
  return checkNames(draft, facts);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
