import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, type Credentials, STSClient } from "@aws-sdk/client-sts";
import type { LandingZone } from "../../../declaration/model";
import { deployRoles, roleArn, serviceRolePath } from "../../../declaration/names";
import { pipelineToken } from "../../../rehearsal/web-identity";

/** Who attacks: each has more permissions in the account than guardrails should leave it. */
export const principals = ["platform", "administrator", "function", "pipeline", "root"] as const;

export type Principal = (typeof principals)[number];

/** What an SDK client needs to call as somebody, and who that is to a policy: `aws:PrincipalArn`. */
export interface Caller {
  readonly settings: ClientSettings;
  readonly arn: string;
}

export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly maxAttempts: number;
  readonly credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** Name of the role and of every session the attack makes. */
export const attackName = "attack";

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

export interface Attackers {
  as(principal: Principal, account: string): Promise<Caller>;
  /** Removes the administrators' roles again. */
  leave(): Promise<void>;
}

/** Enters accounts of a rehearsal as an operator of the zone does. */
export function attackers(zone: LandingZone, endpoint: string): Attackers {
  const known = new Map<string, Promise<Caller>>();
  const administrated: string[] = [];
  const region = zone.regions.home;
  const settings = (keys: Credentials | undefined): ClientSettings => ({
    ...{ endpoint, region, maxAttempts: 1 },
    credentials: {
      accessKeyId: keys?.AccessKeyId ?? "test",
      secretAccessKey: keys?.SecretAccessKey ?? "test",
      ...(keys?.SessionToken === undefined ? {} : { sessionToken: keys.SessionToken }),
    },
  });
  const assume = async (from: ClientSettings, arn: string): Promise<Caller> => {
    const command = new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: attackName });
    return { arn, settings: settings((await new STSClient(from).send(command)).Credentials) };
  };
  const idOf = (account: string): string => zone.ids.get(`account/${account}`) ?? "";

  const enter: Readonly<Record<Principal, (account: string) => Promise<Caller>>> = {
    platform: async (account) => {
      const { management } = zone.foundation;
      const first = await assume(settings(undefined), roleArn(zone, management.name, deployRoles.platform));
      return assume(first.settings, roleArn(zone, account, deployRoles.platform));
    },
    administrator: async (account) => {
      const platform = await as("platform", account);
      const iam = new IAMClient(platform.settings);
      const trust = { Effect: "Allow", Principal: { AWS: platform.arn }, Action: "sts:AssumeRole" };
      await iam.send(
        new CreateRoleCommand({
          RoleName: attackName,
          AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
        }),
      );
      administrated.push(account);
      await iam.send(new AttachRolePolicyCommand({ RoleName: attackName, PolicyArn: administratorAccess }));
      return assume(platform.settings, roleArn(zone, account, attackName));
    },
    function: async (account) => {
      const iam = new IAMClient((await as("platform", account)).settings);
      const { Roles: roles = [] } = await iam.send(new ListRolesCommand({ PathPrefix: serviceRolePath }));
      const arn = roles[0]?.Arn ?? "";
      const token = `landfall:${Buffer.from(`${arn} ${attackName}`).toString("base64")}`;
      return { arn, settings: settings({ ...rootKeys(idOf(account)), SessionToken: token }) };
    },
    pipeline: async (account) => {
      const repository = zone.accounts.find(({ name }) => name === account)?.service?.repository ?? "";
      const arn = roleArn(zone, account, deployRoles.service);
      const { Credentials } = await new STSClient(settings(undefined)).send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: arn,
          RoleSessionName: attackName,
          WebIdentityToken: pipelineToken(repository, account),
        }),
      );
      return { arn, settings: settings(Credentials) };
    },
    root: (account) =>
      Promise.resolve({
        arn: `arn:${zone.partition}:iam::${idOf(account)}:root`,
        settings: settings(rootKeys(idOf(account))),
      }),
  };
  const as = (principal: Principal, account: string): Promise<Caller> => {
    const name = `${principal} ${account}`;
    const caller = known.get(name) ?? enter[principal](account);
    known.set(name, caller);
    return caller;
  };
  return {
    as,
    leave: async () => {
      for (const account of administrated) {
        const iam = new IAMClient((await as("platform", account)).settings);
        await iam.send(new DetachRolePolicyCommand({ RoleName: attackName, PolicyArn: administratorAccess }));
        await iam.send(new DeleteRoleCommand({ RoleName: attackName }));
      }
    },
  };
}

/** Twelve digits are that account's own keys to the local AWS. */
function rootKeys(account: string): Credentials {
  return { AccessKeyId: account, SecretAccessKey: "test", SessionToken: undefined, Expiration: undefined };
}
