import type { ServiceRows } from "../row";
import { standardTagging, verbs } from "../verbs";

const noInsights = { InsightsEnabled: false, NotificationsEnabled: false };

/** X-Ray: groups and the encryption setting, which neither emulator keeps. */
export const xray: ServiceRows = {
  service: "xray",
  model: "xray",
  tagging: standardTagging,
  resources: [
    {
      resource: "group",
      key: ["GroupName"],
      arn: ["GroupARN", "xray:{region}:{account}:group/{GroupName}/{id:16}"],
      defaults: { InsightsConfiguration: noInsights },
      operations: verbs(
        "create CreateGroup>Group; get GetGroup>Group; list GetGroups>Groups; update UpdateGroup>Group; delete DeleteGroup",
      ),
    },
    {
      resource: "encryption configuration",
      key: [],
      initial: { Type: "NONE", Status: "ACTIVE" },
      operations: verbs("get GetEncryptionConfig>EncryptionConfig; update PutEncryptionConfig>EncryptionConfig"),
    },
  ],
};
