import { readZoneFrom } from "../../declaration/load";
import { DeclarationError, type Problem } from "../../declaration/problem/problem";
import { UserError } from "../../declaration/user-error";
import { type AdoptionChoices, declareZone, type DeclaredZone } from "./declare-zone";
import type { LiveEstate } from "./live-estate";

/**
 * A zone that reproduces the organisation and validates. An account or a policy whose file would not is declared foreign, with the
 * reason: what Landfall cannot say of it, it must not touch.
 * @throws UserError for an organisation without all features, or a choice that cannot be; DeclarationError when what remains does not
 * validate
 */
export function planAdoption(estate: LiveEstate, choices: AdoptionChoices): DeclaredZone {
  if (estate.governance.featureSet !== "ALL") {
    throw new UserError(
      "the organisation has consolidated billing alone: no policies, no trusted services",
      'Enable all features first (Organizations User Guide, "Enabling all features"): every member must agree.',
    );
  }
  const zone = declareZone(estate, choices, new Map());
  const refused = new Map(
    problemsOf(zone).flatMap(({ file, code, message }) => {
      const id = zone.origins.get(file);
      return id === undefined ? [] : [[id, `a zone cannot hold it (${code} ${message})`] as const];
    }),
  );
  if (refused.size === 0) return checked(zone);
  return checked(declareZone(estate, choices, refused));
}

function checked(zone: DeclaredZone): DeclaredZone {
  const problems = problemsOf(zone);
  if (problems.length > 0) throw new DeclarationError(problems);
  return zone;
}

function problemsOf({ files }: DeclaredZone): readonly Problem[] {
  const result = readZoneFrom(files);
  return "problems" in result ? result.problems : [];
}
