/**
 * Actions the workflow uses, each at a released version's tag. A tag can be moved by its owner: pin commits where that matters
 * (GitHub Docs, "Secure use reference", pin actions to a full-length commit SHA).
 */
export const actions = {
  checkout: "actions/checkout@v5.0.0",
  setupNode: "actions/setup-node@v5.0.0",
  uploadArtifact: "actions/upload-artifact@v4.6.2",
  downloadArtifact: "actions/download-artifact@v5.0.0",
  setupTerraform: "hashicorp/setup-terraform@v3.1.2",
  awsCredentials: "aws-actions/configure-aws-credentials@v5.0.0",
} as const;

export const versions = { node: "22", terraform: "1.11.4" } as const;
