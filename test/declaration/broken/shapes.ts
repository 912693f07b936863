import { type BrokenCase, edit, shop, vault, zone } from "./case";

/** Keys and values of the wrong shape. */
export const brokenShapes: readonly BrokenCase[] = [
  {
    code: "LF1201",
    change: edit(shop, "organizationalUnit:", "organisationalUnit:"),
    says: ['accounts/shop.yaml:2:1 LF1201 unknown key "organisationalUnit"; did you mean organizationalUnit?'],
  },
  {
    code: "LF1202",
    change: edit(zone, "  home: eu-west-1\n", ""),
    says: ['landing-zone.yaml:5:1 LF1202 the key "home" is missing'],
  },
  {
    code: "LF1203",
    change: edit(zone, "retentionDays: 60", "retentionDays: two months"),
    says: ['landing-zone.yaml:20:18 LF1203 expected a number, found the text "two months"'],
  },
  {
    code: "LF1204",
    change: edit(zone, "core: {}", "core:"),
    says: ['landing-zone.yaml:10:3 LF1204 "core" has no value; expected keys with values'],
  },
  {
    code: "LF1205",
    change: edit(vault, "security-tooling", "security-toolng"),
    says: [
      'accounts/vault.yaml:2:21 LF1205 "security-toolng" is not allowed here; one of management, log-archive, audit, security-tooling, network, shared-services, workload; did you mean security-tooling?',
    ],
  },
  {
    code: "LF1206",
    change: edit(shop, "prefixLength: 23", "prefixLength: 30"),
    says: ["accounts/shop.yaml:4:40 LF1206 30 is out of range; it must be at most 26"],
  },
  {
    code: "LF1207",
    change: edit(shop, "title: CFO", 'title: ""'),
    says: ["accounts/shop.yaml:12:74 LF1207 the text is empty"],
  },
  {
    code: "LF1208",
    change: edit(zone, "governed: [eu-west-1]", "governed: []"),
    says: ["landing-zone.yaml:7:13 LF1208 the list is empty; it must have at least 1"],
  },
  {
    code: "LF1209",
    change: edit(zone, "lockDays: 30", "lockDays: 30.5"),
    says: ["landing-zone.yaml:21:13 LF1209 expected a whole number, found 30.5"],
  },
  {
    code: "LF1210",
    change: edit(shop, "owner: team", "owner: The Team"),
    says: [
      'accounts/shop.yaml:3:8 LF1210 "The Team" is not a name of lower-case letters, digits and single hyphens that starts with a letter',
    ],
  },
  {
    code: "LF1211",
    change: edit(zone, "eu-west-2", "Ireland"),
    says: ['landing-zone.yaml:8:24 LF1211 "Ireland" is not an AWS region code such as eu-west-1'],
  },
  {
    code: "LF1212",
    change: edit(zone, "10.8.0.0/21", "10.8.0.256/21"),
    says: ['landing-zone.yaml:13:9 LF1212 "10.8.0.256/21" is not an IPv4 range in CIDR notation such as 10.0.0.0/12'],
  },
  {
    code: "LF1213",
    change: edit(shop, "ann@tiny.example", "ann at tiny"),
    says: ['accounts/shop.yaml:12:32 LF1213 "ann at tiny" is not an email address'],
  },
  {
    code: "LF1214",
    change: edit(zone, "serviceSuffix: tiny.example", "serviceSuffix: tiny_example"),
    says: [
      'landing-zone.yaml:18:18 LF1214 "tiny_example" is not a DNS name in lower case, labels of at most 63, such as services.example.com',
    ],
  },
  {
    code: "LF1215",
    change: edit(shop, "apps/live", "/apps/live/"),
    says: ['accounts/shop.yaml:2:21 LF1215 "/apps/live/" is not a path of organizational units such as workloads/prod'],
  },
  {
    code: "LF1216",
    change: edit(zone, "core: {}", "core: {}\n  side/projects: {}"),
    says: [
      'landing-zone.yaml:11:3 LF1216 "side/projects" is not an organizational unit\'s name; write a slash in it as %2F and a space at its end as %20',
    ],
  },
  {
    code: "LF1217",
    change: edit(zone, "ReadOnlyAccess", "Read only"),
    says: [
      'landing-zone.yaml:26:53 LF1217 "Read only" is not the name of an AWS managed policy such as ReadOnlyAccess',
    ],
  },
  {
    code: "LF1218",
    change: edit(zone, "aws+{account}@tiny.example", "aws@tiny.example"),
    says: [
      'landing-zone.yaml:4:17 LF1218 "aws@tiny.example" is not an email address with {account} once before the @, such as aws+{account}@example.com',
    ],
  },
  {
    code: "LF1219",
    change: edit(zone, "deployment:", "deployment:\n  stateBucket: Tiny.State"),
    says: [
      'landing-zone.yaml:31:16 LF1219 "Tiny.State" is not a bucket\'s name: 3 to 63 lower-case letters, digits and hyphens',
    ],
  },
  {
    code: "LF1220",
    change: edit(zone, "estate: tiny", 'estate: "tiny?"'),
    says: ['landing-zone.yaml:33:11 LF1220 "tiny?" is not a tag: letters, digits, spaces and _ . : / = + - @'],
  },
  {
    code: "LF1221",
    change: edit(shop, "stage: live", "aws:stage: live"),
    says: ['accounts/shop.yaml:14:3 LF1221 the tag "aws:stage" starts with aws:, which is reserved'],
  },
  {
    code: "LF1222",
    change: edit(zone, "owner: tiny", "owner: tiny/shop"),
    says: [
      'landing-zone.yaml:31:20 LF1222 "tiny/shop" is not a GitHub user or organisation: letters, digits and single hyphens',
    ],
  },
  {
    code: "LF1223",
    change: edit(shop, "shop-orders", '"*"'),
    says: ['accounts/shop.yaml:9:15 LF1223 "*" is not a repository\'s name without its owner'],
  },
  {
    code: "LF1224",
    change: edit(shop, "+1 555", "ask Ann"),
    says: [
      'accounts/shop.yaml:12:57 LF1224 "ask Ann" is not a telephone number: digits, spaces and ( ) + -, at most 25',
    ],
  },
];
