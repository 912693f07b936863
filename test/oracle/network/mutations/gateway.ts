import { anySpoke, shared } from "./draft";
import { everywhere, type Mutations } from "./mutation";

const gateway = "aws_ec2_transit_gateway";
const attachment = "aws_ec2_transit_gateway_vpc_attachment";
const association = "aws_ec2_transit_gateway_route_table_association";

/** The Transit Gateway itself, its share and its attachments. */
export const gatewayMutations: Mutations = {
  "the gateway's share without the organisation": {
    does: (draft) => draft.remove("network", "aws_ram_principal_association", "organization"),
  },
  "the gateway not in the share": {
    does: (draft) => draft.remove("network", "aws_ram_resource_association", "hub"),
  },
  "attachments that nobody accepts": {
    does: (draft) => {
      draft.at("network", gateway, "hub")["auto_accept_shared_attachments"] = "disable";
    },
  },
  "default association and propagation on, and a spoke without association": {
    does: (draft, from) => {
      const hub = draft.at("network", gateway, "hub");
      hub["default_route_table_association"] = "enable";
      hub["default_route_table_propagation"] = "enable";
      draft.remove("routing", association, anySpoke(from).name);
    },
  },
  "default propagation on": {
    does: (draft) => {
      draft.at("network", gateway, "hub")["default_route_table_propagation"] = "enable";
    },
    harmless: everywhere("no attachment is associated with the default table"),
  },
  "a spoke's attachment without one of its zones": {
    does: (draft, from) => {
      draft.at(anySpoke(from).name, attachment, "hub")["subnet_ids"] = ["${aws_subnet.attachment-a.id}"];
    },
  },
  "the egress VPC's attachment without one of its zones": {
    does: (draft) => {
      draft.at("network", attachment, "hub")["subnet_ids"] = ["${aws_subnet.attachment-a.id}"];
    },
  },
  "a spoke's attachment in its private subnets": {
    does: (draft, from) => {
      const subnets = ["${aws_subnet.private-a.id}", "${aws_subnet.private-b.id}"];
      draft.at(anySpoke(from).name, attachment, "hub")["subnet_ids"] = subnets;
    },
  },
  "a spoke attached to a gateway that does not exist": {
    does: (draft, from) => {
      draft.at(anySpoke(from).name, attachment, "hub")["transit_gateway_id"] = "tgw-0000";
    },
  },
  "the shared spoke without attachment": {
    does: (draft) => draft.remove(shared.name, attachment, "hub"),
  },
  "a spoke in the range of the shared spoke": {
    does: (draft, from) => {
      const { name, range } = anySpoke(from);
      const third = (cidr: string): number => Number(cidr.split(".")[2]);
      for (const part of [draft.at(name, "aws_vpc", "spoke"), ...Object.values(draft.of(name, "aws_subnet"))]) {
        const [a, b, c, d] = String(part["cidr_block"]).split(".");
        part["cidr_block"] = [a, b, Number(c) - third(range) + third(shared.range), d].join(".");
      }
    },
  },
};
