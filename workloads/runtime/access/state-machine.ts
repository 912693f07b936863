import { ExecutionAlreadyExists, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { resourceVariable } from "../../uses/variables";
import { fromEnvironment } from "../clients/settings";
import { sfn } from "../clients/sfn";
import { correlationAttribute, correlationId } from "../correlation";

export function StartExecution(machine: string) {
  const stateMachineArn = fromEnvironment(resourceVariable("stateMachine", machine));
  return {
    /**
     * Starts an execution, once a name: for 90 days there is no other of it (Step Functions API Reference, "StartExecution", idempotency). It carries on the
     * correlation id of what is being worked on.
     *
     * @returns whether it was started now; false when there is one of that name with another input, or one that has ended
     */
    start: async (name: string, input: Readonly<Record<string, unknown>>): Promise<boolean> => {
      const carried = { ...input, [correlationAttribute]: correlationId() };
      try {
        await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(carried) }));
        return true;
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return false;
        throw error;
      }
    },
  };
}
