import type { ServiceRows } from "../row";
import { putEach, removeEach, verbs } from "../verbs";

const sessions = { Feature: "RootSessions" };
const credentials = { Feature: "RootCredentialsManagement" };

/** IAM: moto 5.2.5 knows nothing of the features that see to members' root users. */
export const iam: ServiceRows = {
  service: "iam",
  model: "iam",
  resources: [
    {
      // A name of its own: what answers here does not know the organisation's.
      resource: "organization",
      key: [],
      global: true,
      initial: { OrganizationId: "o-rehearsal00" },
      operations: verbs(
        "get ListOrganizationsFeatures",
        "get EnableOrganizationsRootSessions; get EnableOrganizationsRootCredentialsManagement",
        "get DisableOrganizationsRootSessions; get DisableOrganizationsRootCredentialsManagement",
      ),
    },
    {
      resource: "organizations feature",
      key: ["Feature"],
      global: true,
      operations: {
        EnableOrganizationsRootSessions: putEach(() => [sessions]),
        EnableOrganizationsRootCredentialsManagement: putEach(() => [credentials]),
        DisableOrganizationsRootSessions: removeEach(() => [sessions]),
        DisableOrganizationsRootCredentialsManagement: removeEach(() => [credentials]),
        ...verbs("list ListOrganizationsFeatures>EnabledFeatures"),
      },
    },
  ],
};
