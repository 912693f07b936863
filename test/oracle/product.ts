import type { Bounds } from "../../engine/bounds";
import { compileBounds } from "../../engine/decide/compile";
import { decide } from "../../engine/decide/decide";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Case, Document, Verdict } from "./case";

/** Landfall's answers to a case: of the evaluator that explains and of the one that is fast. */
export interface Answers {
  readonly explained: readonly Verdict[];
  readonly fast: readonly Verdict[];
}

/** @throws Error with the faults where Landfall cannot read a document. */
export function answers(subject: Case): Answers {
  const scp = subject.path.map(({ id, policies }) => ({
    id,
    policies: policies.map((document, index) => ({ id: `${id}/${index}`, policy: read(document) })),
  }));
  const bounds: Bounds = { scp, rcp: [] };
  const fast = compileBounds(bounds);
  return {
    explained: subject.requests.map((request) => decide(bounds, request).verdict),
    fast: subject.requests.map((request) => fast(request)),
  };
}

/**
 * "SCP syntax" wants Version 2012-10-17, and Landfall refuses any other in an SCP. Documents of older versions are
 * read as identity policies, which may have them, so that what Landfall makes of their variables is compared too.
 */
function read(document: Document) {
  const text = JSON.stringify(document);
  const kind = document.Version === "2012-10-17" ? "service-control-policy" : "identity-policy";
  const result = readPolicy(text, kind);
  if ("faults" in result) throw new Error(`Landfall cannot read ${text}: ${JSON.stringify(result.faults)}`);
  return result.policy;
}
