import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { loadZone } from "../../../declaration/load";
import { reachability } from "../../../network/reachability/reachability";
import { serviceNamed } from "../../../workloads/services";
import { pageOf, sample, sampleDirectory } from "./zones";

/** What the zone's files say, read without Landfall. */
interface DeclaredAccount {
  readonly name: string;
  readonly network?: { readonly domain: string };
  readonly service?: { readonly name: string; readonly eventBus?: string };
}

const accounts: readonly DeclaredAccount[] = readdirSync(join(sampleDirectory, "accounts")).map((file) =>
  parse(readFileSync(join(sampleDirectory, "accounts", file), "utf8")),
);
const declared: { network: { domains: Record<string, { talksTo: string[]; egress: boolean }> } } = parse(
  readFileSync(join(sampleDirectory, "landing-zone.yaml"), "utf8"),
);
const spokes = accounts.filter(({ network }) => network !== undefined);

/** A firewall, endpoints, a shared VPC, and networks on premises. */
const everything = loadZone(join(__dirname, "../../zones/everything"));

let [page, rich] = ["", ""];
beforeAll(async () => {
  page = await pageOf(sample);
  rich = await pageOf(everything);
});

/** Arrows of a picture, read from the file's markup alone: `FROM → TO`, one for each direction. */
function drawnIn(picture: string): readonly string[] {
  const svg = new RegExp(`<svg[^>]*aria-labelledby="${picture}-title"[^]*?</svg>`).exec(page)?.[0] ?? "";
  const edges = [...svg.matchAll(/<g class="edge [^"]*" data-from="([^"]*)" data-to="([^"]*)"( data-both="true")?/g)];
  return edges.flatMap(([, from = "", to = "", both]) => [
    `${from} → ${to}`,
    ...(both === undefined ? [] : [`${to} → ${from}`]),
  ]);
}

interface FileData {
  readonly map: {
    readonly network: {
      readonly groups: readonly { readonly name: string; readonly members: readonly { readonly name: string }[] }[];
      readonly reaches: readonly { readonly from: string; readonly to: string }[];
    };
    readonly events: readonly {
      readonly bus: string;
      readonly event: string;
      readonly publishers: readonly { readonly account: string }[];
      readonly subscribers: readonly { readonly account: string; readonly subscription: string }[];
    }[];
  };
}

function dataOf(page: string): FileData {
  return JSON.parse(/<script type="application\/json" id="map-data">([^]*?)<\/script>/.exec(page)?.[1] ?? "");
}

/** Whether a file says that one network, or the internet or endpoints, is reached from another. */
function reached(file: string, from: string, to: string): boolean {
  const { groups, reaches } = dataOf(file).map.network;
  const groupOf = (name: string): string =>
    groups.find(({ members }) => members.some((member) => member.name === name))?.name ?? name;
  return reaches.some((each) => each.from === groupOf(from) && each.to === groupOf(to));
}

describe("the network's edges in the file", () => {
  test("are, for every two spokes, what the domains declare", () => {
    const wrong = spokes.flatMap((one) =>
      spokes.filter((other) => {
        const talks = declared.network.domains[one.network?.domain ?? ""]?.talksTo.includes(
          other.network?.domain ?? "",
        );
        return other !== one && reached(page, one.name, other.name) !== talks;
      }),
    );
    expect(spokes.length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });

  test.each([
    ["the sample", sample, () => page, ["internet"]],
    ["a zone with everything", everything, () => rich, ["internet", "endpoint:ssm"]],
  ] as const)("are, for every two networks of %s, what the reachability check answers", (_name, zone, file, others) => {
    const { groups } = dataOf(file()).map.network;
    const names = groups.flatMap(({ members }) => members.map(({ name }) => name));
    const wrong = names.flatMap((from) =>
      [...names, ...others]
        .filter((to) => to !== from)
        .filter((to) => {
          const { reachable } = reachability(zone, { from, to, protocol: "tcp", port: 443 });
          return reached(file(), from, to.startsWith("endpoint:") ? "endpoints" : to) !== reachable;
        })
        .map((to) => `${from} → ${to}`),
    );
    expect(names.length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });

  test("are all drawn, and nothing else is", () => {
    const { reaches } = dataOf(page).map.network;
    expect([...drawnIn("network")].sort()).toEqual(reaches.map(({ from, to }) => `${from} → ${to}`).sort());
    expect(drawnIn("network")).toContain("nonprod → shared");
    expect(drawnIn("network")).not.toContain("nonprod → prod");
  });
});

describe("the events in the file", () => {
  /** From the accounts' files and the services' declarations. */
  const expected = accounts.flatMap((publisher) =>
    accounts.flatMap((subscriber) => {
      const bus = publisher.service?.eventBus;
      if (bus === undefined || subscriber.service?.eventBus !== bus) return [];
      const sent = serviceNamed(publisher.service?.name ?? "").events?.publishes ?? [];
      const taken = Object.entries(serviceNamed(subscriber.service.name).events?.subscribes ?? {});
      return sent.flatMap((local) => {
        const event = `${publisher.service?.name ?? ""}/${local}`;
        return taken
          .filter(([, events]) => events.includes(event))
          .map(([subscription]) => ({ bus, event, from: publisher, to: subscriber, subscription }));
      });
    }),
  );

  test("go, account by account, where the services declare", () => {
    const found = dataOf(page).map.events.flatMap(({ bus, event, publishers, subscribers }) =>
      publishers.flatMap((from) =>
        subscribers.map((to) => `${bus} ${event} ${from.account} → ${to.account} ${to.subscription}`),
      ),
    );
    const wanted = expected.map(
      ({ bus, event, from, to, subscription }) => `${bus} ${event} ${from.name} → ${to.name} ${subscription}`,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect([...found].sort()).toEqual([...wanted].sort());
  });

  test("are drawn between the services, and nothing else is", () => {
    const wanted = expected.map(
      ({ bus, from, to }) => `${bus}/${from.service?.name ?? ""} → ${bus}/${to.service?.name ?? ""}`,
    );
    expect([...drawnIn("events")].sort()).toEqual([...new Set(wanted)].sort());
  });
});
