import { append, both, edit, shop, write, zone, type BrokenCase } from "./case";

const reader = "reader: { description: Reads, managedPolicies: [ReadOnlyAccess] }";
const tagPolicy = '{"tags":{"team":{"tag_key":{"@@assign":"team"}}}}\n';
const guardrail = "  deny-root-user: { attachTo: [apps] }\n";

/** Policies that set things up, declared on the lines after the last. */
const policies = (...lines: readonly string[]): BrokenCase["change"] =>
  append(zone, `policies:\n${lines.map((line) => `  ${line}\n`).join("")}`);
const inline = "content: { tags: { team: { tag_key: { '@@assign': team } } } }";

/** Policies that set things up, what is put away, permission sets, assignments and costs that contradict themselves or AWS. */
export const brokenGovernance: readonly BrokenCase[] = [
  {
    code: "LF1722",
    change: policies("tags: { type: tag, attachTo: [apps] }"),
    says: [
      "landing-zone.yaml:35:3 LF1722 the policy tags has no content; write it below content, or in policies/tags.json",
    ],
  },
  {
    code: "LF1723",
    change: both(policies(`tags: { type: tag, attachTo: [apps], ${inline} }`), write("policies/tags.json", tagPolicy)),
    says: ["landing-zone.yaml:35:40 LF1723 policies/tags.json holds the policy too; keep one of the two"],
  },
  {
    code: "LF1724",
    change: policies(`tags: { type: tag, attachTo: [aps], ${inline} }`),
    says: ["landing-zone.yaml:35:33 LF1724 there is no organizational unit aps; did you mean apps?"],
  },
  {
    code: "LF1725",
    change: policies(`tags: { type: tag, accounts: [shap], ${inline} }`),
    says: ["landing-zone.yaml:35:33 LF1725 there is no account shap; did you mean shop?"],
  },
  {
    code: "LF1726",
    change: policies(`tags: { type: tag, ${inline} }`),
    says: ["landing-zone.yaml:35:3 LF1726 the policy tags is attached nowhere; name units in attachTo"],
  },
  {
    code: "LF1727",
    change: policies(
      "tags: { type: tag, attachTo: [apps], content: { tags: { team: { tagkey: { '@@assign': team } } } } }",
    ),
    says: ["landing-zone.yaml:35:67 LF1727 policies of this type have no tagkey here; did you mean tag_key?"],
  },
  {
    code: "LF1727",
    change: both(
      policies("tags: { type: tag, attachTo: [apps] }"),
      write("policies/tags.json", '{ "plans": { "daily": { "regions": { "@@assign": ["eu-west-1"] } } } }\n'),
    ),
    says: ["policies/tags.json:1:3 LF1727 policies of this type have no plans here; one of tags"],
  },
  {
    code: "LF1728",
    change: policies(
      `quiet: { type: ai-opt-out, attachTo: [root], content: { services: { default: { opt_out_policy: { '@@assign': optOut } }, ${Array.from({ length: 50 }, (_, at) => `service-${at}: { opt_out_policy: { '@@assign': optOut } }`).join(", ")} } } }`,
    ),
    says: ["landing-zone.yaml:35:57 LF1728 the policy has 2755 bytes without white space; AWS allows 2500"],
  },
  {
    code: "LF1729",
    change: both(
      policies(
        ...[1, 2, 3, 4, 5].map(
          (at) =>
            `chat-${at}: { type: chat, attachTo: [apps], content: { chatbot: { default: { client: { '@@assign': disabled } } } } }`,
        ),
      ),
      append(
        zone,
        "foreign: { policies: { p-12345678: { name: theirs, type: CHATBOT_POLICY, attachedTo: [apps] } } }\n",
      ),
    ),
    says: [
      "landing-zone.yaml:39:36 LF1729 apps gets more than 5 policies of the type chat, 1 of them others'; AWS attaches 5",
    ],
  },
  {
    code: "LF1730",
    change: both(edit(zone, guardrail, `${guardrail}  tags: { attachTo: [apps] }\n`), (files) => {
      policies("tags: { type: tag, attachTo: [apps] }")(files);
      files.set("policies/tags.json", files.get("policies/no-gpu.json") ?? "");
    }),
    says: [
      "landing-zone.yaml:36:3 LF1730 there is a guardrail tags too; policies/tags.json can be one of the two",
      "policies/tags.json:2:3 LF1727 policies of this type have no Version here; one of tags",
      "policies/tags.json:3:3 LF1727 policies of this type have no Statement here; one of tags",
    ],
  },
  {
    code: "LF1731",
    change: both(
      edit(zone, "  core: {}\n", "  core: {}\n  suspended: {}\n"),
      edit(shop, "owner: team", "owner: team\nstatus: suspended"),
    ),
    says: [
      "accounts/shop.yaml:4:9 LF1731 nothing stops what is left in a suspended account; declare guardrails.deny-everything with attachTo: [suspended]",
    ],
  },
  {
    code: "LF1732",
    change: edit(zone, "  core: {}\n", "  core: {}\n  quarantine: {}\n"),
    says: [
      "landing-zone.yaml:11:3 LF1732 nothing stops an account in quarantine; declare guardrails.quarantine with attachTo: [quarantine]",
    ],
  },
  {
    code: "LF1733",
    change: edit(zone, "  name: tiny\n", "  name: tiny\n  quarantineNewAccounts: true\n"),
    says: [
      "landing-zone.yaml:4:26 LF1733 new accounts go to the organizational unit quarantine; declare it under organizationalUnits",
    ],
  },
  {
    code: "LF1734",
    change: edit(
      zone,
      "identity:\n",
      "identity:\n  assignments:\n    - { group: team, permissionSets: [reader], organizationalUnits: [aps], accounts: [shap] }\n",
    ),
    says: [
      "landing-zone.yaml:24:70 LF1734 the organizational unit aps is not declared; did you mean apps?",
      "landing-zone.yaml:24:87 LF1734 the account shap is not declared; did you mean shop?",
    ],
  },
  {
    code: "LF1410",
    change: edit(
      zone,
      "identity:\n",
      "identity:\n  assignments:\n    - { group: tam, permissionSets: [raeder], accounts: [shop] }\n",
    ),
    says: [
      "landing-zone.yaml:24:16 LF1410 the group tam is not declared; did you mean team?",
      "landing-zone.yaml:24:38 LF1411 the permission set raeder is not declared; did you mean reader?",
    ],
  },
  {
    code: "LF1735",
    change: edit(zone, "identity:\n", "identity:\n  assignments:\n    - { group: team, permissionSets: [reader] }\n"),
    says: ["landing-zone.yaml:24:7 LF1735 team is assigned nowhere; name organizationalUnits or accounts"],
  },
  {
    code: "LF1736",
    change: edit(
      zone,
      reader,
      `reader: { description: Reads, managedPolicies: [ReadOnlyAccess], customerManagedPolicies: [${Array.from({ length: 20 }, (_, at) => `{ name: own-${at} }`).join(", ")}] }`,
    ),
    says: [
      "landing-zone.yaml:26:5 LF1736 the permission set reader has 21 managed policies; AWS allows 20, its own and the accounts' together",
    ],
  },
  {
    code: "LF1737",
    change: edit(
      zone,
      reader,
      "reader: { description: Reads, inlinePolicy: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:Get*' }] } }",
    ),
    says: [
      "landing-zone.yaml:26:35 LF1737 the statement has neither Resource nor NotResource; it needs one of them (AWS: MalformedPolicyDocument: Missing required field Resource)",
    ],
  },
  {
    code: "LF1738",
    change: both(
      edit(zone, "home: eu-west-1", "home: us-gov-west-1"),
      edit(zone, "governed: [eu-west-1]", "governed: [us-gov-west-1]"),
      edit(zone, "allowed: [eu-west-1, eu-west-2]", "allowed: [us-gov-west-1]"),
      append(zone, "costs: { budget: { monthlyUsd: 5, email: ann@tiny.example } }\n"),
    ),
    says: [
      "landing-zone.yaml:34:10 LF1738 costs of GovCloud are managed in the standard account that pays for it; delete this here",
    ],
  },
  {
    code: "LF1739",
    change: policies(
      "machines: { type: ec2, attachTo: [apps], content: { ec2_attributes: { image_block_public_access: { state: { '@@assign': unblocked } } } } }",
    ),
    says: [
      'landing-zone.yaml:35:123 LF1739 the baseline of every account sets image_block_public_access.state to block_new_sharing, and AWS would refuse it; found "unblocked"',
    ],
  },
  {
    code: "LF1741",
    change: edit(zone, "identity:\n", "identity:\n  breakGlass: { users: ['*'], alertEmail: ann@tiny.example }\n"),
    says: ['landing-zone.yaml:23:25 LF1741 "*" is not a name of IAM: letters, digits and + = , . @ _ -'],
  },
  {
    code: "LF1742",
    change: edit(zone, reader, "reader: { description: Reads, customerManagedPolicies: [{ name: own, path: teams }] }"),
    says: [
      'landing-zone.yaml:26:80 LF1742 "teams" is not a path of IAM that begins and ends with a slash, such as /teams/',
    ],
  },
  {
    code: "LF1743",
    change: edit(zone, reader, "reader: { description: Reads, relayState: console }"),
    says: ['landing-zone.yaml:26:47 LF1743 "console" is not the https address of a page of the console'],
  },
];
