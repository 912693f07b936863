import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { core } from "zod";
import { contractError, type ContractProblem } from "./contract-error";
import type { Contract } from "./model";
import { openApi } from "./openapi";
import { operationsOf } from "./operations";
import { readDocument } from "./read-document";

const loaded = new Map<string, { readonly text: string; readonly contract: Contract }>();

/** Reads a contract file; while its text is the same, so is the object. @throws UserError with every problem, each at its line. */
export function loadContract(file: string): Contract {
  const text = readFileSync(file, "utf8");
  const known = loaded.get(file);
  if (known?.text === text) return known.contract;
  const contract = parseContract(text, relative(process.cwd(), file));
  loaded.set(file, { text, contract });
  return contract;
}

/** As `loadContract`, for text; `file` is what messages call it. */
export function parseContract(text: string, file: string): Contract {
  const document = readDocument(text, file);
  const parsed = openApi.safeParse(document.data);
  const problems: ContractProblem[] = [...document.problems];
  const report = (path: readonly PropertyKey[], message: string): void => {
    problems.push({ file, line: document.lineOf(path), message });
  };
  if (!parsed.success) {
    for (const issue of parsed.error.issues) explain(issue, report);
    throw contractError(inOrder(problems));
  }
  const operations = operationsOf(parsed.data, report);
  if (problems.length > 0) throw contractError(inOrder(problems));
  const { title, version } = parsed.data.info;
  return { file, title, version, operations, lineOf: (path) => document.lineOf(path) };
}

function explain(issue: core.$ZodIssue, report: (path: readonly PropertyKey[], message: string) => void): void {
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) report([...issue.path, key], `${key} is not supported here`);
  } else if (issue.code === "invalid_key") {
    report(issue.path, `${String(issue.path.at(-1))} is not ${issue.issues[0]?.message ?? "a valid key"}`);
  } else {
    report(issue.path, `${issue.path.map(String).join(".")}: ${issue.message}`);
  }
}

/** By line; a component used twice is reported once. */
function inOrder(problems: readonly ContractProblem[]): readonly ContractProblem[] {
  const distinct = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
  return [...distinct.values()].sort((a, b) => a.line - b.line);
}
