/** The commands that work on documents, with their options. What they do, `cli.ts` says. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { dateTypes } from "./document/dates.js";
import { formDialects } from "./document/form-dialect.js";
import { partialChoices, requiredChoices } from "./document/infer-options.js";
import { int64Types } from "./document/int64.js";
import { viewKinds } from "./view-kinds.js";

/** A command that works on the targets of the config, or on the one that is named. */
function targetCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument("[document]", "the OpenAPI document, YAML or JSON; without it, exemplar.config.* says what to do", given)
    .option("-o, --output <folder>", "the folder of the package", given)
    .option("--overlay <file>", "an overlay to apply; may be given again", collect)
    .option(
      "--templates <set>",
      "a template set, built in or a folder; may be given again, the later wins (default: client, fixtures, mock)",
      collect,
    )
    .option("--package <name>", "the name of the package (default: that of its folder)", given)
    .addOption(formDialect())
    .addOption(
      new Option(
        "--int64 <type>",
        "the type of integers of 64 bits (default: number, which does not hold all)",
      ).choices(int64Types),
    )
    .addOption(new Option("--dates <type>", "the type of dates and times (default: string)").choices(dateTypes))
    .option("--no-pagination", "do not look for pages in operations that say nothing of them")
    .addOption(inferRequired())
    .addOption(inferPartial())
    .addOption(refRoot())
    .addOption(refHost())
    .option("--config <file>", "the config file", given)
    .option("--strict", "count warnings as errors");
}

/** A command that writes packages, or compares them. */
export function packageCommand(program: Command, name: string, description: string): Command {
  return targetCommand(program, name, description)
    .option("--verify", "type-check what is generated (check always does)")
    .option("--json", "print one JSON object to stdout")
    .addOption(new Option("--reporter <name>", "how problems are printed").choices(["text", "github"]).default("text"))
    .helpOption("-h, --help", "print this help");
}

/** The command that prints what templates get. */
export function inspectCommand(program: Command): Command {
  return targetCommand(program, "inspect", "print what a document means, or the views that templates get, as YAML")
    .addOption(new Option("--view <kind>", "a view; without --view and --model, a list of all").choices(viewKinds))
    .option("--name <name>", "of a tag, an operation and so on, the one of this name; without it, all", given)
    .option("--model", "the model, from which the views are made")
    .option("--json", "as JSON")
    .helpOption("-h, --help", "print this help");
}

/** The commands about template sets, without what they do. */
export function templatesCommands(program: Command): {
  readonly list: Command;
  readonly eject: Command;
  readonly doctor: Command;
} {
  const templates = program
    .command("templates")
    .description("list the template sets, copy one to change it, or check one's own")
    .helpOption("-h, --help", "print this help");
  return {
    list: templates
      .command("list")
      .description("list the built-in sets, or the files of one")
      .argument("[set]", "a built-in set")
      .option("--json", "as JSON")
      .helpOption("-h, --help", "print this help"),
    eject: templates
      .command("eject")
      .description("copy a built-in set, or a file or folder of one, to be changed")
      .argument("<name>", "as `exemplar templates list` shows it, such as client/_partials/form.hbs", given)
      .option("--to <folder>", "where to", given, "templates")
      .option("--force", "overwrite files that are there")
      .helpOption("-h, --help", "print this help"),
    doctor: templates
      .command("doctor")
      .description("check that templates fit the views of this version: fields, helpers and partials")
      .option(
        "--templates <set>",
        "a set, built in or a folder; may be given again (default: those of the config)",
        collect,
      )
      .option("--config <file>", "the config file", given)
      .option("--json", "print one JSON object to stdout")
      .helpOption("-h, --help", "print this help"),
  };
}

/** The command that serves a mock. */
export function mockCommand(program: Command): Command {
  return program
    .command("mock")
    .description("serve a mock of the API, with a reference page that a browser shows")
    .argument("[document]", "the OpenAPI document, YAML or JSON; without it, that of exemplar.config.*", given)
    .option("--port <number>", "the port; 0 is any that is free (default: 4010)", integerUpTo(65_535))
    .option("--host <address>", "the address to listen at (default: 127.0.0.1, for this machine alone)", given)
    .option("--delay <ms>", "how long each answer takes, in milliseconds", integerUpTo(2_147_483_647))
    .option("--no-cors", "do not let pages of other origins read the answers")
    .option("--echo", "put fields of requests into responses, where names and types match")
    .option("--dynamic", "make values up from schemas in place of the document's examples")
    .option("--seed <number>", "which values are made up", integerUpTo(Number.MAX_SAFE_INTEGER))
    .option("--watch", "take over changes of the document and all that it is made of")
    .option("--no-page", "serve no reference page")
    .option("--overlay <file>", "an overlay to apply; may be given again", collect)
    .addOption(formDialect())
    .addOption(inferRequired())
    .addOption(inferPartial())
    .addOption(refRoot())
    .addOption(refHost())
    .option("--config <file>", "the config file", given)
    .option("-o, --output <folder>", "of a config's targets, that with this folder", given)
    .option("--package <name>", "of a config's targets, that with this package", given)
    .option("--strict", "count warnings as errors")
    .option("--json", "print one JSON object a line to stdout: what is served, and each request")
    .helpOption("-h, --help", "print this help");
}

function inferRequired(): Option {
  const words = "which properties of inferred objects are required (default: seen, those of all objects seen)";
  return new Option("--infer-required <when>", words).choices(requiredChoices);
}

function inferPartial(): Option {
  const words = "what examples do where a schema says something, and they show more (default: keep, nothing)";
  return new Option("--infer-partial <how>", words).choices(partialChoices);
}

function formDialect(): Option {
  const words = "how forms write lists and objects where the document does not say";
  return new Option("--form-dialect <name>", words).choices(formDialects);
}

function refRoot(): Option {
  const words = "a folder, beside the document's, that $ref may read from; may be given again";
  return new Option("--ref-root <folder>", words).argParser(collect);
}

function refHost(): Option {
  const words = "a host that $ref may read from by https:; may be given again";
  return new Option("--ref-host <host>", words).argParser(collect);
}

function integerUpTo(limit: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number > limit)
      throw new InvalidArgumentError(`It is no integer from 0 to ${String(limit)}.`);
    return number;
  };
}

/** A variable that a script forgot to set would otherwise be the working directory. */
export function given(value: string): string {
  if (value === "") throw new InvalidArgumentError("It is empty.");
  return value;
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), given(value)];
}
