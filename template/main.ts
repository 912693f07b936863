import { landfall } from "landfall";

landfall();
