import type { z } from "zod";
import type { Problem } from "../problem/problem";
import { problemAt, type Source } from "../source/source";

/** A schema's complaint as problems with a place, a code and a remedy. */
export function shapeProblems(source: Source, _schema: z.ZodType, issue: z.core.$ZodIssue): readonly Problem[] {
  return [problemAt(source, issue.path, "LF1203", issue.message)];
}
