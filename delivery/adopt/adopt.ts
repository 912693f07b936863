import { readOrganization } from "../../live/live-organization";
import { readGovernance } from "../../live/read-governance";
import { whoAmI } from "../../live/sts";
import type { DeclaredZone } from "./declare-zone";
import { defaultSettings } from "./default-settings";
import type { LiveEstate } from "./live-estate";
import { planAdoption } from "./plan-adoption";
import { writeZone } from "./write-zone";

export interface AdoptOptions {
  /** Where the zone goes: new or empty. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Home region. */
  readonly region?: string | undefined;
  /** `organization.name` of the zone. */
  readonly name?: string | undefined;
  /** Role → account as typed. */
  readonly roles: ReadonlyMap<string, string>;
}

export interface Adopted {
  readonly estate: LiveEstate;
  readonly zone: DeclaredZone;
  /** False when the directory held this very zone. */
  readonly isWritten: boolean;
}

/**
 * Writes a zone that reproduces the caller's organisation, with the import ids of all that its first deployment takes over. Reads AWS only.
 * @throws UserError when the organisation cannot be read, a choice cannot be, or the directory holds something else
 */
export async function adopt(options: AdoptOptions): Promise<Adopted> {
  const { environment, directory, roles, name } = options;
  const region = options.region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
  const caller = { region: region ?? "us-east-1", environment };
  await whoAmI(caller);
  const organization = await readOrganization(caller);
  const settings = defaultSettings(organization, { name, region });
  const estate = { organization, governance: await readGovernance(caller, organization) };
  const zone = planAdoption(estate, { ...settings, roles });
  return { estate, zone, isWritten: writeZone(directory, zone.files) };
}
