import { Option } from "commander";
import { UserError } from "../declaration/user-error";
import { exitCodes, registration, type Registration } from "./command";
import { bashScript } from "./completion/bash";
import { fishScript } from "./completion/fish";
import { namesOf } from "./completion/names";
import { type CompletedCommand, type NameKind, nameKinds, treeOf } from "./completion/tree";
import { zshScript } from "./completion/zsh";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly names?: NameKind;
}

const scripts: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Its own registration, for it completes whatever the program has. */
export const completion: Registration = (program, launch) =>
  registration<Options>({
    name: "completion",
    usage: "[shell]",
    summary: "print what makes bash, zsh or fish complete commands, options, stacks and accounts",
    examples: [
      "source <(landfall completion bash)      # in ~/.bashrc",
      'landfall completion zsh > "${fpath[1]}/_landfall"',
      "landfall completion fish > ~/.config/fish/completions/landfall.fish",
    ],
    tools: [],
    configure: (command) => {
      command.addOption(zoneOption().hideHelp());
      command.addOption(new Option("--names <kind>", "the names the scripts ask for").choices(nameKinds).hideHelp());
    },
    run: ([shell], { names, zone }) => {
      if (names !== undefined) for (const name of namesOf(names, zone)) console.log(name);
      else process.stdout.write(scriptFor(shell)(treeOf(program)));
      return Promise.resolve(exitCodes.success);
    },
  })(program, launch);

/** @throws UserError for another shell */
function scriptFor(shell: string | undefined): (commands: readonly CompletedCommand[]) => string {
  const script = shell !== undefined && Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script) return script;
  const shells = Object.keys(scripts).join(", ");
  throw new UserError(
    shell === undefined ? "for which shell?" : `${shell} is none of ${shells}`,
    `Name your shell: landfall completion bash.`,
  );
}
