import { replaceText } from "./amendment";
import type { Amendment } from "./amendment";

const members = {
  FileFormat: "fileFormat",
  HiveCompatiblePartitions: "hiveCompatiblePartitions",
  PerHourPartition: "perHourPartition",
};

/** Keeps the options of flow logs to S3, by flow log id. */
export function flowLogOptions(): readonly Amendment[] {
  const options = new Map<string, string>();
  return [
    {
      service: "ec2",
      operation: "CreateFlowLogs",
      evidence: "moto 5.2.5 drops DestinationOptions: DescribeFlowLogs answers none, and Terraform plans a replacement",
      response: (response, call) => {
        const given = optionsXml(new URLSearchParams(call.body.toString("utf8")));
        const ids = response.body.toString("utf8").matchAll(/<item>(fl-[0-9a-f]+)<\/item>/g);
        if (given !== "") for (const [, id = ""] of ids) options.set(id, given);
        return response;
      },
    },
    {
      service: "ec2",
      operation: "DescribeFlowLogs",
      evidence: "as above",
      response: (response) => {
        let body = response.body;
        for (const [id, given] of options)
          body = replaceText(
            body,
            new RegExp(`(<flowLogId>${id}</flowLogId>)`),
            `$1<destinationOptions>${given}</destinationOptions>`,
          );
        return { ...response, body };
      },
    },
  ];
}

function optionsXml(form: URLSearchParams): string {
  return Object.entries(members)
    .flatMap(([name, element]) => {
      const value = form.get(`DestinationOptions.${name}`);
      return value === null ? [] : [`<${element}>${value}</${element}>`];
    })
    .join("");
}
