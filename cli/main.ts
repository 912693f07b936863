import { landfall } from "./landfall";

void landfall(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
