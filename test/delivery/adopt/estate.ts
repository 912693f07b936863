import type { LiveEstate } from "../../../delivery/adopt/live-estate";
import type { LivePolicy } from "../../../live/live-governance";
import type { LiveAccount, LiveUnit } from "../../../live/live-tree";

export const scp = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }],
});

/** An organisation in memory: paths of units, `name@path` of accounts, policies by name. */
export function estate(parts: {
  readonly units?: readonly string[];
  readonly accounts?: readonly string[];
  readonly policies?: Readonly<Record<string, Partial<LivePolicy>>>;
  readonly governance?: Partial<LiveEstate["governance"]>;
}): LiveEstate {
  const units = (parts.units ?? []).map((path): LiveUnit => ({
    id: `ou-${path}`,
    path,
    name: path.split("/").pop() ?? "",
    parentId: "",
  }));
  const accounts = ["boss@root", ...(parts.accounts ?? [])].map((text, index): LiveAccount => {
    const [, name = "", unitPath = "", status = "ACTIVE"] = /^([^@]*)@([^!]*)(?:!(.*))?$/.exec(text) ?? [];
    const id = String(100_000_000_000 + index);
    return {
      id,
      name,
      unitPath,
      status,
      email: `a${index}@acme.example`,
      parentId: unitPath === "root" ? "r-1" : `ou-${unitPath}`,
    };
  });
  const policies = Object.entries(parts.policies ?? {}).map(([name, policy], index): LivePolicy => {
    const id = `p-0000000${index}`;
    const type = "SERVICE_CONTROL_POLICY";
    return { id, name, description: "", type, content: scp, targets: ["r-1"], awsManaged: false, ...policy };
  });
  return {
    organization: { id: "o-1", managementAccountId: "100000000000", rootId: "r-1", units, accounts, creations: [] },
    governance: {
      featureSet: "ALL",
      policyTypes: ["SERVICE_CONTROL_POLICY"],
      policies,
      trustedServices: [],
      delegations: [],
      stackSets: [],
      tagKeys: [],
      ...parts.governance,
    },
  };
}

export const settings = {
  name: "acme",
  region: "eu-west-1",
  emailPattern: "aws+{account}@acme.example",
  serviceSuffix: "services.acme.example",
  roles: new Map<string, string>(),
};
