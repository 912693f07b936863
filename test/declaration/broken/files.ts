import { append, boss, edit, ids, policy, remove, shop, vault, write, zone, type BrokenCase } from "./case";

/** Files that are missing, misplaced or unreadable, and text that is not YAML or JSON. */
export const brokenFiles: readonly BrokenCase[] = [
  {
    code: "LF1002",
    change: remove(zone),
    says: ["landing-zone.yaml:1:1 LF1002 the file is missing; every zone has one"],
  },
  {
    code: "LF1003",
    change: write(shop, { unreadable: "permission denied" }),
    says: ["accounts/shop.yaml:1:1 LF1003 cannot be read: permission denied"],
  },
  {
    code: "LF1004",
    change: append(zone, `#${" ".repeat(600_000)}`),
    says: ["landing-zone.yaml:1:1 LF1004 the file is larger than 512 KiB"],
  },
  {
    code: "LF1005",
    change: write(shop, Buffer.from("name: shop\n", "utf16le")),
    says: ["accounts/shop.yaml:1:1 LF1005 the file is not UTF-8 text; save it as UTF-8"],
  },
  {
    code: "LF1006",
    change: remove(boss, shop, vault, "accounts/wires.yaml"),
    says: ["landing-zone.yaml:1:1 LF1006 no account is declared; each is a file accounts/<account>.yaml"],
  },
  {
    code: "LF1007",
    change: write("accounts/lab.yml", "name: lab\n"),
    says: ["accounts/lab.yml:1:1 LF1007 only files named <name>.yaml belong in accounts/; rename it to end with .yaml"],
  },
  {
    code: "LF1008",
    change: write("policies/notes.md", "# Notes\n"),
    says: ["policies/notes.md:1:1 LF1008 only files named <name>.json belong in policies/; move it elsewhere"],
  },
  {
    code: "LF1009",
    change: edit(boss, "name: boss", "name: chief"),
    says: ["accounts/boss.yaml:1:7 LF1009 the account chief is in a file named boss.yaml; rename one of the two"],
  },
  {
    code: "LF1010",
    change: write(shop, "# to do\n"),
    says: ["accounts/shop.yaml:1:1 LF1010 the file holds only comments"],
  },
  {
    code: "LF1101",
    change: edit(zone, "home: eu-west-1", 'home: "eu-west-1'),
    says: ["landing-zone.yaml:6:9 LF1101 not valid YAML: the quote that opens here is not closed"],
  },
  {
    code: "LF1102",
    change: append(boss, "owner: team\n"),
    says: ['accounts/boss.yaml:5:1 LF1102 the key "owner" is given twice; keep one'],
  },
  {
    code: "LF1103",
    change: edit(zone, "governed: [eu-west-1]", "governed: &g [eu-west-1]"),
    says: ["landing-zone.yaml:7:16 LF1103 &g is an anchor; write values out"],
  },
  {
    code: "LF1104",
    change: append(boss, "<<: { tags: {} }\n"),
    says: ["accounts/boss.yaml:5:1 LF1104 << is a merge key; write the keys out"],
  },
  {
    code: "LF1105",
    change: edit(boss, "owner: team", "owner: !!str team"),
    says: ["accounts/boss.yaml:4:14 LF1105 tag:yaml.org,2002:str is a tag; write a plain value"],
  },
  {
    code: "LF1106",
    change: append(boss, "---\nname: other\n"),
    says: ["accounts/boss.yaml:5:1 LF1106 a second document starts here; a file holds one"],
  },
  {
    code: "LF1107",
    change: write(shop, "- name: shop\n"),
    says: ["accounts/shop.yaml:1:1 LF1107 the file holds a list or a single value; its root must be keys with values"],
  },
  {
    code: "LF1108",
    change: append(boss, "? [tags]\n: {}\n"),
    says: ["accounts/boss.yaml:5:3 LF1108 a key must be text"],
  },
  {
    code: "LF1109",
    change: append(boss, `tags: ${"[".repeat(40)}${"]".repeat(40)}\n`),
    says: ["accounts/boss.yaml:5:39 LF1109 keys and lists are nested more than 32 deep"],
  },
  {
    code: "LF1110",
    change: append(boss, "__proto__: { role: network }\n"),
    says: ["accounts/boss.yaml:5:1 LF1110 __proto__ cannot be a key"],
  },
  {
    code: "LF1111",
    change: edit(zone, "  home:", "\thome:"),
    says: ["landing-zone.yaml:6:1 LF1111 a tab indents this line; YAML takes spaces"],
  },
  {
    code: "LF1112",
    change: write(ids, '{\n  "version": 1,\n<<<<<<< HEAD\n  "ids": {}\n=======\n'),
    says: [
      "ids.lock.json:3:1 LF1112 a merge left conflict markers here; keep the entries of both sides and remove the lines <<<<<<<, =======, >>>>>>>",
    ],
  },
  {
    code: "LF1113",
    change: edit(policy, '"Deny",', '"Deny"'),
    says: [
      'policies/no-gpu.json:6:7 LF1113 expected "," before this (AWS: MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.)',
    ],
  },
];
