import { describe, expect, test } from "@jest/globals";
import { managementPolicyKinds, managementPolicyTypes } from "../../declaration/management-policies";
import { syntaxFaults } from "../../declaration/management-policy-syntax";
import { buildOrganization } from "../../org/org-stack";
import { buildStack } from "../fixtures/built-stack";
import { everything } from "../network/features/toggled";

const stack = buildStack(everything, ({ kind }) => kind === "org", buildOrganization);
const content = (name: string): unknown =>
  JSON.parse(String(stack.at(`aws_organizations_policy.policy___${name}`)["content"]));

describe("policies that set things up", () => {
  test.each(everything.policies.map((policy) => [policy.name, policy] as const))(
    "%s: of its type, with its content, attached where it is declared",
    (name, { type, attachTo, accounts, content: declared }) => {
      expect(stack.at(`aws_organizations_policy.policy___${name}`)).toMatchObject({
        name: `whole-${name}`,
        type: managementPolicyTypes[type].type,
        depends_on: ["aws_organizations_organization.organization"],
      });
      expect(content(name)).toEqual(JSON.parse(declared));
      const attachments = [...stack.ofType("aws_organizations_policy_attachment")].filter(([address]) =>
        address.startsWith(`policy___${name}_`),
      );
      expect(attachments.map(([, { policy_id }]) => policy_id)).toEqual(
        [...attachTo, ...accounts].map(() => `\${aws_organizations_policy.policy___${name}.id}`),
      );
    },
  );

  test("are attached to the root, to units and to accounts", () => {
    const target = (address: string): unknown =>
      stack.at(`aws_organizations_policy_attachment.${address}`)["target_id"];
    expect(target("policy___machines_root")).toBe("${aws_organizations_organization.organization.roots[0].id}");
    expect(target("policy___backup_apps_live")).toBe("${aws_organizations_organizational_unit.apps_live.id}");
    expect(target("policy___no-chat__lab")).toBe("${aws_organizations_account.lab.id}");
  });

  test("of every type there is are enabled in the organisation, and no others", () => {
    const enabled = stack.at("aws_organizations_organization.organization")["enabled_policy_types"];
    const types = managementPolicyKinds.map((kind) => managementPolicyTypes[kind].type);
    expect(enabled).toEqual([...types, "RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"].sort());
    const none = buildStack({ ...everything, policies: [] }, ({ kind }) => kind === "org", buildOrganization);
    expect(none.at("aws_organizations_organization.organization")["enabled_policy_types"]).toEqual([
      "RESOURCE_CONTROL_POLICY",
      "SERVICE_CONTROL_POLICY",
      "TAG_POLICY",
    ]);
  });

  test("leave what looks like a Terraform reference to AWS", () => {
    const [tags] = everything.policies.filter(({ type }) => type === "tag");
    if (!tags) throw new Error("the zone has no tag policy");
    const odd = { ...tags, content: JSON.stringify({ tags: { team: { tag_value: { "@@assign": ["${x}"] } } } }) };
    const built = buildStack({ ...everything, policies: [odd] }, ({ kind }) => kind === "org", buildOrganization);
    expect(built.at("aws_organizations_policy.policy___tags")["content"]).toContain('"$${x}"');
  });
});

describe("the syntax of policies that set things up", () => {
  const { syntax } = managementPolicyTypes.ec2;

  // From the pages of the Organizations User Guide that the table names.
  const taken: readonly (readonly [keyof typeof managementPolicyTypes, unknown])[] = [
    ["ec2", { ec2_attributes: { serial_console_access: { status: { "@@assign": "disabled" } } } }],
    [
      "ec2",
      {
        ec2_attributes: {
          allowed_images_settings: {
            state: { "@@assign": "audit_mode" },
            image_criteria: { criteria_1: { allowed_image_providers: { "@@append": ["amazon"] } } },
          },
        },
      },
    ],
    [
      "tag",
      {
        tags: {
          CostCenter: {
            tag_key: { "@@assign": "CostCenter", "@@operators_allowed_for_child_policies": ["@@none"] },
            enforced_for: { "@@assign": ["secretsmanager:*"] },
          },
        },
      },
    ],
    [
      "ai-opt-out",
      {
        services: {
          "@@operators_allowed_for_child_policies": ["@@none"],
          default: { opt_out_policy: { "@@assign": "optOut" } },
        },
      },
    ],
    [
      "chat",
      {
        chatbot: {
          platforms: {
            slack: {
              client: { "@@assign": "enabled" },
              workspaces: { "@@assign": ["T1"] },
              default: { supported_channel_types: { "@@assign": ["private"] } },
            },
          },
          default: { client: { "@@assign": "disabled" } },
        },
      },
    ],
  ];
  test.each(taken)("takes AWS's example of type %s", (kind, document) => {
    expect(syntaxFaults(document, managementPolicyTypes[kind].syntax)).toEqual([]);
  });

  test.each([
    [{ ec2_attributes: { serial_console: { status: { "@@assign": "disabled" } } } }, "serial_console_access"],
    [{ ec2_attributes: { serial_console_access: { status: { "@@assign": "off" } } } }, "one of enabled, disabled"],
    [{ ec2_attributes: { serial_console_access: { status: "disabled" } } }, "an operator such as @@assign"],
    [{ ec2_attributes: { exception_message: { "@@asign": "no" } } }, "did you mean @@assign"],
    [{ ec2_attributes: { exception_message: { "@@assign": { nested: true } } } }, "gives a value"],
    [{}, "nothing is said"],
    [{ services: {} }, "ec2_attributes"],
  ])("finds what is wrong in %j", (document, says) => {
    expect(syntaxFaults(document, syntax).map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  });
});
