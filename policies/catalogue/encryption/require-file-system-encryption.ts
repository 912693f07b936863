import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** EFS User Guide, "Using IAM to enforce creating encrypted file systems": elasticfilesystem:Encrypted. */
export const requireFileSystemEncryption: Guardrail = {
  name: "require-file-system-encryption",
  group: "encryption",
  kind: "scp",
  intent: "Every file system of EFS is encrypted.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyPlainFileSystems",
      Effect: "Deny",
      Action: "elasticfilesystem:CreateFileSystem",
      Resource: "*",
      Condition: { Bool: { "elasticfilesystem:Encrypted": "false" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-plain-file-systems",
      sentence: `${nobody(context)} can make a file system that is not encrypted.`,
      denied: {
        actions: ["elasticfilesystem:CreateFileSystem"],
        when: { Bool: { "elasticfilesystem:Encrypted": "false" } },
        unless: byDeclared(context),
      },
    },
  ],
};
