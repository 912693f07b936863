import { holds } from "../decide/holds";
import { matchesResource } from "../match/resource";
import type { Request } from "../request";
import type { Atom, Formula } from "./formula";

/** Whether a request is in the set, by the concrete evaluator. The request's action is not looked at: a formula is about one action. */
export function truthOf(formula: Formula, request: Request): boolean {
  switch (formula.is) {
    case "true":
      return true;
    case "false":
      return false;
    case "atom":
      return atomHolds(formula.atom, request);
    case "not":
      return !truthOf(formula.of, request);
    case "all":
      return formula.of.every((part) => truthOf(part, request));
    case "any":
      return formula.of.some((part) => truthOf(part, request));
  }
}

/** The answer to an atom's question. */
export function atomHolds(atom: Atom, request: Pick<Request, "resource" | "context">): boolean {
  return atom.is === "resource"
    ? matchesResource(atom.test, request.resource, request.context, atom.version)
    : holds(atom.test, request.context, atom.version);
}
