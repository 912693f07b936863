import { readPolicy } from "../../engine/policy/read-policy";
import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import type { ClaimFile } from "../schema/guardrail";
import { type Path, problemAt } from "../source/source";

/** Claims of the zone's own policies: each id once, and nothing in them that a policy could not say. */
export function checkClaims({ zone }: Draft): readonly Problem[] {
  if (!zone) return [];
  return Object.entries(zone.file.guardrails ?? {}).flatMap(([guardrail, { claims }]) =>
    claims.flatMap(({ id, denied }, index): Problem[] => {
      const path = ["guardrails", guardrail, "claims", index];
      const isTwin = claims.findIndex((claim) => claim.id === id) < index;
      return [
        ...(isTwin ? [problemAt(zone.source, [...path, "id"], "LF1719", `${guardrail} has two claims ${id}`)] : []),
        ...unsayable(denied).map(({ at, message }) =>
          problemAt(zone.source, [...path, "denied", ...at], "LF1721", message),
        ),
      ];
    }),
  );
}

interface Part {
  readonly at: Path;
  readonly element: Readonly<Record<string, unknown>>;
}

/** Each part of a claim is tried in a statement of a policy. */
function unsayable(denied: ClaimFile["denied"]): readonly { readonly at: Path; readonly message: string }[] {
  const { actions, butActions, resources, butResources, when, unless = [] } = denied;
  const parts: Part[] = [
    { at: ["actions"], element: { Action: actions } },
    ...(butActions === undefined ? [] : [{ at: ["butActions"], element: { Action: butActions } }]),
    ...(resources === undefined ? [] : [{ at: ["resources"], element: { Resource: resources } }]),
    ...(butResources === undefined ? [] : [{ at: ["butResources"], element: { Resource: butResources } }]),
    ...(when === undefined ? [] : [{ at: ["when"], element: { Condition: when } }]),
    ...unless.map((block, index) => ({ at: ["unless", index], element: { Condition: block } })),
  ];
  return parts.flatMap(({ at, element }) => {
    const statement = { Effect: "Deny", Action: "*", Resource: "*", ...element };
    const result = readPolicy(
      JSON.stringify({ Version: "2012-10-17", Statement: statement }),
      "service-control-policy",
    );
    return "policy" in result ? [] : result.faults.map(({ message }) => ({ at, message }));
  });
}
