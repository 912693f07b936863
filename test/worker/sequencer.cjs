const { default: Sequencer } = require("@jest/test-sequencer");

/**
 * The test files that take a minute or more, the longest first. They start first: on a machine that has not run them before Jest goes by the
 * size of files, and one worker would still be busy with the last of these long after the others have nothing left to do.
 */
const longest = [
  "e2e/rehearsal",
  "e2e/patterns",
  "e2e/kill",
  "e2e/everything",
  "delivery/routing/local-aws",
  "package/project",
  "delivery/plan/local-aws",
  "synth/changed-code",
  "rehearsal/fill/terraform",
  "org/rename-and-move",
  "synth/checkov/checkov",
  "oracle/agreement",
  "rehearsal/authorize/enforced",
  "synth/validate",
  "rehearsal/organizations/refusals",
  "rehearsal/gateway/local-aws",
  "delivery/status/local-aws",
  "atlas/map/html",
];

/** A file's place among the longest; after them all when it is none. */
const place = ({ path }) => {
  const found = longest.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return found < 0 ? longest.length : found;
};

/** A constructor for Jest, which is given a sequencer of its own kind that puts the longest first. */
function LongestFirst(options) {
  const sequencer = new Sequencer(options);
  const sort = sequencer.sort.bind(sequencer);
  sequencer.sort = async (tests) => [...(await sort(tests))].sort((a, b) => place(a) - place(b));
  return sequencer;
}

module.exports = Object.assign(LongestFirst, { longest });
