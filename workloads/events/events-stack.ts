import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import { recordIds } from "../../stack/record-ids";
import { serviceNamed } from "../services";
import { addAlerts } from "./central/add-alerts";
import { addCentralBus } from "./central/add-central-bus";
import { addRegistry } from "./central/add-registry";
import { membersOf } from "./central/members";
import { checkPublished, eventsOf } from "./event-graph";
import { checkOffers } from "../state-machine/check-offers";
import { readCatalog } from "./schemas/catalog";

/**
 * The central event buses, in the shared-services account: who may put what on which, and who is told of what, as the services' definitions say.
 * @throws UserError when a service names an event that has no schema, wants one that nobody on its bus publishes, or has a state
 *   machine call what is not offered
 */
export function buildEvents(stack: TerraformStack, zone: LandingZone, { account }: StackSpec): void {
  const catalog = readCatalog();
  const members = membersOf(zone, (service) => eventsOf(serviceNamed(service), catalog));
  const center = {
    partition: zone.partition,
    region: zone.regions.home,
    accountId: zone.ids.get(`account/${account.name}`),
    organizationId: zone.ids.get("organization"),
  };
  const topic = addAlerts(stack, center, zone.events.alertEmails);
  const services = members.map(({ events, bus }) => ({ bus, definition: serviceNamed(events.service) }));
  for (const [bus, { archiveDays }] of Object.entries(zone.events.buses)) {
    const onBus = members.filter((member) => member.bus === bus);
    checkPublished(onBus.map(({ events }) => events));
    checkOffers(services.filter((each) => each.bus === bus).map(({ definition }) => definition));
    addCentralBus(stack, center, { name: bus, archiveDays, members: onBus, topicArn: topic.arn });
  }
  addRegistry(stack, catalog);
  recordIds(stack, {});
}
