import type { StateMachineDefinition } from "../../state-machine/definition";

export interface MapReduceDefinition<Call extends string = string> {
  /** Bucket of the service in which the list of parts is. */
  readonly bucket: string;
  /** Divides the work: writes the list of parts, a JSON array, into the bucket and returns its key. */
  readonly split: Call;
  /** Works on one part, given as `{ part, input }`, and leaves its result in the bucket. It may be called twice for a part: same part, same object. */
  readonly map: Call;
  /** Makes one result of all parts' results; given the input. */
  readonly reduce: Call;
  /** Parts that are worked on at once; 10 when absent. */
  readonly concurrency?: number;
}

/**
 * A state machine that works on the parts of something large at once and adds up their results (Dean and Ghemawat, "MapReduce", 2004). Its map is distributed: each
 * part has an execution of its own, so that 10,000 parts fit where one execution's history has room for 25,000 events. Parts and results are in the
 * bucket, for a state has 256 KiB.
 */
export function mapReduce<const Call extends string>(
  definition: MapReduceDefinition<Call>,
): StateMachineDefinition<Call> {
  const { bucket, split, map, reduce, concurrency = 10 } = definition;
  return {
    startAt: "Split",
    states: {
      Split: { Call: split, ResultPath: "$.parts", Next: "MapParts" },
      MapParts: {
        Type: "Map",
        Label: "parts",
        MaxConcurrency: concurrency,
        ReadItems: { bucket, key: "$.parts.value" },
        ItemSelector: { "part.$": "$$.Map.Item.Value", "input.$": "$" },
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "MapPart",
          // What a mapper returns is in the result of the whole map, which has 256 KiB too: it returns nothing.
          States: { MapPart: { Call: map, End: true } },
        },
        ResultPath: null,
        Next: "Reduce",
      },
      Reduce: { Call: reduce, ResultPath: "$.result", End: true },
    },
  };
}
