import type { ServiceRows } from "../row";
import { verbs } from "../verbs";

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
      operations: verbs(
        "put PutAlternateContact; get GetAlternateContact>AlternateContact; delete DeleteAlternateContact",
      ),
    },
    {
      resource: "contact information",
      key: [],
      global: true,
      accountFrom: "AccountId",
      operations: verbs("put PutContactInformation<ContactInformation; get GetContactInformation>ContactInformation"),
    },
  ],
};
