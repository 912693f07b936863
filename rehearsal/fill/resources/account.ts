import { get, put, remove } from "../row";
import type { ServiceRows } from "../row";

/** Account Management: moto 5.2.5 keeps alternate contacts of the caller only, and nothing else. */
export const account: ServiceRows = {
  service: "account",
  model: "account",
  resources: [
    {
      resource: "alternate contact",
      key: ["AlternateContactType"],
      global: true,
      accountFrom: "AccountId",
      operations: {
        PutAlternateContact: put(),
        GetAlternateContact: get("AlternateContact"),
        DeleteAlternateContact: remove(),
      },
    },
    {
      resource: "contact information",
      key: [],
      global: true,
      accountFrom: "AccountId",
      operations: {
        PutContactInformation: put(undefined, "ContactInformation"),
        GetContactInformation: get("ContactInformation"),
      },
    },
  ],
};
