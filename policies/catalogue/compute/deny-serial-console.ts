import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** EC2 User Guide, "EC2 Serial Console for instances": account access to the serial console. */
export const denySerialConsole: Guardrail = {
  name: "deny-serial-console",
  group: "compute",
  kind: "scp",
  intent: "Nobody reaches an instance by its serial console, which no log shows.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenySerialConsole",
      Effect: "Deny",
      Action: ["ec2-instance-connect:SendSerialConsoleSSHPublicKey", "ec2:EnableSerialConsoleAccess"],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "serial-console-stays-off",
      sentence: `${nobody(context)} can turn the serial console on, or log in there.`,
      denied: {
        actions: ["ec2:EnableSerialConsoleAccess", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
        unless: byDeclared(context),
      },
    },
  ],
};
