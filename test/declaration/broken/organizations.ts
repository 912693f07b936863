import { boss, both, edit, remove, shop, vault, write, zone, type BrokenCase } from "./case";

/** An organisation that contradicts itself: regions, units, accounts, access. */
export const brokenOrganizations: readonly BrokenCase[] = [
  {
    code: "LF1225",
    change: edit(shop, "owner: team", "owner: team\ndisplayName: Shöp"),
    says: ['accounts/shop.yaml:4:14 LF1225 "Shöp" is not a name of 1 to 50 printable ASCII characters but < and >'],
  },
  {
    code: "LF1416",
    change: edit(vault, "owner: team", "owner: team\nstatus: suspended"),
    says: ["accounts/vault.yaml:5:9 LF1416 an account with a role of the landing zone stays active; found suspended"],
  },
  {
    code: "LF1417",
    change: edit(shop, "owner: team", "owner: team\nstatus: suspended"),
    says: [
      "accounts/shop.yaml:4:9 LF1417 a suspended account goes to the organizational unit suspended; declare it under organizationalUnits",
    ],
  },
  {
    code: "LF1418",
    change: edit(zone, "tags:\n  estate: tiny", "tags:\n  estate: tiny\nevents:\n  buses: { live: {} }"),
    says: [
      "landing-zone.yaml:35:3 LF1418 event buses are in the account of the role shared-services, which no account has",
    ],
  },
  {
    code: "LF1419",
    change: edit(shop, "repository: shop-orders", "repository: shop-orders\n  eventBus: live"),
    says: ["accounts/shop.yaml:10:13 LF1419 the zone declares no event bus live; there are none"],
  },
  {
    code: "LF1301",
    change: edit(zone, "allowed: [eu-west-1, eu-west-2]", "allowed: [eu-west-1, eu-wset-2]"),
    says: ["landing-zone.yaml:8:24 LF1301 eu-wset-2 is not a region of AWS; did you mean eu-west-2?"],
  },
  {
    code: "LF1302",
    change: edit(zone, "governed: [eu-west-1]", "governed: [eu-west-2]"),
    says: ["landing-zone.yaml:7:13 LF1302 the home region eu-west-1 is not governed; add it to regions.governed"],
  },
  {
    code: "LF1303",
    change: edit(zone, "governed: [eu-west-1]", "governed: [eu-west-1, eu-north-1]"),
    says: ["landing-zone.yaml:7:25 LF1303 eu-north-1 is governed but not allowed; add it to regions.allowed"],
  },
  {
    code: "LF1304",
    change: edit(zone, "eu-west-2", "cn-north-1"),
    says: ["landing-zone.yaml:8:24 LF1304 cn-north-1 is of partition aws-cn, the home region of aws"],
  },
  {
    code: "LF1305",
    change: edit(shop, "team: [reader]", "team: [reader, reader]"),
    says: ['accounts/shop.yaml:6:18 LF1305 "reader" is listed twice; keep one'],
  },
  {
    code: "LF1306",
    change: edit(zone, "{ live: {} }", "{ live: { a: { b: { c: { d: {} } } } } }"),
    says: ["landing-zone.yaml:11:34 LF1306 apps/live/a/b/c/d is 6 levels deep; AWS allows 5 below the root"],
  },
  {
    code: "LF1307",
    change: edit(zone, "core: {}", "core: {}\n  Core: {}"),
    says: ["landing-zone.yaml:10:3 LF1307 core differs from its sibling Core only in case"],
  },
  {
    code: "LF1308",
    change: edit(zone, "core: {}", "core: {}\n  root: {}"),
    says: [
      "landing-zone.yaml:11:3 LF1308 no organizational unit may be called root; root stands for the organisation's root",
    ],
  },
  {
    code: "LF1309",
    change: edit(shop, "owner: team", `owner: team\nemail: ${"a".repeat(52)}@tiny.example`),
    says: [
      'accounts/shop.yaml:4:8 LF1309 the root email "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@tiny.example" has 65 characters; AWS allows 64',
    ],
  },
  {
    code: "LF1310",
    change: edit(zone, "{account}@tiny.example", "{account}@tiny"),
    says: [
      'landing-zone.yaml:4:17 LF1310 "aws+{account}@tiny" does not become an email address; orders would get "aws+orders@tiny"',
    ],
  },
  {
    code: "LF1311",
    change: edit(zone, "deployment:", "deployment:\n  stateBucket: tiny-s3alias"),
    says: [
      "landing-zone.yaml:31:16 LF1311 tiny-s3alias contains -s3alias, which S3 keeps for itself; choose another name",
    ],
  },
  {
    code: "LF1312",
    change: edit(shop, "tags:\n", `tags:\n${Array.from({ length: 46 }, (_, index) => `  t${index}: x\n`).join("")}`),
    says: [
      "accounts/shop.yaml:13:1 LF1312 resources would have 51 tags: the zone's, the account's and 3 of Landfall; AWS allows 50",
    ],
  },
  {
    code: "LF1401",
    change: write("accounts/stand.yaml", "name: shop\norganizationalUnit: core\nowner: team\n"),
    says: [
      "accounts/stand.yaml:1:7 LF1401 the account shop is declared in accounts/shop.yaml too; account names are unique",
    ],
  },
  {
    code: "LF1402",
    change: edit(boss, "owner: team", "owner: team\nemail: AWS+Shop@tiny.example"),
    says: [
      'accounts/shop.yaml:1:7 LF1402 the root email "aws+shop@tiny.example" is that of accounts/boss.yaml too; AWS takes each once',
    ],
  },
  {
    code: "LF1403",
    change: edit(shop, "apps/live", "apps/lvie"),
    says: ["accounts/shop.yaml:2:21 LF1403 the organizational unit apps/lvie is not declared; did you mean apps/live?"],
  },
  {
    code: "LF1404",
    change: edit(boss, "organizationalUnit: root", "organizationalUnit: core"),
    says: ["accounts/boss.yaml:3:21 LF1404 the management account stays at root, where AWS puts it; found core"],
  },
  {
    code: "LF1405",
    change: edit(shop, "organizationalUnit: apps/live", "organizationalUnit: root"),
    says: [
      "accounts/shop.yaml:2:21 LF1405 only the management account is at root; put this one in one of apps, core, apps/live",
    ],
  },
  {
    code: "LF1406",
    change: edit(shop, "owner: team", "owner: team\nrole: network"),
    says: [
      "accounts/wires.yaml:2:7 LF1406 the role network is claimed in accounts/shop.yaml too; one account holds it",
    ],
  },
  {
    code: "LF1407",
    change: remove("accounts/wires.yaml"),
    says: ["landing-zone.yaml:1:1 LF1407 no account has the role network; every zone needs one that does"],
  },
  {
    code: "LF1408",
    change: edit(vault, "[log-archive,", "[workload, log-archive,"),
    says: [
      "accounts/vault.yaml:2:7 LF1408 workload means none of the landing zone's own roles; take it out of workload, log-archive, security-tooling",
    ],
  },
  {
    code: "LF1409",
    change: edit(boss, "owner: team", "owner: team\nservice: { name: orders }"),
    says: [
      "accounts/boss.yaml:5:1 LF1409 the management account runs no service: service control policies do not bind it",
    ],
  },
  {
    code: "LF1410",
    change: edit(shop, "  team: [reader]", "  teem: [reader]"),
    says: ["accounts/shop.yaml:6:3 LF1410 the group teem is not declared; did you mean team?"],
  },
  {
    code: "LF1411",
    change: edit(shop, "[reader]", "[raeder]"),
    says: ["accounts/shop.yaml:6:10 LF1411 the permission set raeder is not declared; did you mean reader?"],
  },
  {
    code: "LF1412",
    change: edit(zone, "serviceSuffix: tiny", `serviceSuffix: ${Array(5).fill("a".repeat(49)).join(".")}`),
    says: ["accounts/shop.yaml:1:7 LF1412 the service's domain would have 262 characters; DNS allows 253"],
  },
  {
    code: "LF1413",
    change: write("accounts/shop-payments.yaml", "name: shop-payments\norganizationalUnit: core\nowner: team\n"),
    says: [
      "accounts/shop-payments.yaml:1:7 LF1413 the account shop-payments and the service of shop (accounts/shop.yaml) would both have the stack shop-payments; rename one",
    ],
  },
  {
    code: "LF1413",
    change: both(
      write("accounts/shop-dns.yaml", "name: shop-dns\norganizationalUnit: core\nowner: team\n"),
      edit(zone, "dns:\n", "dns:\n  privateSuffix: corp.example\n"),
    ),
    says: [
      "accounts/shop-dns.yaml:1:7 LF1413 the account shop-dns and the private DNS of shop (accounts/shop.yaml) would both have the stack shop-dns; rename one",
    ],
  },
  {
    code: "LF1414",
    change: write("accounts/egress.yaml", "name: egress\norganizationalUnit: core\nowner: team\n"),
    says: ["accounts/egress.yaml:1:7 LF1414 egress names the egress VPC; choose another account name"],
  },
  {
    code: "LF1415",
    change: edit(shop, "name: payments", "name: oders"),
    says: ["accounts/shop.yaml:8:9 LF1415 there is no service oders in workloads/services; did you mean orders?"],
  },
];
