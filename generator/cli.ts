#!/usr/bin/env node
/** The command: arguments in, exit status out. The only module that prints and exits. */
import { resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import type { Target, TargetConfig } from "./config.js";
import { ConfigError, loadConfig, toTarget } from "./load-config.js";
import { formatAnnotation, formatDiagnostic } from "./report.js";
import { runCheck, runGenerate, type RunReport } from "./run.js";
import { formatSummary } from "./summary.js";

const exitStatus = { done: 0, problems: 1, usage: 2, bug: 3 } as const;

interface Flags {
  readonly output?: string;
  readonly overlay?: readonly string[];
  readonly templates?: readonly string[];
  readonly package?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly reporter?: string;
}

function buildProgram(run: (status: number) => void): Command {
  const program = new Command("exemplar")
    .description("Typed TypeScript clients from OpenAPI documents: operations, forms, fixtures and a mock.")
    .showHelpAfterError("(exemplar --help shows the commands and their options)")
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(pc.red(text));
      },
    });
  const targetCommand = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .argument("[document]", "the OpenAPI document, YAML or JSON; without it, exemplar.config.* says what to do")
      .option("-o, --output <folder>", "the folder of the package")
      .option("--overlay <file>", "an overlay to apply; may be given again", collect)
      .option("--templates <set>", "a template set, built in or a folder; may be given again, the later wins", collect)
      .option("--package <name>", "the name of the package")
      .option("--config <file>", "the config file")
      .option("--strict", "count warnings as errors")
      .option("--json", "print one JSON object to stdout")
      .addOption(
        new Option("--reporter <name>", "how problems are printed").choices(["text", "github"]).default("text"),
      );
  targetCommand("generate", "generate a package, and write what changed")
    .option("--verify", "type-check what is about to be written")
    .option("--dry-run", "write nothing, say what would be written")
    .action(async (document: string | undefined, flags: Flags) => {
      run(
        await runTargets(document, flags, (target) =>
          runGenerate(target, { cwd: process.cwd(), dryRun: flags.dryRun ?? false }),
        ),
      );
    });
  targetCommand("check", "exit with 1 and a diff where the package is stale, has been edited, or has orphans").action(
    async (document: string | undefined, flags: Flags) => {
      run(await runTargets(document, flags, (target) => runCheck(target, { cwd: process.cwd(), dryRun: false })));
    },
  );
  program
    .command("explain")
    .description("cause and cure of a diagnostic")
    .argument("<code>", "the code that stands in brackets in a message")
    .action(async (code: string) => {
      const { explain } = await import("./explain.js");
      const text = explain(code);
      if (text === null) throw new ConfigError(`There is no diagnostic "${code}".`);
      process.stdout.write(`${text}\n`);
      run(exitStatus.done);
    });
  return program;
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

async function runTargets(
  document: string | undefined,
  flags: Flags,
  run: (target: Target) => Promise<RunReport>,
): Promise<number> {
  const started = performance.now();
  const targets = await targetsOf(document, flags);
  const reports: RunReport[] = [];
  for (const target of targets) {
    const report = await run(target);
    reports.push(report);
    if (flags.json !== true) printReport(report, flags, performance.now() - started);
  }
  const failed = reports.some(({ outcome }) => outcome === "failed" || outcome === "different");
  if (flags.json === true) process.stdout.write(`${JSON.stringify({ ok: !failed, targets: reports }, null, 2)}\n`);
  return failed ? exitStatus.problems : exitStatus.done;
}

async function targetsOf(document: string | undefined, flags: Flags): Promise<readonly Target[]> {
  const cwd = process.cwd();
  if (document === undefined) {
    const targets = await loadConfig(cwd, flags.config ?? null);
    return targets.map((target) => override(target, flags, targets.length));
  }
  if (flags.output === undefined)
    throw new ConfigError("Name the folder of the package: exemplar generate openapi.yml -o generated/my-api");
  return [toTarget(configOf(document, flags.output, flags), cwd)];
}

function configOf(document: string, output: string, flags: Flags): TargetConfig {
  return {
    document,
    output,
    ...(flags.overlay && { overlays: flags.overlay }),
    ...(flags.templates && { templates: flags.templates }),
    ...(flags.package !== undefined && { package: { name: flags.package } }),
    ...(flags.strict !== undefined && { strict: flags.strict }),
    ...(flags.verify !== undefined && { verify: flags.verify }),
  };
}

/** A target of the config with what the command says otherwise. */
function override(target: Target, flags: Flags, count: number): Target {
  const cwd = process.cwd();
  if (flags.output !== undefined && count > 1)
    throw new ConfigError("--output cannot be used with a config of several targets.");
  return {
    ...target,
    ...(flags.output !== undefined && { output: resolve(cwd, flags.output) }),
    ...(flags.overlay && { overlays: flags.overlay.map((path) => resolve(cwd, path)) }),
    ...(flags.templates && {
      templates: flags.templates.map((name) => (/^[\w-]+$/.test(name) ? name : resolve(cwd, name))),
    }),
    ...(flags.package !== undefined && { packageName: flags.package }),
    ...(flags.strict !== undefined && { strict: flags.strict }),
    ...(flags.verify !== undefined && { verify: flags.verify }),
  };
}

/** stdout is for data (the diff), stderr for people. */
function printReport(report: RunReport, flags: Flags, milliseconds: number): void {
  const colors = pc.createColors(useColor());
  for (const diagnostic of report.diagnostics) {
    process.stderr.write(
      flags.reporter === "github" ? `${formatAnnotation(diagnostic)}\n` : `${formatDiagnostic(diagnostic, colors)}\n\n`,
    );
  }
  if (report.diff !== "") process.stdout.write(report.diff);
  process.stderr.write(formatSummary(report, milliseconds, colors));
}

/** https://no-color.org, https://force-color.org */
function useColor(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "" && force !== "0") return true;
  return process.stderr.isTTY && process.env["TERM"] !== "dumb";
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
    if (error instanceof ConfigError) {
      process.stderr.write(`${pc.red("error")} ${error.message}\n`);
      return exitStatus.usage;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `${stack}\n\nThis is a bug of exemplar. Please report it with this text and, if you can, the document.\n`,
    );
    return exitStatus.bug;
  }
}

process.exitCode = await main(process.argv);
