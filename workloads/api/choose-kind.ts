import { UserError } from "../../declaration/user-error";
import type { Contract } from "../contract/model";
import type { ApiDefinition, ApiKind } from "./api-definition";
import { type Feature, features } from "./features";

/** Cheapest first: a million requests cost about a third as much (Amazon API Gateway pricing). */
const byPrice: readonly ApiKind[] = ["http", "rest"];

const guide = 'API Gateway Developer Guide, "Choose between REST APIs and HTTP APIs"';

/**
 * The kind of a service's API: as declared, or the cheapest that has every feature asked for.
 *
 * @throws UserError when no kind, or not the declared one, has them all: each feature, why, and what to write instead
 */
export function chooseKind(service: string, api: ApiDefinition, contract: Contract): ApiKind {
  const asked = features.filter((feature) => feature.isAsked(api, contract));
  const lacks = (kind: ApiKind): readonly Feature[] => asked.filter(({ kinds }) => !kinds.includes(kind));
  const { kind } = api;
  if (kind === undefined) {
    const fits = byPrice.find((each) => lacks(each).length === 0);
    if (fits !== undefined) return fits;
    const missing = byPrice.map((each) => `${each}: ${lacks(each).map(described).join("; ")}`);
    throw new UserError(
      `service ${service}: no kind of API has all that is asked for\n${missing.join("\n")} (${guide})`,
      remedy(byPrice.flatMap(lacks)),
    );
  }
  const missing = lacks(kind);
  if (missing.length === 0) return kind;
  const others = byPrice.filter((each) => lacks(each).length === 0);
  throw new UserError(
    `service ${service}: api.kind is "${kind}", which does not have ${missing.map(described).join("; nor ")} (${guide})`,
    remedy(missing, others),
  );
}

function described({ name, declared, why }: Feature): string {
  return `${name} (${declared}): ${why}`;
}

function remedy(missing: readonly Feature[], others: readonly ApiKind[] = []): string {
  const change = others.map((kind) => `Write kind: "${kind}", or leave kind out. Or else: `).join("");
  return `${change}${missing.map(({ instead }) => instead).join("; ")}.`;
}
