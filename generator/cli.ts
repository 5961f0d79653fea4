#!/usr/bin/env node
/** The command: arguments in, exit status out. The only module that exits. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, Option } from "commander";
import type { Flags } from "./command-config.js";
import { given, inspectCommand, mockCommand, packageCommand, templatesCommands } from "./command-options.js";
import { requiredChoices } from "./document/infer-options.js";
import type { InferFlags } from "./infer-command.js";
import type { InspectFlags } from "./inspect-command.js";
import { endRun, guardExit, letThrough, stopSignal } from "./end-signals.js";
import type { MockFlags } from "./mock-command.js";
import { packageFolder } from "./fingerprint.js";
import { ConfigError } from "./load-config.js";
import { PrettierConfigError } from "./output/prettier-options.js";
import { runCheck, runGenerate } from "./run.js";
import { runTargets, watchRuns } from "./run-targets.js";
import {
  allowClosedPipes,
  printFailure,
  printJson,
  printUsageError,
  reportProblems,
  say,
  stderrColors,
  write,
  writeOut,
} from "./terminal.js";

const exitStatus = { done: 0, problems: 1, usage: 2, bug: 3 } as const;

function statusOf(isGood: boolean): number {
  return isGood ? exitStatus.done : exitStatus.problems;
}

const examples = `
Examples:
  exemplar generate openapi.yml -o generated/my-api
  exemplar generate                  everything that exemplar.config.ts names
  exemplar check                     in CI: fails where the output is stale
  exemplar mock openapi.yml          a mock on http://127.0.0.1:4010, with a reference page
  exemplar infer account.json --typescript Account
  exemplar inspect --view operation  what a template gets
  exemplar templates list            the template sets that there are
  exemplar explain key-missing       more about a problem

Exit status: 0 done; 1 errors in the document, or differences found by check;
2 wrong usage or config; 3 a bug of exemplar.`;

function buildProgram(finish: (status: number) => void): Command {
  const program = new Command("exemplar")
    .description("Typed TypeScript clients from OpenAPI documents: operations, forms, fixtures and a mock.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", examples)
    .exitOverride()
    .configureOutput({
      outputError: (text) => {
        printUsageError(text, program.commands.find((command) => command.name() === process.argv[2])?.name() ?? null);
      },
    });
  packageCommand(program, "generate", "generate a package, and write what changed")
    .option("--dry-run", "write nothing, say what would be written")
    .option("--watch", "generate again whenever the document, the config or a template changes")
    .action(async (document: string | undefined, flags: Flags) => {
      const options = { cwd: process.cwd(), dryRun: flags.dryRun ?? false };
      if (flags.watch === true) await watchRuns(document, flags, options);
      else finish(statusOf(await runTargets(document, flags, (target) => runGenerate(target, options))));
    });
  packageCommand(
    program,
    "check",
    "exit with 1 and a diff where the package is stale, has been edited, or has orphans",
  ).action(async (document: string | undefined, flags: Flags) => {
    const options = { cwd: process.cwd(), dryRun: false };
    finish(statusOf(await runTargets(document, flags, (target) => runCheck(target, options))));
  });
  program
    .command("infer")
    .description("print the JSON Schema, or the TypeScript type, of examples in JSON or YAML files")
    .argument("[file...]", "files with one example each, all of one kind; - is stdin")
    .option("--typescript <name>", "print a TypeScript type of this name instead", given)
    .option("--batch", 'answer lines {"id", "examples": […]} from stdin with {"id", "schema", "typescript"}')
    .addOption(
      new Option(
        "--required <when>",
        "which properties are required: those of all objects seen, the same but of two at least, or none",
      )
        .choices(requiredChoices)
        .default("seen"),
    )
    .option("--json", "print one JSON object to stdout, with the problems")
    .helpOption("-h, --help", "print this help")
    .action(async (files: readonly string[], flags: InferFlags) => {
      const { runInfer } = await import("./infer-command.js");
      const terminal = {
        cwd: process.cwd(),
        stdin: process.stdin,
        write: writeOut,
        report: reportProblems,
      };
      finish(statusOf(await runInfer(files, flags, terminal)));
    });
  inspectCommand(program).action(async (document: string | undefined, flags: InspectFlags) => {
    const { runInspect } = await import("./inspect-command.js");
    const terminal = { cwd: process.cwd(), write: writeOut, report: reportProblems };
    finish(statusOf(await runInspect(document, flags, terminal)));
  });
  const templates = templatesCommands(program);
  templates.list.action(async (name: string | undefined, flags: { readonly json?: boolean }) => {
    const { builtinSets, listText, setNamed } = await import("./templates-command.js");
    const all = await builtinSets();
    const shown = name === undefined ? all : [setNamed(all, name)];
    if (flags.json === true) printJson(shown);
    else await writeOut(listText(shown, name !== undefined));
  });
  templates.eject.action(async (name: string, flags: { readonly to: string; readonly force?: boolean }) => {
    const { ejectTemplates, ejectText } = await import("./templates-command.js");
    const cwd = process.cwd();
    const folder = resolve(cwd, flags.to);
    const written = await ejectTemplates(name, folder, { force: flags.force ?? false, cwd });
    say(ejectText(name, written, folder, cwd));
  });
  templates.doctor.action(async (flags: Flags) => {
    const { runDoctor } = await import("./templates-command.js");
    const { ok, diagnostics, summary } = await runDoctor(flags, process.cwd());
    if (flags.json === true) printJson({ ok, diagnostics });
    else {
      reportProblems(diagnostics);
      const { green, red } = stderrColors();
      say(`${ok ? green("✔") : red("✖")} ${summary}\n`);
    }
    finish(statusOf(ok));
  });
  mockCommand(program).action(async (document: string | undefined, flags: MockFlags) => {
    const { runMock } = await import("./mock-command.js");
    const terminal = {
      cwd: process.cwd(),
      write,
      say,
      report: reportProblems,
      colors: stderrColors(),
      stop: stopSignal,
      letThrough,
    };
    finish(statusOf(await runMock(document, flags, terminal)));
  });
  program
    .command("explain")
    .description("print cause and cure of a problem")
    .argument("[code]", "the code that stands in brackets in a message; without it, all codes are listed")
    .helpOption("-h, --help", "print this help")
    .action(async (code: string | undefined) => {
      const { explain, listCodes } = await import("./explain.js");
      const { nearestOf } = await import("./document/known-keys.js");
      const found = code === undefined ? { text: listCodes() } : explain(code, nearestOf);
      if ("similar" in found) {
        const meant = found.similar.length === 0 ? "" : `Did you mean ${inWords(found.similar)}? `;
        throw new ConfigError(
          `There is no problem with the code ${JSON.stringify(code)}.`,
          `${meant}\`exemplar explain\` lists all codes.`,
        );
      }
      write(`${found.text}\n`);
      finish(exitStatus.done);
    });
  return program;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

/** Runs the command and returns the exit status. */
async function main(argv: readonly string[]): Promise<number> {
  let status: number = exitStatus.done;
  try {
    await buildProgram((result) => {
      status = result;
    }).parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitStatus.done;
      if (argv.includes("--json")) printFailureJson(error.message, null);
      return exitStatus.usage;
    }
    if (error instanceof PrettierConfigError)
      return usageError(
        `Prettier's config cannot be read: ${error.message}`,
        "Correct it; generated files are formatted by it.",
      );
    if (error instanceof ConfigError) return usageError(error.message, error.help);
    reportBug(error);
    return exitStatus.bug;
  }

  function printFailureJson(message: string, help: string | null): void {
    // Of a mock, each line is an object.
    if (argv[2] === "mock") write(`${JSON.stringify({ event: "failed", error: { message, help } })}\n`);
    else printJson({ ok: false, error: { message, help }, targets: [] });
  }

  function usageError(message: string, help: string | null): number {
    if (argv.includes("--json")) printFailureJson(message, help);
    else printFailure(message, help);
    return exitStatus.usage;
  }
}

function reportBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(
    `${stack}\n\nThis is a bug of exemplar (${version()}, Node.js ${process.version}, ${process.platform}). Please report it with this text and, if you can, the document.\n`,
  );
}

/** Of this package. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const found = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : null;
  return typeof found === "string" ? found : "unknown";
}

process.on("uncaughtException", (error) => {
  reportBug(error);
  process.exit(exitStatus.bug);
});
allowClosedPipes();
guardExit(exitStatus.problems, () => {
  printFailure(
    "The process was ended before the run was over; what it was to do was not done.",
    "Look for process.exit in the config and in helpers.ts of template sets.",
  );
});

// A run is over in about a second, in which Node 20 compiles on two threads what would pay off only later: with a larger
// budget before it optimises, a run takes a quarter less CPU time, and a large document no more than before (measured with
// scripts/bench; Node 22 and 24 have a cheaper tier in between, and gain nothing).
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");
process.exitCode = await main(process.argv);
endRun();
