import type { ServiceRows } from "../row";
import { set, verbs } from "../verbs";
import type { Members } from "../shape";

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
        ...verbs("update EnableImageBlockPublicAccess; get GetImageBlockPublicAccessState"),
        DisableImageBlockPublicAccess: set({ ImageBlockPublicAccessState: "unblocked" }),
      },
    },
    {
      resource: "snapshot block public access state",
      key: [],
      initial: { State: "unblocked" },
      operations: {
        ...verbs("update EnableSnapshotBlockPublicAccess; get GetSnapshotBlockPublicAccessState"),
        DisableSnapshotBlockPublicAccess: set({ State: "unblocked" }),
      },
    },
    {
      resource: "instance metadata defaults",
      key: [],
      initial: { Return: true },
      derives: withoutPreferences,
      operations: verbs("update ModifyInstanceMetadataDefaults; get GetInstanceMetadataDefaults>AccountLevel"),
    },
    {
      resource: "serial console access",
      key: [],
      initial: { SerialConsoleAccessEnabled: false },
      operations: {
        EnableSerialConsoleAccess: set({ SerialConsoleAccessEnabled: true }),
        DisableSerialConsoleAccess: set({ SerialConsoleAccessEnabled: false }),
        ...verbs("get GetSerialConsoleAccessStatus"),
      },
    },
  ],
};

/** EC2 shows a default nobody has set by leaving it out. */
function withoutPreferences(defaults: Members): Members {
  const isPreference = (value: unknown): boolean => value !== "no-preference" && value !== -1;
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, isPreference(value) ? value : null]),
  );
}
