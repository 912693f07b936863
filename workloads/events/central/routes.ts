import type { PolicyStatement } from "../../../stack/policy-document";
import { inCapitals } from "../../in-capitals";
import { bounded, nameOfEvent, ownBusName } from "../names";
import { type EventPattern, patternOf } from "../pattern";
import { eventName } from "../schemas/event-name";
import type { Center } from "./center";
import type { Member } from "./members";

/** Who of a bus may put what: each producer's account its own events, from within the organisation. */
export function producersPut(center: Center, busArn: string, members: readonly Member[]): readonly PolicyStatement[] {
  return members
    .filter(({ events }) => events.publishes.length > 0)
    .map(({ account, accountId, events }) => ({
      Sid: `Put${inCapitals(account)}`,
      Effect: "Allow",
      Principal: { AWS: `arn:${center.partition}:iam::${accountId}:root` },
      Action: "events:PutEvents",
      Resource: busArn,
      Condition: {
        StringEquals: {
          "aws:PrincipalOrgID": center.organizationId,
          "events:source": events.service,
          "events:detail-type": [...new Set(events.publishes.map(({ detailType }) => detailType))].sort(),
        },
      },
    }));
}

/** One event on its way to one account. */
export interface Route {
  /** Name of the rule. */
  readonly name: string;
  readonly pattern: EventPattern;
}

/** What a member wants, an event a rule; that of its own service too, which goes to no bus but the central one. */
export function routesTo({ account, events }: Member): readonly Route[] {
  const wanted = new Map([...events.subscribes.values()].flat().map((event) => [eventName(event), event]));
  return [...wanted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, event]) => ({ name: bounded(`${account}-${nameOfEvent(event)}`), pattern: patternOf(event) }));
}

/** The bus of a member's service, in its account. */
export function memberBusArn({ partition, region }: Center, { accountId, events }: Member): string {
  return `arn:${partition}:events:${region}:${accountId}:event-bus/${ownBusName(events.service)}`;
}
