import { anySpoke, type Draft, neighbour, shared, type Spoke, strangers } from "./draft";
import { everywhere, type Mutations } from "./mutation";

const association = "aws_ec2_transit_gateway_route_table_association";
const propagation = "aws_ec2_transit_gateway_route_table_propagation";
const route = "aws_ec2_transit_gateway_route";
const pool = "10.0.0.0/12";

function propagate(draft: Draft, account: string, domain: string): void {
  draft.of("routing", propagation)[`extra--${account}--${domain}`] = {
    transit_gateway_attachment_id: draft.attachment(account),
    transit_gateway_route_table_id: draft.table(domain),
  };
}

/** A static route of a domain's table; without an attachment a blackhole. */
function addRoute(draft: Draft, domain: string, range: string, attachment?: string): void {
  draft.of("routing", route)[`extra--${domain}--${range.replace(/\W/g, "-")}`] = {
    destination_cidr_block: range,
    transit_gateway_route_table_id: draft.table(domain),
    ...(attachment === undefined ? { blackhole: true } : { transit_gateway_attachment_id: attachment }),
  };
}

function associate(draft: Draft, account: string, table: string): void {
  draft.at("routing", association, account)["transit_gateway_route_table_id"] = draft.table(table);
}

function swap(draft: Draft, one: Spoke, other: Spoke): void {
  draft.at("routing", association, one.name)["transit_gateway_attachment_id"] = draft.attachment(other.name);
  draft.at("routing", association, other.name)["transit_gateway_attachment_id"] = draft.attachment(one.name);
}

const alike =
  "the tables of prod and nonprod hold the same routes: to the shared spoke, to the egress VPC, the blackhole";
const noNat = "without NAT gateways nothing comes back through the egress VPC anyway";

