import type { z } from "zod";
import { didYouMean, listed } from "../problem/nearest";
import type { ProblemCode } from "../problem/codes";
import type { Problem } from "../problem/problem";
import { type Format, formats } from "../schema/formats";
import { type Path, problemAt, type Source } from "../source/source";
import { keysOf, schemaAt } from "./schema-at";
import { expectedKind, kindOf, shown } from "../problem/words";

type Issue = z.core.$ZodIssue;

/** A schema's complaint as problems with a place, a code and a remedy. */
export function shapeProblems(source: Source, schema: z.core.$ZodType, issue: Issue): readonly Problem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const allowed = keysOf(schemaAt(schema, path));
    return issue.keys.map((key) => {
      const remedy = didYouMean(key, allowed) || `; allowed: ${listed(allowed)}`;
      return problemAt(source, [...path, key], "LF1201", `unknown key ${shown(key)}${remedy}`, "key");
    });
  }
  if (issue.code === "invalid_key") {
    return issue.issues.map((nested) => {
      const { code, message } = complaint(nested, path.at(-1));
      return problemAt(source, path, code, message, "key");
    });
  }
  const value = valueAt(source.data, path);
  if (value === undefined) {
    return [problemAt(source, path, "LF1202", `the key ${shown(path.at(-1))} is missing`, "key")];
  }
  if (issue.code === "invalid_union") {
    const branch = branchMeant(issue.errors);
    if (branch)
      return branch.flatMap((nested) => shapeProblems(source, schema, { ...nested, path: [...path, ...nested.path] }));
    return [problemAt(source, path, "LF1203", `expected ${alternatives(issue.errors)}, found ${kindOf(value)}`)];
  }
  if (value === null && issue.code === "invalid_type") {
    const message = `${shown(path.at(-1))} has no value; expected ${expectedKind(issue.expected)}`;
    return [problemAt(source, path, "LF1204", message)];
  }
  const { code, message } = complaint(issue, value);
  return [problemAt(source, path, code, message)];
}

/** Of several forms a value may have, the one its author meant: the one whose kind is right, or the longest list of names. */
function branchMeant(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const ofRightKind = errors.find((issues) =>
    issues.every(({ code, path }) => path.length > 0 || (code !== "invalid_type" && code !== "invalid_value")),
  );
  return ofRightKind ?? errors.find(([issue]) => issue?.code === "invalid_value" && issue.values.length > 1);
}

function alternatives(errors: readonly (readonly Issue[])[]): string {
  return errors
    .flat()
    .map((issue) =>
      issue.code === "invalid_type"
        ? expectedKind(issue.expected)
        : issue.code === "invalid_value"
          ? issue.values.map(String).join(", ")
          : issue.message,
    )
    .join(" or ");
}

function complaint(issue: Issue, value: unknown): { readonly code: ProblemCode; readonly message: string } {
  switch (issue.code) {
    case "invalid_type":
      return {
        code: issue.expected === "int" ? "LF1209" : "LF1203",
        message: `expected ${expectedKind(issue.expected)}, found ${kindOf(value)}`,
      };
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (allowed.length === 1)
        return { code: "LF1205", message: `${shown(value)} is not allowed here, only ${allowed.join()} is` };
      if (typeof value === "object") {
        return { code: "LF1203", message: `expected one of ${allowed.join(", ")}, found ${kindOf(value)}` };
      }
      const remedy = typeof value === "string" ? didYouMean(value, allowed) : "";
      return { code: "LF1205", message: `${shown(value)} is not allowed here; one of ${allowed.join(", ")}${remedy}` };
    }
    case "too_small":
      return outOfBounds(`${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`, value);
    case "too_big":
      return outOfBounds(`${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`, value);
    case "invalid_format": {
      const format = formatOf(issue);
      return format
        ? { code: format.code, message: `${shown(value)} is not ${format.says}` }
        : { code: "LF1213", message: `${shown(value)} is not an email address` };
    }
    default:
      return { code: "LF1203", message: issue.message };
  }
}

function formatOf({ pattern }: { readonly pattern?: string }): Format | undefined {
  return Object.values(formats).find((format) => String(format.pattern) === pattern);
}

function outOfBounds(bound: string, value: unknown): { code: ProblemCode; message: string } {
  if (value === "") return { code: "LF1207", message: "the text is empty" };
  if (typeof value === "string") {
    return { code: "LF1207", message: `${shown(value)} has ${value.length} characters, not ${bound}` };
  }
  if (Array.isArray(value)) {
    const found = value.length === 0 ? "the list is empty" : `the list has ${value.length} entries`;
    return { code: "LF1208", message: `${found}; it must have ${bound}` };
  }
  return { code: "LF1206", message: `${shown(value)} is out of range; it must be ${bound}` };
}

/** What the data holds at a path; `undefined` where it holds nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, segment) => {
    const isContainer = typeof value === "object" && value !== null;
    return isContainer && Object.hasOwn(value, segment) ? Reflect.get(value, segment) : undefined;
  }, data);
}
