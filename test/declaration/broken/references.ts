import { both, edit, ids, policy, ranges, remove, shop, write, zone, type BrokenCase, imports } from "./case";

/** Networks, logs, guardrails and lock files that contradict what is declared. */
export const brokenReferences: readonly BrokenCase[] = [
  {
    code: "LF1501",
    change: edit(shop, "domain: live", "domain: lvie"),
    says: ["accounts/shop.yaml:4:20 LF1501 the route domain lvie is not declared; did you mean live?"],
  },
  {
    code: "LF1502",
    change: edit(zone, "talksTo: [test]", "talksTo: [test, stage]"),
    says: ["landing-zone.yaml:15:29 LF1502 the route domain stage is not declared; declared: live, test"],
  },
  {
    code: "LF1504",
    change: edit(zone, "talksTo: [live]", "talksTo: []"),
    says: ["landing-zone.yaml:15:23 LF1504 live talks to test, but test does not list live: answers would be lost"],
  },
  {
    code: "LF1505",
    change: edit(zone, "10.8.0.0/21", "10.8.1.0/21"),
    says: ["landing-zone.yaml:13:9 LF1505 10.8.1.0/21 is not a network address; did you mean 10.8.0.0/21?"],
  },
  {
    code: "LF1506",
    change: both(edit(zone, "10.8.0.0/21", "8.8.0.0/21"), remove(ranges)),
    says: [
      "landing-zone.yaml:13:9 LF1506 8.8.0.0/21 is not private; take a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10",
    ],
  },
  {
    code: "LF1507",
    change: both(edit(shop, "prefixLength: 23", "prefixLength: 20"), remove(ranges)),
    says: ["accounts/shop.yaml:4:40 LF1507 /20 is larger than the whole pool 10.8.0.0/21"],
  },
  {
    code: "LF1508",
    change: both(edit(shop, "prefixLength: 23", "prefixLength: 21"), remove(ranges)),
    says: [
      "accounts/shop.yaml:4:40 LF1508 the pool 10.8.0.0/21 has no room left for the 2048 addresses of shop; ask for a longer prefix than /21 or delete recorded ranges of accounts that are gone",
    ],
  },
  {
    code: "LF1509",
    change: edit(ranges, "10.8.2.0/23", "10.8.0.0/23"),
    says: [
      "addresses.lock.json:5:13 LF1509 10.8.0.0/23 of shop (accounts/shop.yaml) overlaps 10.8.0.0/24 of egress (landing-zone.yaml); neither network exists yet: delete the entry merged last, and `landfall deploy` allocates it anew",
    ],
  },
  {
    code: "LF1510",
    change: edit(ranges, "10.8.2.0/23", "10.9.2.0/23"),
    says: ["addresses.lock.json:5:13 LF1510 10.9.2.0/23 of shop lies outside the pool 10.8.0.0/21"],
  },
  {
    code: "LF1511",
    change: edit(ranges, "10.8.2.0/23", "10.8.3.0/23"),
    says: ["addresses.lock.json:5:13 LF1511 10.8.3.0/23 of shop is not a network address"],
  },
  {
    code: "LF1512",
    change: edit(shop, "prefixLength: 23", "prefixLength: 22"),
    says: [
      "accounts/shop.yaml:4:40 LF1512 /22 is asked for, but 10.8.2.0/23 is recorded for shop, and a VPC's range cannot change; keep /23, or move to a new account",
    ],
  },
  {
    code: "LF1513",
    change: edit(zone, "domains:\n", "domains:\n    egress: {}\n"),
    says: ["landing-zone.yaml:15:5 LF1513 egress is the route domain of the egress VPC; choose another name"],
  },
  {
    code: "LF1514",
    change: both(
      edit(zone, "network:", "network:\n  availabilityZones: 3"),
      edit(shop, "prefixLength: 23", "prefixLength: 26"),
      remove(ranges),
    ),
    says: ["accounts/shop.yaml:4:40 LF1514 /26 is too small for 3 availability zones"],
  },
  {
    code: "LF1601",
    change: edit(zone, "lockDays: 30", "lockDays: 90"),
    says: [
      "landing-zone.yaml:21:13 LF1601 logs are locked for 90 days but expire after 60; lock them no longer than they are kept",
    ],
  },
  {
    code: "LF1701",
    change: edit(zone, "deny-root-user", "deny-rot-user"),
    says: [
      "landing-zone.yaml:28:3 LF1701 the guardrail deny-rot-user is neither in the catalogue nor a file policies/deny-rot-user.json; did you mean deny-root-user?",
    ],
  },
  {
    code: "LF1702",
    change: edit(zone, "attachTo: [apps]", "attachTo: [aps]"),
    says: ["landing-zone.yaml:28:32 LF1702 there is no organizational unit aps; did you mean apps?"],
  },
  {
    code: "LF1703",
    change: edit(zone, "  no-gpu: { attachTo: [apps/live] }\n", ""),
    says: [
      "policies/no-gpu.json:1:1 LF1703 no guardrail uses this policy; declare guardrails.no-gpu or delete the file",
    ],
  },
  {
    code: "LF1704",
    change: (files) => void files.set("policies/deny-root-user.json", files.get(policy) ?? ""),
    says: [
      "landing-zone.yaml:28:3 LF1704 the catalogue has a guardrail deny-root-user; rename policies/deny-root-user.json",
    ],
  },
  {
    code: "LF1706",
    change: edit(policy, '"p*"', JSON.stringify(Array(1200).fill("p3.2xl"))),
    says: ["policies/no-gpu.json:1:1 LF1706 the policy has 10974 bytes without white space; AWS allows 10240"],
  },
  {
    code: "LF1711",
    change: edit(zone, "guardrails:\n", "guardrails:\n  deny-everything: { attachTo: [core] }\n"),
    says: ["landing-zone.yaml:28:33 LF1711 deny-everything at core would stop the landing zone itself: vault, wires"],
  },
  {
    code: "LF1751",
    change: edit(zone, "owner: tiny", "owner: tiny, repository: estate, approval: [org, apps/lvie]"),
    says: [
      "landing-zone.yaml:31:62 LF1751 apps/lvie is neither a stack nor an organizational unit of the zone; did you mean apps/live?",
    ],
  },
  {
    code: "LF1752",
    change: edit(zone, "owner: tiny", "owner: tiny, approval: [org]"),
    says: [
      "landing-zone.yaml:31:36 LF1752 nobody would ask for these approvals; name the zone's repository beside them",
    ],
  },
  {
    code: "LF1801",
    change: write(ids, '{ "version": 1, "ids": { "acount/shop": "111122223333" } }\n'),
    says: ['ids.lock.json:1:26 LF1801 "acount/shop" is not the name of an id; did you mean account/?'],
  },
  {
    code: "LF1802",
    change: write(ids, '{ "version": 1, "ids": { "account/shop": "1111-2222-3333" } }\n'),
    says: ['ids.lock.json:1:42 LF1802 "1111-2222-3333" is not an account id: twelve digits'],
  },
  {
    code: "LF1803",
    change: write(ids, '{ "version": 1, "ids": { "account/boss": "111122223333", "account/shop": "111122223333" } }\n'),
    says: ['ids.lock.json:1:74 LF1803 "111122223333" is locked for account/boss too; each account has its own id'],
  },
  {
    code: "LF1804",
    change: write(imports, '{ "version": 1, "imports": { "ogr": { "aws_iam_role.x": "x" } } }\n'),
    says: ["imports.json:1:30 LF1804 there is no stack ogr; did you mean org?"],
  },
];