/** Associations, propagations and routes of the Transit Gateway. */
export const hubMutations: Mutations = {
  "a spoke associated with the shared domain's table": {
    does: (draft, from) => associate(draft, anySpoke(from).name, "shared"),
  },
  "the shared spoke associated with a domain's table": {
    does: (draft, from) => associate(draft, shared.name, anySpoke(from).domain),
  },
  "a spoke of prod associated with nonprod's table, or the other way round": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      associate(draft, one.name, other.domain);
    },
    harmless: everywhere(`${alike}; where answers go the propagations decide`),
  },
  "a spoke associated with the egress VPC's table": {
    does: (draft, from) => associate(draft, anySpoke(from).name, "egress"),
  },
  "a spoke without association": {
    does: (draft, from) => draft.remove("routing", association, anySpoke(from).name),
  },
  "the shared spoke without association": {
    does: (draft) => draft.remove("routing", association, shared.name),
  },
  "the egress VPC without association": {
    does: (draft) => draft.remove("routing", association, "egress"),
  },
  "the egress VPC associated with a domain's table": {
    does: (draft, from) => associate(draft, "egress", anySpoke(from).domain),
  },
  "the attachments of prod and nonprod swapped in their associations": {
    does: (draft, from) => swap(draft, ...strangers(from)),
    harmless: everywhere(`${alike}; where answers go the propagations decide`),
  },
  "a spoke's attachment swapped with the shared spoke's in their associations": {
    does: (draft, from) => swap(draft, anySpoke(from), shared),
  },
  "a stranger's attachment in the shared spoke's propagation": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      const there = draft.at("routing", propagation, `${shared.name}--${one.domain}`);
      there["transit_gateway_attachment_id"] = draft.attachment(other.name);
    },
  },
  "an attachment associated twice": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      draft.of("routing", association)["again"] = {
        transit_gateway_attachment_id: draft.attachment(one.name),
        transit_gateway_route_table_id: draft.table(other.domain),
      };
    },
  },
  "an association of an attachment that does not exist": {
    does: (draft, from) => {
      draft.at("routing", association, anySpoke(from).name)["transit_gateway_attachment_id"] = "tgw-attach-0000";
    },
  },
  "a stranger propagated one way": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      propagate(draft, one.name, other.domain);
    },
  },
  "strangers propagated both ways": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      propagate(draft, one.name, other.domain);
      propagate(draft, other.name, one.domain);
    },
  },
  "a domain's spoke propagated to its own domain": {
    does: (draft, from) => {
      const one = anySpoke(from);
      propagate(draft, one.name, one.domain);
      propagate(draft, neighbour(one).name, one.domain);
    },
  },
  "the egress VPC propagated to a domain": {
    does: (draft, from) => {
      draft.of("routing", propagation)["extra--egress"] = {
        transit_gateway_attachment_id: draft.id("egress-attachment"),
        transit_gateway_route_table_id: draft.table(anySpoke(from).domain),
      };
    },
  },
  "a propagation to the shared domain removed": {
    does: (draft, from) => draft.remove("routing", propagation, `${anySpoke(from).name}--shared`),
  },
  "the shared spoke's propagation to a domain removed": {
    does: (draft, from) => draft.remove("routing", propagation, `${shared.name}--${anySpoke(from).domain}`),
  },
  "a propagation to the egress VPC's table removed": {
    does: (draft, from) => draft.remove("routing", propagation, `${anySpoke(from).name}--egress`),
  },
  "a domain's blackhole removed": {
    does: (draft, from) => draft.remove("routing", route, `blackhole--${anySpoke(from).domain}`),
  },
  "every domain's blackhole removed": {
    does: (draft) => {
      for (const domain of ["prod", "nonprod", "shared"]) draft.remove("routing", route, `blackhole--${domain}`);
    },
  },
  "a blackhole turned into a route to the egress VPC": {
    does: (draft, from) => {
      const blackhole = draft.at("routing", route, `blackhole--${anySpoke(from).domain}`);
      delete blackhole["blackhole"];
      blackhole["transit_gateway_attachment_id"] = draft.id("egress-attachment");
    },
  },
  "a blackhole and the default route of a domain removed": {
    does: (draft, from) => {
      const { domain } = anySpoke(from);
      draft.remove("routing", route, `blackhole--${domain}`);
      draft.remove("routing", route, `default--${domain}`);
    },
    harmless: { sample: "what no route matches is dropped as by a blackhole, and the default route led nowhere" },
  },
  "a domain's default route removed": {
    does: (draft, from) => draft.remove("routing", route, `default--${anySpoke(from).domain}`),
    harmless: { sample: noNat },
  },
  "a domain's default route to another spoke": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      const attachment = draft.attachment(other.name);
      draft.at("routing", route, `default--${one.domain}`)["transit_gateway_attachment_id"] = attachment;
    },
    harmless: { sample: `${noNat}; the blackhole of the pool is longer than the default route` },
  },
  "the default route and no blackhole, to another spoke": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      draft.remove("routing", route, `blackhole--${one.domain}`);
      const attachment = draft.attachment(other.name);
      draft.at("routing", route, `default--${one.domain}`)["transit_gateway_attachment_id"] = attachment;
    },
  },
  "a static route to a stranger": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      addRoute(draft, one.domain, other.range, draft.attachment(other.name));
    },
  },
  "a static route in place of the propagated one, to another spoke": {
    does: (draft, from) => {
      const one = anySpoke(from);
      addRoute(draft, "shared", one.range, draft.attachment(neighbour(one).name));
    },
  },
  "a static route in place of the propagated one, to the same spoke": {
    does: (draft, from) => {
      const one = anySpoke(from);
      addRoute(draft, "shared", one.range, draft.attachment(one.name));
    },
    harmless: everywhere("a static route that says what the propagated one says"),
  },
  "a blackhole of a range that is propagated": {
    does: (draft, from) => addRoute(draft, "shared", anySpoke(from).range),
  },
  "a blackhole of a part of a range that is propagated": {
    does: (draft, from) => addRoute(draft, "shared", anySpoke(from).range.replace("/22", "/24")),
  },
  "a blackhole around a range that is propagated": {
    does: (draft, from) => addRoute(draft, "shared", anySpoke(from).range.replace(/\.\d+\.0\/22/, ".0.0/16")),
    harmless: everywhere("the propagated route has the longer prefix"),
  },
  "a second static route to the pool": {
    does: (draft, from) => addRoute(draft, anySpoke(from).domain, pool, draft.attachment(shared.name)),
  },
  "the internet's route through the pool's blackhole": {
    does: (draft, from) => addRoute(draft, anySpoke(from).domain, "203.0.113.0/24"),
    harmless: { sample: noNat },
  },
};
