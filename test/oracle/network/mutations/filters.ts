import { anySpoke, type Draft, shared } from "./draft";
import { everywhere, type Mutations } from "./mutation";

type Rule = Readonly<Record<string, unknown>>;

const all: Rule = { rule_no: 100, protocol: "-1", action: "allow", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 };
const tcp = (no: number, action: string, from: number, to: number, cidr = "0.0.0.0/0"): Rule => ({
  rule_no: no,
  protocol: "tcp",
  action,
  cidr_block: cidr,
  from_port: from,
  to_port: to,
});

const privateSubnets = ["${aws_subnet.private-a.id}", "${aws_subnet.private-b.id}"];
const attachmentSubnets = ["${aws_subnet.attachment-a.id}", "${aws_subnet.attachment-b.id}"];

function addAcl(
  draft: Draft,
  stack: string,
  subnets: readonly string[],
  ingress: readonly Rule[],
  egress: readonly Rule[],
): void {
  const vpc = stack === "network" ? "egress" : "spoke";
  draft.of(stack, "aws_network_acl")["extra"] = {
    vpc_id: `\${aws_vpc.${vpc}.id}`,
    subnet_ids: subnets,
    ingress,
    egress,
  };
}

const everybody: Rule = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] };

/** Network ACLs and security groups. */
export const filterMutations: Mutations = {
  "a spoke's default ACL without rules": {
    does: (draft, from) => {
      draft.of(anySpoke(from).name, "aws_default_network_acl")["spoke"] = {
        default_network_acl_id: "${aws_vpc.spoke.default_network_acl_id}",
      };
    },
  },
  "an ACL that lets everything pass": {
    does: (draft, from) => addAcl(draft, anySpoke(from).name, privateSubnets, [all], [all]),
    harmless: everywhere("it lets pass what the default ACL lets pass"),
  },
  "an ACL that denies before it allows": {
    does: (draft, from) =>
      addAcl(draft, anySpoke(from).name, privateSubnets, [tcp(50, "deny", 443, 443, shared.range), all], [all]),
  },
  "an ACL that denies after it allows": {
    does: (draft, from) =>
      addAcl(draft, anySpoke(from).name, privateSubnets, [tcp(150, "deny", 443, 443, shared.range), all], [all]),
    harmless: everywhere("the rule with the lower number decides"),
  },
  "an ACL without a rule for answers": {
    does: (draft, from) => addAcl(draft, anySpoke(from).name, privateSubnets, [all], [tcp(100, "allow", 443, 443)]),
  },
  "an ACL that answers do not come in through": {
    does: (draft, from) => addAcl(draft, anySpoke(from).name, privateSubnets, [tcp(100, "allow", 443, 443)], [all]),
  },
  "an ACL of one subnet of a spoke": {
    does: (draft, from) => addAcl(draft, anySpoke(from).name, privateSubnets.slice(0, 1), [], []),
  },
  "an ACL of a spoke's attachment subnets that lets nothing in": {
    does: (draft, from) => addAcl(draft, anySpoke(from).name, attachmentSubnets, [], [all]),
  },
  "an ACL of the egress VPC's attachment subnets that lets nothing out": {
    does: (draft) => addAcl(draft, "network", attachmentSubnets, [all], []),
    harmless: { sample: "without NAT gateways nothing goes out there from the Transit Gateway" },
  },
  "an ACL of the egress VPC's public subnets without answers": {
    does: (draft) => {
      const subnets = ["${aws_subnet.public-a.id}", "${aws_subnet.public-b.id}"];
      addAcl(draft, "network", subnets, [tcp(100, "allow", 0, 1023)], [all]);
    },
    harmless: { sample: "nothing comes in there without NAT gateways; what goes out is let out" },
  },
  "a default security group that lets in": {
    does: (draft, from) => {
      draft.at(anySpoke(from).name, "aws_default_security_group", "spoke")["ingress"] = [everybody];
    },
  },
  "a default security group that lets out": {
    does: (draft) => {
      draft.at("network", "aws_default_security_group", "egress")["egress"] = [everybody];
    },
  },
  "a default security group left as AWS makes it": {
    does: (draft, from) => draft.remove(anySpoke(from).name, "aws_default_security_group", "spoke"),
  },
  "a rule of its own for a default security group": {
    does: (draft, from) => {
      draft.of(anySpoke(from).name, "aws_vpc_security_group_ingress_rule")["extra"] = {
        security_group_id: "${aws_vpc.spoke.default_security_group_id}",
        ip_protocol: "tcp",
        from_port: 22,
        to_port: 22,
        cidr_ipv4: "10.0.0.0/12",
      };
    },
  },
  "a security group that nobody is in": {
    does: (draft, from) => {
      draft.of(anySpoke(from).name, "aws_security_group")["extra"] = {
        vpc_id: "${aws_vpc.spoke.id}",
        ingress: [everybody],
        egress: [everybody],
      };
    },
    harmless: everywhere("routes and ACLs decide who reaches whom of hosts whose groups let everything pass"),
  },
};
