#!/usr/bin/env node
/** The command: arguments in, exit status out. The only module that prints and exits. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import type { Colors } from "picocolors/types.js";
import { type Flags, overrideConfig } from "./command-config.js";
import { given, inspectCommand, mockCommand, packageCommand, templatesCommands } from "./command-options.js";
import type { Target } from "./config.js";
import { requiredChoices } from "./document/infer-options.js";
import { visible } from "./code-frame.js";
import type { InferFlags } from "./infer-command.js";
import type { InspectFlags } from "./inspect-command.js";
import type { MockFlags } from "./mock-command.js";
import { packageFolder } from "./fingerprint.js";
import { ConfigError, type ConfiguredTarget, loadConfig, toTarget } from "./load-config.js";
import { PrettierConfigError } from "./output/prettier-options.js";
import { formatAnnotation, formatDiagnostic, type LocatedDiagnostic } from "./report.js";
import { runCheck, runGenerate, type RunOptions, type RunReport } from "./run.js";
import { formatSummary } from "./summary.js";
import type { WatchedRun } from "./watch-command.js";

const exitStatus = { done: 0, problems: 1, usage: 2, bug: 3 } as const;

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
      if (flags.watch === true) await watch(document, flags, options);
      else finish(await runTargets(document, flags, (target) => runGenerate(target, options)));
    });
  packageCommand(
    program,
    "check",
    "exit with 1 and a diff where the package is stale, has been edited, or has orphans",
  ).action(async (document: string | undefined, flags: Flags) => {
    const options = { cwd: process.cwd(), dryRun: false };
    finish(await runTargets(document, flags, (target) => runCheck(target, options)));
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
      finish((await runInfer(files, flags, terminal)) ? exitStatus.done : exitStatus.problems);
    });
  inspectCommand(program).action(async (document: string | undefined, flags: InspectFlags) => {
    const { runInspect } = await import("./inspect-command.js");
    const terminal = { cwd: process.cwd(), write: writeOut, report: reportProblems };
    finish((await runInspect(document, flags, terminal)) ? exitStatus.done : exitStatus.problems);
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
    process.stderr.write(ejectText(name, written, folder, cwd));
  });
  templates.doctor.action(async (flags: Flags) => {
    const { runDoctor } = await import("./templates-command.js");
    const { ok, diagnostics, summary } = await runDoctor(flags, process.cwd());
    if (flags.json === true) printJson({ ok, diagnostics });
    else {
      reportProblems(diagnostics);
      const { green, red } = stderrColors();
      process.stderr.write(`${ok ? green("✔") : red("✖")} ${summary}\n`);
    }
    finish(ok ? exitStatus.done : exitStatus.problems);
  });
  mockCommand(program).action(async (document: string | undefined, flags: MockFlags) => {
    const { runMock } = await import("./mock-command.js");
    const terminal = {
      cwd: process.cwd(),
      write: (text: string) => process.stdout.write(text),
      say: (text: string) => process.stderr.write(text),
      report: reportProblems,
      colors: stderrColors(),
      stop: stopSignal,
      letThrough,
    };
    finish((await runMock(document, flags, terminal)) ? exitStatus.done : exitStatus.problems);
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
      process.stdout.write(`${found.text}\n`);
      finish(exitStatus.done);
    });
  return program;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

const stopping = new AbortController();
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function stop(): void {
  // Who asks twice does not want to wait.
  if (stopping.signal.aborted) process.exit(exitStatus.done);
  stopping.abort();
}

/** Aborted by what would end the process, until that is let through again. */
function stopSignal(): AbortSignal {
  letThrough();
  for (const signal of endings) process.on(signal, stop);
  return stopping.signal;
}

/** What would end the process does so at once: also while it computes, when nothing that listens would be called. */
function letThrough(): void {
  for (const signal of endings) process.off(signal, stop);
}

/** Generates whenever something changes, until the process is told to end. */
async function watch(document: string | undefined, flags: Flags, options: RunOptions): Promise<void> {
  const { findConfig } = await import("./load-config.js");
  const { watchTargets } = await import("./watch-command.js");
  const { dim } = stderrColors();
  const config = document === undefined ? findConfig(options.cwd, flags.config ?? null) : null;
  let isFirst = true;
  const run: WatchedRun = async (begin) => {
    const files: string[] = [];
    const onFiles = (paths: readonly string[]) => files.push(...paths);
    let targets: readonly Target[] = [];
    try {
      // Generating takes a while, in which nothing that listens would be called.
      letThrough();
      targets = await targetsOf(document, flags);
      await begin(targets);
      const since = isFirst ? 0 : performance.now();
      await runTargets(document, flags, (target) => runGenerate(target, { ...options, onFiles }), since);
    } catch (error) {
      // What is wrong with the config may be put right; before anything was generated, it is wrong usage.
      if (!(error instanceof ConfigError) || isFirst) throw error;
      printFailure(error.message, error.help);
    }
    isFirst = false;
    return { targets, files };
  };
  const onWaiting = () => {
    stopSignal();
    process.stderr.write(dim("\nwatching for changes, Ctrl+C ends it\n\n"));
  };
  await watchTargets(run, { config, cwd: options.cwd, signal: stopping.signal, onWaiting });
}

