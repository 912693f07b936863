import { describe, expect, test } from "@jest/globals";
import { wordcount } from "../../../examples/patterns/services/wordcount/service";
import { addCounts, countWords } from "../../../examples/patterns/services/wordcount/counting";
import { partsOf, type ReadRange, wholeWords } from "../../../workloads/runtime";
import { checkStateMachines } from "../../../workloads/state-machine/check-state-machines";
import type { MapState, StateMachineDefinition } from "../../../workloads/state-machine/definition";
import fc from "../../fast-check";
import { account, builtService, placementOf } from "../built-service";

const readerOf =
  (bytes: Uint8Array): ReadRange =>
  (from, to) =>
    Promise.resolve(bytes.subarray(from, to));

describe("whole words of parts", () => {
  const word = fc.oneof(
    { weight: 9, arbitrary: fc.string({ unit: "grapheme", maxLength: 9 }) },
    // Longer than what is read beyond a part at first.
    { weight: 1, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 250, maxLength: 900 }) },
  );
  const space = fc.constantFrom(" ", "\n", "  ", "\t", "\r\n", " \n ");
  const text = fc.array(fc.tuple(word, space), { maxLength: 40 }).map((pairs) => pairs.flat().join(""));
  const split = (whole: string): readonly string[] => whole.split(/[ \t\n\v\f\r]+/).filter(Boolean);

  test("are the words of the whole, in order, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 200 }), async (whole, partBytes) => {
        const bytes = new TextEncoder().encode(whole);
        const parts = await Promise.all(
          partsOf(bytes.length, partBytes).map((part) => wholeWords(readerOf(bytes), part)),
        );
        expect(parts.flatMap(split)).toEqual(split(whole));
      }),
      { numRuns: 200 },
    );
  });

  test("are not, where parts are taken as they were cut", () => {
    const whole = "to be or not to be";
    const cut = partsOf(whole.length, 4).map(({ from, to }) => whole.slice(from, to));
    const sorted = (counts: Iterable<readonly [string, number]>): object => Object.fromEntries(counts);
    expect(sorted(addCounts(cut.map(countWords)))).not.toEqual(sorted(countWords(whole)));
  });
});

describe("a map-reduce", () => {
  const built = builtService(wordcount);
  const bucket = `wordcount-words-${account}`;

  test("reads its parts from the service's bucket, and works on each in an execution of its own", () => {
    const { States } = JSON.parse(String(built["aws_sfn_state_machine"]?.["count"]?.["definition"])) as {
      readonly States: Readonly<Record<string, object>>;
    };
    expect(States["MapParts"]).toMatchObject({
      Type: "Map",
      MaxConcurrency: 4,
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON" },
        Parameters: { Bucket: bucket, "Key.$": "$.parts.value" },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "MapPart",
        States: { MapPart: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke" } },
      },
    });
    expect(States["MapParts"]).not.toHaveProperty("ReadItems");
  });

  test("may start and watch executions of itself alone, and read that bucket", () => {
    const { Statement } = JSON.parse(String(built["aws_iam_role_policy"]?.["count_states"]?.["policy"])) as {
      readonly Statement: readonly { readonly Sid: string; readonly Resource: unknown }[];
    };
    const on = (sid: string): unknown => Statement.find(({ Sid }) => Sid === sid)?.Resource;
    const states = `arn:aws:states:eu-west-1:${account}`;
    expect(on("MapParts")).toBe(`${states}:stateMachine:wordcount-count`);
    expect(on("WatchParts")).toEqual([
      `${states}:execution:wordcount-count:*`,
      `${states}:execution:wordcount-count/*`,
    ]);
    expect(on("ReadItems")).toBe(`arn:aws:s3:::${bucket}/*`);
  });

  test("is refused with items of a bucket that is not there, or that no execution of its own is for", () => {
    const map = wordcount.stateMachines.count.states["MapParts"] as MapState;
    const machine = (state: MapState): StateMachineDefinition => ({
      startAt: "Map",
      states: { Map: { ...state, Next: undefined, End: true } },
    });
    const checked = (state: MapState) => () =>
      checkStateMachines({ ...wordcount, stateMachines: { count: machine(state) } }, placementOf(account));
    expect(checked(map)).not.toThrow();
    expect(checked({ ...map, ReadItems: { bucket: "word", key: "$.key" } })).toThrow("no bucket of the service");
    const inline = { StartAt: "MapPart", States: map.ItemProcessor.States };
    expect(checked({ ...map, ItemProcessor: inline })).toThrow("a distributed map alone");
  });
});
