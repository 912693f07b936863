import { readInput } from "../fill/protocol/read-input";
import type { Members } from "../fill/shape";
import type { AwsCall } from "../gateway/call";
import { modelDirectories } from "../gateway/model-names";
import type { ServiceModels } from "../gateway/service-models";

/** A call's input by the model's member names; undefined: nobody can read it. */
export function inputOf(models: ServiceModels, call: AwsCall): Members | undefined {
  const { operation = "", service, url } = call;
  const directories = modelDirectories(service);
  // Both versions of API Gateway have operations of the same name.
  const ordered = url.pathname.startsWith("/v2/") ? [...directories].reverse() : directories;
  for (const directory of ordered) {
    const model = models.load(directory);
    const found = model?.operations[operation];
    // Some services are spoken to in other protocols than the model's first.
    if (model && found)
      return readInput({ ...model, metadata: { ...model.metadata, protocol: call.protocol } }, found, call);
  }
  return undefined;
}
