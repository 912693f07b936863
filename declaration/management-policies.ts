/** Policy types of AWS Organizations that set things up, where guardrails forbid ("Managing organization policies", Organizations User Guide). */
export const managementPolicyKinds = ["tag", "backup", "ai-opt-out", "ec2", "chat"] as const;
export type ManagementPolicyKind = (typeof managementPolicyKinds)[number];

/** What content of a type looks like: keys that may stand at a place, or values that `@@assign` may give there. */
export type Syntax =
  | { readonly keys: Readonly<Record<string, Syntax>> }
  /** Keys that the author chooses, each with the same below it. */
  | { readonly each: Syntax }
  | { readonly values: readonly string[] }
  | "any";

export interface ManagementPolicyType {
  /** AWS's name of the type. */
  readonly type: string;
  /** UTF-8 bytes of a document without white space. */
  readonly bytes: number;
  /** Policies of the type attached to one root, organizational unit or account; inherited ones do not count. */
  readonly attached: number;
  readonly syntax: Syntax;
  /** Page of the Organizations User Guide that the syntax is from. */
  readonly source: string;
}

const switched: Syntax = { values: ["enabled", "disabled"] };
const chatClient: Syntax = {
  keys: { client: switched, workspaces: "any", tenants: "any", default: "any", overrides: "any" },
};

/**
 * Sizes and numbers: Organizations User Guide, "Quotas and service limits for AWS Organizations", "Maximum and minimum values" (read 2026-11-20).
 * AWS raises none of them on request.
 */
export const managementPolicyTypes: Readonly<Record<ManagementPolicyKind, ManagementPolicyType>> = {
  tag: {
    type: "TAG_POLICY",
    bytes: 10_000,
    attached: 10,
    syntax: {
      keys: {
        tags: {
          each: { keys: { tag_key: "any", tag_value: "any", enforced_for: "any", report_required_tag_for: "any" } },
        },
      },
    },
    source: "Tag policy syntax",
  },
  backup: {
    type: "BACKUP_POLICY",
    bytes: 10_000,
    attached: 10,
    syntax: {
      keys: {
        plans: {
          each: {
            keys: {
              regions: "any",
              rules: "any",
              selections: "any",
              backup_plan_tags: "any",
              advanced_backup_settings: "any",
              scan_settings: "any",
            },
          },
        },
      },
    },
    source: "Backup policy syntax and examples",
  },
  "ai-opt-out": {
    type: "AISERVICES_OPT_OUT_POLICY",
    bytes: 2_500,
    attached: 5,
    syntax: { keys: { services: { each: { keys: { opt_out_policy: { values: ["optIn", "optOut"] } } } } } },
    source: "AI services opt-out policy syntax and examples",
  },
  ec2: {
    type: "DECLARATIVE_POLICY_EC2",
    bytes: 10_000,
    attached: 10,
    syntax: {
      keys: {
        ec2_attributes: {
          keys: {
            exception_message: "any",
            vpc_block_public_access: {
              keys: {
                internet_gateway_block: {
                  keys: {
                    mode: { values: ["off", "block_ingress", "block_bidirectional"] },
                    exclusions_allowed: switched,
                  },
                },
              },
            },
            serial_console_access: { keys: { status: switched } },
            image_block_public_access: { keys: { state: { values: ["unblocked", "block_new_sharing"] } } },
            allowed_images_settings: {
              keys: { state: { values: ["enabled", "disabled", "audit_mode"] }, image_criteria: "any" },
            },
            instance_metadata_defaults: {
              keys: {
                http_tokens: { values: ["no_preference", "required", "optional"] },
                http_put_response_hop_limit: "any",
                http_endpoint: { values: ["no_preference", "enabled", "disabled"] },
                instance_metadata_tags: { values: ["no_preference", "enabled", "disabled"] },
                http_tokens_enforced: { values: ["no_preference", "enabled", "disabled"] },
              },
            },
            snapshot_block_public_access: {
              keys: { state: { values: ["block_all_sharing", "block_new_sharing", "unblocked"] } },
            },
          },
        },
      },
    },
    source: "Declarative policy syntax and examples",
  },
  chat: {
    type: "CHATBOT_POLICY",
    bytes: 10_000,
    attached: 5,
    syntax: {
      keys: {
        chatbot: {
          keys: {
            platforms: { keys: { slack: chatClient, microsoft_teams: chatClient, chime: chatClient } },
            default: { keys: { client: switched } },
          },
        },
      },
    },
    source: "Chat applications policy syntax and examples",
  },
};
