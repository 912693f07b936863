import { bootstrap } from "./bootstrap";
import type { Registration } from "./command";
import { deploy } from "./deploy";
import { sync } from "./sync";
import { validate } from "./validate";

/** Every command of the program, in the order its help shows them. */
export const commands: readonly Registration[] = [validate, bootstrap, deploy, sync];
