import { append, both, edit, shop, zone, type BrokenCase } from "./case";

/** What an adopted organisation's zone says beside others: policies on single accounts, names in AWS, what others manage. */
export const brokenAdoption: readonly BrokenCase[] = [
  {
    code: "LF1226",
    change: edit(zone, "  name: tiny\n", "  name: tiny\n  trustedServices: [backup]\n"),
    says: ['landing-zone.yaml:4:21 LF1226 "backup" is not a service principal such as backup.amazonaws.com'],
  },
  {
    code: "LF1227",
    change: edit(zone, "  name: tiny\n", "  name: tiny\n  policyTypes: [backup]\n"),
    says: ['landing-zone.yaml:4:17 LF1227 "backup" is not a policy type of AWS Organizations such as BACKUP_POLICY'],
  },
  {
    code: "LF1228",
    change: append(zone, "foreign:\n  accounts:\n    legacy: { name: legacy, email: legacy@tiny.example }\n"),
    says: ['landing-zone.yaml:36:5 LF1228 "legacy" is not an account id: twelve digits'],
  },
  {
    code: "LF1229",
    change: append(zone, "foreign:\n  policies:\n    legacy: { name: legacy, type: TAG_POLICY }\n"),
    says: ['landing-zone.yaml:36:5 LF1229 "legacy" is not a policy\'s id such as p-examplepolicyid111'],
  },
  {
    code: "LF1714",
    change: edit(zone, "no-gpu: { attachTo: [apps/live] }", "no-gpu: { accounts: [shp] }"),
    says: ["landing-zone.yaml:29:24 LF1714 there is no account shp; did you mean shop?"],
  },
  {
    code: "LF1711",
    change: edit(zone, "guardrails:\n", "guardrails:\n  deny-everything: { accounts: [vault] }\n"),
    says: ["landing-zone.yaml:28:33 LF1711 deny-everything at vault would stop the landing zone itself"],
  },
  {
    code: "LF1901",
    change: append(zone, "foreign:\n  organizationalUnits: [apps]\n"),
    says: [
      "landing-zone.yaml:35:25 LF1901 apps is declared under organizationalUnits; what is foreign is nobody's here",
    ],
  },
  {
    code: "LF1902",
    change: both(
      append(zone, 'foreign:\n  accounts:\n    "111122223333": { name: Shop, email: shop@tiny.example }\n'),
      edit(shop, "owner: team", "owner: team\nemail: Shop@tiny.example"),
    ),
    says: ["accounts/shop.yaml:4:8 LF1902 the foreign account 111122223333 has this email; declare it in one place"],
  },
];
