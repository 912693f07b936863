import { create, get, list, put, remove, standardTagging, update } from "../row";
import type { ServiceRows } from "../row";

/** X-Ray: groups and the encryption setting, which neither emulator keeps. */
export const xray: ServiceRows = {
  service: "xray",
  model: "xray",
  tagging: standardTagging,
  resources: [
    {
      resource: "group",
      key: ["GroupName"],
      assigns: { GroupARN: "arn:{partition}:xray:{region}:{account}:group/{GroupName}/{id:16}" },
      defaults: { InsightsConfiguration: { InsightsEnabled: false, NotificationsEnabled: false } },
      arn: "GroupARN",
      operations: {
        CreateGroup: create("Group"),
        GetGroup: get("Group"),
        GetGroups: list("Groups"),
        UpdateGroup: update("Group"),
        DeleteGroup: remove(),
      },
    },
    {
      resource: "encryption configuration",
      key: [],
      initial: { Type: "NONE", Status: "ACTIVE" },
      operations: { GetEncryptionConfig: get("EncryptionConfig"), PutEncryptionConfig: put("EncryptionConfig") },
    },
  ],
};
