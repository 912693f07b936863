import { didYouMean, listed } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";
import { callsOf } from "./definition";
import { offerNamed } from "./names";

/** Holds what state machines call of other services against what these offer. @throws UserError with every call of what is not offered to the caller */
export function checkOffers(services: readonly ServiceDefinition[]): void {
  const byName = new Map(services.map((service) => [service.name, service]));
  const problems = [...byName.values()].flatMap(({ name, stateMachines = {} }) =>
    Object.entries(stateMachines).flatMap(([machine, definition]) =>
      callsOf(definition).flatMap((call) => {
        const foreign = offerNamed(call);
        const offering = foreign && byName.get(foreign.service);
        if (foreign === undefined || offering === undefined) return [];
        const offers = offering.offers ?? {};
        const offer = offers[foreign.offer];
        const who = `${machine} of the service ${name} calls ${call}`;
        if (offer === undefined)
          return [`${who}, which ${foreign.service} does not offer${didYouMean(foreign.offer, Object.keys(offers))}`];
        return offer.to.includes(name) ? [] : [`${who}, which is offered to ${listed(offer.to)} alone`];
      }),
    ),
  );
  if (problems.length === 0) return;
  throw new UserError(
    problems.join("\n"),
    'Offer it in that service\'s service.ts: `offers: { takePayment: { to: ["orders"], uses: […] } }`.',
  );
}
