import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/** State machines, never an execution: nothing here starts, stops or reads one. */
export function stateMachinePermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "StateMachines",
      Effect: "Allow",
      Action: [
        "states:CreateStateMachine",
        "states:DeleteStateMachine",
        "states:DescribeStateMachine",
        "states:ListStateMachineVersions",
        "states:ListTagsForResource",
        "states:TagResource",
        "states:UntagResource",
        "states:UpdateStateMachine",
      ],
      Resource: arns("states", "stateMachine:*"),
    },
    // It has no resource to name ("Actions defined by AWS Step Functions"); it reads nothing but what it is given.
    { Sid: "ValidateDefinitions", Effect: "Allow", Action: "states:ValidateStateMachineDefinition", Resource: "*" },
  ];
}
