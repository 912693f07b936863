import { get, set, update } from "../row";
import type { ServiceRows } from "../row";
import type { Value } from "../shape";

/** EC2: moto 5.2.5 has none of the account-wide defaults. Initial values: Amazon EC2 User Guide, "block public access" and IMDS pages. */
export const ec2: ServiceRows = {
  service: "ec2",
  model: "ec2",
  resources: [
    {
      resource: "image block public access state",
      key: [],
      initial: { ImageBlockPublicAccessState: "block-new-sharing" },
      operations: {
        EnableImageBlockPublicAccess: update(),
        DisableImageBlockPublicAccess: set({ ImageBlockPublicAccessState: "unblocked" }),
        GetImageBlockPublicAccessState: get(),
      },
    },
    {
      resource: "snapshot block public access state",
      key: [],
      initial: { State: "unblocked" },
      operations: {
        EnableSnapshotBlockPublicAccess: update(),
        DisableSnapshotBlockPublicAccess: set({ State: "unblocked" }),
        GetSnapshotBlockPublicAccessState: get(),
      },
    },
    {
      resource: "instance metadata defaults",
      key: [],
      initial: { Return: true },
      derives: (defaults) =>
        Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, noPreference(value)])),
      operations: { ModifyInstanceMetadataDefaults: update(), GetInstanceMetadataDefaults: get("AccountLevel") },
    },
    {
      resource: "serial console access",
      key: [],
      initial: { SerialConsoleAccessEnabled: false },
      operations: {
        EnableSerialConsoleAccess: set({ SerialConsoleAccessEnabled: true }),
        DisableSerialConsoleAccess: set({ SerialConsoleAccessEnabled: false }),
        GetSerialConsoleAccessStatus: get(),
      },
    },
  ],
};

/** EC2 shows a default nobody has set by leaving it out. */
function noPreference(value: Value): Value {
  return value === "no-preference" || value === -1 ? null : value;
}
