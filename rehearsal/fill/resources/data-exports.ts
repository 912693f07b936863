import type { ServiceRows } from "../row";
import type { Members } from "../shape";
import { putEach, standardTagging, verbs } from "../verbs";

/** Data Exports of Billing and Cost Management: neither emulator knows them. */
export const dataExports: ServiceRows = {
  service: "bcm-data-exports",
  model: "bcm-data-exports",
  tagging: standardTagging,
  resources: [
    {
      resource: "export",
      key: ["ExportArn"],
      global: true,
      arn: ["ExportArn", "bcm-data-exports:us-east-1:{account}:export/{Name}-{uuid}"],
      operations: verbs(
        "create CreateExport<Export; get GetExport>Export; list ListExports>Exports; update UpdateExport<Export",
        "delete DeleteExport",
      ),
    },
    {
      resource: "export status",
      key: ["ExportArn"],
      of: { resource: "export", key: ["ExportArn"] },
      global: true,
      defaults: { StatusCode: "HEALTHY" },
      operations: {
        CreateExport: putEach(created),
        ...verbs("get GetExport>ExportStatus"),
      },
    },
  ],
};

function created(_input: Members, { ExportArn = "" }: Members): readonly Members[] {
  return [{ ExportArn }];
}
