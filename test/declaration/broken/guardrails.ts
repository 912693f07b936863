import { append, both, edit, policy, write, zone, type BrokenCase } from "./case";

const refused =
  "(AWS: MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.)";
const noGpu = "no-gpu: { attachTo: [apps/live] }";
const claim = "{ id: no-gpu, sentence: Nobody starts a GPU, denied: { actions: ['ec2:RunInstances'] } }";

/** Ten policies of the zone's own that are not packed. */
const ten =
  (attached: string): BrokenCase["change"] =>
  (files) => {
    const own = Array.from({ length: 10 }, (_, index) => `own-${index}`);
    for (const name of own) files.set(`policies/${name}.json`, files.get(policy) ?? "");
    const declared = own.map((name) => `  ${name}: { ${attached}, policyName: ${name} }\n`).join("");
    edit(zone, "guardrails:\n", `guardrails:\n${declared}`)(files);
  };

/** Guardrails, and policies of the zone's own, that AWS or the landing zone would not bear. */
export const brokenGuardrails: readonly BrokenCase[] = [
  {
    code: "LF1230",
    change: edit(zone, "deny-root-user: {", 'deny-root-user: { exempt: { roles: ["*", ops/*] },'),
    says: [
      'landing-zone.yaml:28:39 LF1230 "*" is not a role\'s name such as break-glass, or a pattern of role ARNs such as arn:aws:iam::*:role/ops/*',
    ],
  },
  {
    code: "LF1705",
    change: write(policy, '{ "Version": "2012-10-17", "Statement": [] }\n'),
    says: [`policies/no-gpu.json:1:41 LF1705 Statement is an empty list; it needs one ${refused}`],
  },
  {
    code: "LF1707",
    change: ten("attachTo: [apps]"),
    says: [
      "landing-zone.yaml:37:23 LF1707 apps gets more than 9 policies with names of their own; AWS attaches 10, FullAWSAccess is one: without policyName they are packed",
    ],
  },
  {
    code: "LF1707",
    change: both(
      ten("accounts: [shop]"),
      append(
        zone,
        "foreign: { policies: { p-12345678: { name: theirs, type: SERVICE_CONTROL_POLICY, attachedTo: [shop] } } }\n",
      ),
    ),
    says: [
      "landing-zone.yaml:36:23 LF1707 the account shop gets more than 8 policies with names of their own; AWS attaches 10, FullAWSAccess is one, others have 1: without policyName they are packed",
    ],
  },
  {
    code: "LF1708",
    change: edit(policy, "2012-10-17", "2008-10-17"),
    says: [`policies/no-gpu.json:2:14 LF1708 Version is 2008-10-17; it must be "2012-10-17" ${refused}`],
  },
  {
    code: "LF1709",
    change: edit(policy, '"Effect"', '"Principal": "*",\n      "Effect"'),
    says: [
      `policies/no-gpu.json:5:7 LF1709 a service control policy has no Principal; say who with a condition on aws:PrincipalArn ${refused}`,
    ],
  },
  {
    code: "LF1710",
    change: edit(policy, '"Deny"', '"deny"'),
    says: [`policies/no-gpu.json:5:17 LF1710 Effect deny must be written Deny ${refused}`],
  },
  {
    code: "LF1712",
    change: edit(policy, '      "Action": "ec2:RunInstances",\n', ""),
    says: [
      `policies/no-gpu.json:4:5 LF1712 the statement has neither Action nor NotAction; it needs one of them ${refused}`,
    ],
  },
  {
    code: "LF1713",
    change: edit(zone, noGpu, "no-gpu: {}"),
    says: ["landing-zone.yaml:29:3 LF1713 no-gpu is attached nowhere; name units in attachTo, accounts, or tags"],
  },
  {
    code: "LF1715",
    change: both(
      edit(zone, noGpu, "no-gpu: { attachTo: [apps/live], policyName: Theirs }"),
      append(zone, "foreign: { policies: { p-12345678: { name: Theirs, type: SERVICE_CONTROL_POLICY } } }\n"),
    ),
    says: ['landing-zone.yaml:29:48 LF1715 the foreign policy p-12345678 has the policy name "Theirs" too'],
  },
  {
    code: "LF1716",
    change: edit(zone, noGpu, "no-gpu: { tags: { data: secret } }"),
    says: ['landing-zone.yaml:29:13 LF1716 no account has "data: secret" in its tags'],
  },
  {
    code: "LF1717",
    change: edit(zone, noGpu, "no-gpu: { attachTo: [apps/live], exempt: { roles: [build] } }"),
    says: [
      "landing-zone.yaml:29:36 LF1717 policies/no-gpu.json says itself whom it lets through: write it in a Condition there, on aws:PrincipalArn",
    ],
  },
  {
    code: "LF1718",
    change: edit(zone, "deny-root-user: {", `deny-root-user: { kind: scp, claims: [${claim}],`),
    says: [
      "landing-zone.yaml:28:21 LF1718 the catalogue knows the kind of deny-root-user; delete kind",
      "landing-zone.yaml:28:32 LF1718 the catalogue knows the claims of deny-root-user; delete claims",
    ],
  },
  {
    code: "LF1719",
    change: edit(zone, noGpu, `no-gpu:\n    attachTo: [apps/live]\n    claims:\n      - ${claim}\n      - ${claim}`),
    says: ["landing-zone.yaml:33:15 LF1719 no-gpu has two claims no-gpu"],
  },
  {
    code: "LF1720",
    change: edit(policy, "ec2:RunInstances", "RunInstances"),
    says: [
      `policies/no-gpu.json:6:17 LF1720 the action "RunInstances" names no service; write such as "s3:GetObject" ${refused}`,
    ],
  },
  {
    code: "LF1720",
    change: edit(zone, noGpu, "no-gpu: { attachTo: [apps/live], kind: rcp }"),
    says: [
      `policies/no-gpu.json:4:5 LF1720 a resource control policy needs "Principal": "*" ${refused}`,
      `policies/no-gpu.json:6:17 LF1720 ec2 does not support resource control policies; did you mean ecr? ${refused}`,
    ],
  },
  {
    code: "LF1721",
    change: edit(
      zone,
      noGpu,
      `no-gpu: { attachTo: [apps/live], claims: [${claim.replace("ec2:RunInstances", "RunInstances")}] }`,
    ),
    says: ['landing-zone.yaml:29:109 LF1721 the action "RunInstances" names no service; write such as "s3:GetObject"'],
  },
  {
    code: "LF1903",
    change: append(
      zone,
      "foreign: { policies: { p-12345678: { name: Theirs, type: SERVICE_CONTROL_POLICY, attachedTo: [app] } } }\n",
    ),
    says: ["landing-zone.yaml:34:95 LF1903 there is no unit or account app; did you mean apps?"],
  },
];
