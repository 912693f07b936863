import { writeFileSync } from "node:fs";
import { universeFile } from "./universe-file";
import { universeOfPackage, universeText } from "./universe-of-package";

/** `npm run universe`: writes engine/universe/data/ from the installed package; a test fails while the two differ. */
writeFileSync(universeFile, universeText(universeOfPackage()));
