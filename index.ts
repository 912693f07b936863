/** What a project's `main.ts` imports, as `landfall`. Services import `landfall/service`, handlers `landfall/runtime`, their tests `landfall/testing`. */
export { loadZone } from "./declaration/load";
export type { Account, LandingZone } from "./declaration/model";
export { stacksOf, type StackSpec } from "./declaration/stacks";
export { addStacks, landfall } from "./main";
export { addMicroservice, type Microservice } from "./workloads/microservice/add-microservice";
export type { Placement } from "./workloads/microservice/placement";
export { serviceAlone } from "./workloads/service-alone";
