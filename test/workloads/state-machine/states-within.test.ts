import { describe, expect, test } from "@jest/globals";
import { defineService, type ServiceDefinition } from "../../../workloads/service-definition";
import { checkStateMachines } from "../../../workloads/state-machine/check-state-machines";
import { callsOf, parks, type StateMachineDefinition } from "../../../workloads/state-machine/definition";
import { machinePolicy } from "../../../workloads/state-machine/policy";
import { statesLanguage } from "../../../workloads/state-machine/states-language";
import { account, placementOf } from "../built-service";

const placement = placementOf(account);

const notes = defineService({
  name: "notes",
  contract: "openapi.yaml",
  handlers: "handlers",
  tables: {},
  buckets: { lists: {} },
  operations: {},
  tasks: { read: { uses: [] }, write: { uses: [] } },
  stateMachines: {
    both: {
      startAt: "Both",
      states: {
        Both: {
          Type: "Parallel",
          Branches: [
            { StartAt: "Read", States: { Read: { Call: "read", Retry: [], End: true } } },
            { StartAt: "Write", States: { Write: { Call: "write", Next: "Stuck" }, Stuck: { Park: true, End: true } } },
          ],
          Next: "Each",
        },
        Each: {
          Type: "Map",
          ReadItems: { bucket: "lists", key: "$.list" },
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "WriteEach",
            States: { WriteEach: { Call: "write", End: true } },
          },
          End: true,
        },
      },
    },
  },
});
const both: StateMachineDefinition = notes.stateMachines.both;
const language = JSON.stringify(statesLanguage(placement, "notes", "both", both));

interface Statement {
  readonly Sid: string;
  readonly Resource: unknown;
}

describe("states within states", () => {
  test("call functions and park as others do", () => {
    expect([callsOf(both), parks(both)]).toEqual([["read", "write"], true]);
    expect(language.match(/function:notes-\w+/g)).toEqual(
      ["read", "write", "write"].map((id) => `function:notes-${id}`),
    );
    expect(language).toContain("notes-both_parked");
    expect(language).not.toMatch(/"(Call|Park|ReadItems)"/);
    // One try where the definition says so, Landfall's retries where it says nothing.
    expect(language.match(/"Retry"/g)).toHaveLength(3);
  });

  test("of a distributed map need executions of the machine itself, and the bucket of its items", () => {
    const { Statement } = JSON.parse(machinePolicy(placement, "notes", "both", both)) as {
      readonly Statement: readonly Statement[];
    };
    const on = (sid: string): unknown => Statement.find(({ Sid }) => Sid === sid)?.Resource;
    const states = `arn:aws:states:eu-west-1:${account}`;
    expect(on("MapParts")).toBe(`${states}:stateMachine:notes-both`);
    expect(on("WatchParts")).toEqual([`${states}:execution:notes-both:*`, `${states}:execution:notes-both/*`]);
    expect(on("ReadItems")).toBe(`arn:aws:s3:::notes-lists-${account}/*`);
    expect(language).toContain(`"Bucket":"notes-lists-${account}","Key.$":"$.list"`);
  });

  test("are held to what the states of a machine are held to", () => {
    const checked = (definition: ServiceDefinition) => () => checkStateMachines(definition, placement);
    const branch = (name: string, Next: string, Call: string): ServiceDefinition => ({
      ...notes,
      stateMachines: {
        one: {
          startAt: "All",
          states: {
            All: {
              Type: "Parallel",
              Branches: [{ StartAt: name, States: { [name]: { Call, Next }, Last: { Type: "Succeed" } } }],
              End: true,
            },
          },
        },
      },
    });
    expect(checked(notes)).not.toThrow();
    expect(checked(branch("Read", "Last", "read"))).not.toThrow();
    expect(checked(branch("Read", "Last", "wipe"))).toThrow("calls wipe, which is no task");
    // Step Functions knows no way out of a branch.
    expect(checked(branch("Read", "All", "read"))).toThrow("goes to All, which is no state");
    expect(checked(branch("All", "Last", "read"))).toThrow("two states called All");
    expect(checked({ ...notes, buckets: {} })).toThrow("no bucket of the service");
  });
});