async function runTargets(
  document: string | undefined,
  flags: Flags,
  run: (target: Target) => Promise<RunReport>,
  // From the start of the process: people wait for that too.
  since = 0,
): Promise<number> {
  let started = since;
  const targets = await targetsOf(document, flags);
  const reports: RunReport[] = [];
  for (const target of targets) {
    const report = await run(target);
    const ended = performance.now();
    if (flags.json !== true) printReport(report, { flags, milliseconds: ended - started, isFirst: started === since });
    reports.push(report);
    started = ended;
  }
  const failed = reports.some(({ outcome }) => outcome === "failed" || outcome === "different");
  if (flags.json === true) printJson({ ok: !failed, targets: reports });
  return failed ? exitStatus.problems : exitStatus.done;
}

async function targetsOf(document: string | undefined, flags: Flags): Promise<readonly Target[]> {
  const cwd = process.cwd();
  if (document !== undefined) {
    if (flags.config !== undefined) throw new ConfigError("A document and --config cannot be given both.");
    if (flags.output === undefined)
      throw new ConfigError(
        "The folder of the package is missing.",
        `Name it, as in \`exemplar generate ${document} -o generated/my-api\`.`,
      );
    return [toTarget({ config: overrideConfig({ document, output: flags.output }, flags, cwd), base: cwd })];
  }
  const configured = await loadConfig(cwd, flags.config ?? null);
  const only = flags.output === undefined ? (flags.package === undefined ? null : "--package") : "--output";
  if (only !== null && configured.length > 1)
    throw new ConfigError(`${only} cannot be used with a config of several targets.`);
  return configured.map(({ config, base }: ConfiguredTarget) =>
    toTarget({ config: overrideConfig(config, flags, cwd), base }),
  );
}

/** stdout is for data (the diff), stderr for people. */
function printReport(
  report: RunReport,
  { flags, milliseconds, isFirst }: { readonly flags: Flags; readonly milliseconds: number; readonly isFirst: boolean },
): void {
  const colors = stderrColors();
  const problems =
    flags.reporter === "github"
      ? report.diagnostics.map((diagnostic) => `${formatAnnotation(diagnostic)}\n`)
      : report.diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, colors)}\n\n`);
  if (!isFirst) process.stderr.write("\n");
  process.stderr.write(problems.join(""));
  process.stdout.write(report.diff);
  process.stderr.write(formatSummary(report, milliseconds, colors));
}

function reportProblems(problems: readonly LocatedDiagnostic[]): void {
  const colors = stderrColors();
  process.stderr.write(problems.map((problem) => `${formatDiagnostic(problem, colors)}\n\n`).join(""));
}

/** Writes to stdout, and waits while whoever reads is behind. */
async function writeOut(text: string): Promise<void> {
  // Who reads may be gone before it has been read.
  if (!process.stdout.write(text) && process.stdout.writable)
    await once(process.stdout, "drain").catch(ignoreBrokenPipe);
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Colour for stderr: https://no-color.org, https://force-color.org */
function stderrColors(): Colors {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env;
  if (no !== undefined && no !== "") return pc.createColors(false);
  if (force !== undefined && force !== "") return pc.createColors(force !== "0" && force !== "false");
  return pc.createColors(process.stderr.isTTY && terminal !== "dumb");
}

/**
 * Prints what commander says.
 * @param text `error: unknown option '--foo'`, sometimes with a suggestion on a line of its own
 * @param command whose arguments are wrong; null where it is none
 */
function printUsageError(text: string, command: string | null): void {
  const [message = "", suggestion] = text
    .replace(/^error: /, "")
    .trimEnd()
    .split("\n");
  printFailure(
    sentence(message),
    suggestion?.replace(/^\((.*)\)$/, "$1") ??
      (command === null
        ? "exemplar --help shows the commands, exemplar generate --help the options."
        : `exemplar ${command} --help shows the options.`),
  );
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}

/** Prints why nothing was begun. */
function printFailure(message: string, help: string | null): void {
  const colors = stderrColors();
  const lines = message
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(visible)
    .join("\n");
  const cure = help === null ? "" : `  ${colors.cyan("help:")} ${visible(help)}\n`;
  process.stderr.write(`${colors.red(colors.bold("error"))} ${lines}\n${cure}`);
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
    if (argv[2] === "mock") process.stdout.write(`${JSON.stringify({ event: "failed", error: { message, help } })}\n`);
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
  process.stderr.write(
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
// Whoever reads may stop reading, as `head` does.
for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreBrokenPipe);

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

// A run is over in about a second, in which Node 20 compiles on two threads what would pay off only later: with a larger
// budget before it optimises, a run takes a quarter less CPU time, and a large document no more than before (measured with
// scripts/bench; Node 22 and 24 have a cheaper tier in between, and gain nothing).
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");
process.exitCode = await main(process.argv);
