import { Testing, type TerraformStack } from "cdktf";
import { buildAccount } from "../../../accounts/account-stack";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { serviceBoundaryArn, serviceRolePath } from "../../../declaration/names";
import { type StackKind, stacksOf } from "../../../declaration/stacks";
import { createStack } from "../../../stack/create-stack";
import { codeLeftOut } from "../../../workloads/bundle/code-of";
import { buildEvents } from "../../../workloads/events/events-stack";
import { addMicroservice } from "../../../workloads/microservice/add-microservice";
import type { Placement } from "../../../workloads/microservice/placement";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { buildService } from "../../../workloads/service-stack";
import { serviceNamed } from "../../../workloads/services";
import { withIds } from "../../fixtures/ids";
import { synthesisedZones } from "../../synth/synthesise-zones";
import { testZones } from "../../synth/synthesise";
import { notes } from "../api/secured/service";
import { placementIn } from "../events/placement-in";
import { inShop, shopZone, stackText } from "../events/shop";
import { addArchive, archive } from "./archive";
import type { SynthesisedZone } from "./resources";

const leftOut = { [codeLeftOut]: true };

/** The zones of the structural tests whose accounts have services; in the sample two more, which use what its own do not. */
export function zonesWithServices(): readonly SynthesisedZone[] {
  const directories = { ...testZones, minimal: "test/zones/minimal" };
  const all = synthesisedZones();
  return Object.entries(directories).flatMap(([name, directory]): readonly SynthesisedZone[] => {
    const zone = withIds(loadZone(directory));
    const services = servicesOf(zone, (service) => serviceNamed(service));
    if (services.size === 0) return [];
    const stacks = all.filter((each) => each.zone === name).map(({ id, json }) => [id, json] as const);
    const synthesised = { name, zone, stacks: new Map(stacks), services };
    return [name === "sample" ? withMore(synthesised) : synthesised];
  });
}

/** The shop: services that exchange events over central buses. */
export function shopOfEvents(): SynthesisedZone {
  const zone = shopZone();
  const builders: Partial<Record<StackKind, typeof buildService>> = {
    account: buildAccount,
    events: buildEvents,
    service: buildService,
  };
  const stacks = stacksOf(zone).flatMap(({ id, kind }): readonly (readonly [string, string])[] => {
    const build = builders[kind];
    return build ? [[id, stackText(zone, id, build, leftOut)]] : [];
  });
  return {
    ...{ name: "shop", zone, stacks: new Map(stacks) },
    services: servicesOf(zone, (service) => inShop(() => serviceNamed(service))),
  };
}

function servicesOf(
  zone: LandingZone,
  definitionOf: (service: string) => ServiceDefinition,
): ReadonlyMap<string, ServiceDefinition> {
  return new Map(
    stacksOf(zone).flatMap(({ id, kind, account: { service } }) =>
      kind === "service" && service ? [[id, definitionOf(service.name)] as const] : [],
    ),
  );
}

/** Beside `orders` in its account: a service whose API asks a function who calls, and one that uses everything there is to use. */
function withMore({ zone, stacks, services, name }: SynthesisedZone): SynthesisedZone {
  const beside = "orders-dev-orders";
  const placement: Placement = {
    ...placementIn(zone, "orders-dev", undefined),
    ...{ rolePath: serviceRolePath, boundaryArn: serviceBoundaryArn(zone, "orders-dev") },
  };
  const built = (add: (stack: TerraformStack) => void): string => {
    const spec = stacksOf(zone).find(({ id }) => id === beside);
    if (spec === undefined) throw new Error(`no stack ${beside}`);
    const stack = createStack(Testing.app({ context: leftOut }), zone, spec);
    add(stack);
    return Testing.synth(stack);
  };
  return {
    ...{ name, zone },
    stacks: new Map([
      ...stacks,
      [`${beside}+notes`, built((stack) => addMicroservice(stack, notes, placement))],
      [`${beside}+archive`, built((stack) => addArchive(stack, placement))],
    ]),
    services: new Map([...services, [`${beside}+notes`, notes], [`${beside}+archive`, archive]]),
  };
}
