import { landfall } from "../../main";

landfall();
