import { adopt } from "./adopt";
import { apply } from "./apply";
import { audit } from "./audit";
import { bootstrap } from "./bootstrap";
import type { Registration } from "./command";
import { completion } from "./completion";
import { deploy } from "./deploy";
import { eject } from "./eject";
import { init } from "./init";
import { move } from "./move";
import { offboard } from "./offboard";
import { onboard } from "./onboard";
import { plan } from "./plan";
import { preflight } from "./preflight";
import { rehearse } from "./rehearse";
import { rename } from "./rename";
import { status } from "./status";
import { sync } from "./sync";
import { unlock } from "./unlock";
import { validate } from "./validate";
import { waves } from "./waves";

/** Every command of the program, in the order its help shows them. */
export const commands: readonly Registration[] = [
  init,
  adopt,
  validate,
  audit,
  waves,
  rehearse,
  preflight,
  bootstrap,
  deploy,
  plan,
  apply,
  onboard,
  move,
  rename,
  offboard,
  sync,
  unlock,
  eject,
  status,
  completion,
];
