/**
 * What every account's baseline sets, as attributes of a declarative EC2 policy and the values that say the same. AWS refuses an account's own change of an
 * attribute that does not comply with the policy in force ("Declarative policy syntax and examples", Organizations User Guide).
 */
export const computeBaseline: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  image_block_public_access: { state: "block_new_sharing" },
  instance_metadata_defaults: { http_tokens: "required", http_put_response_hop_limit: "2" },
  snapshot_block_public_access: { state: "block_all_sharing" },
};
