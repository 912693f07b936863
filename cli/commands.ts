import { bootstrap } from "./bootstrap";
import type { Registration } from "./command";
import { deploy } from "./deploy";
import { rehearse } from "./rehearse";
import { sync } from "./sync";
import { validate } from "./validate";

/** Every command of the program, in the order its help shows them. */
export const commands: readonly Registration[] = [validate, rehearse, bootstrap, deploy, sync];
