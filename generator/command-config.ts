/** The options of the command, and a config with what they say otherwise. */
import { resolve } from "node:path";
import {
  type DateType,
  type FormDialect,
  type Int64Type,
  isBuiltinName,
  type TargetConfig,
  type TemplateSetConfig,
} from "./config.js";

/** As commander gives them. */
export interface Flags {
  readonly output?: string;
  readonly overlay?: readonly string[];
  readonly templates?: readonly string[];
  readonly package?: string;
  readonly config?: string;
  readonly formDialect?: FormDialect;
  /** False where the command says so. */
  readonly pagination?: boolean;
  readonly int64?: Int64Type;
  readonly dates?: DateType;
  readonly inferRequired?: NonNullable<TargetConfig["infer"]>["required"];
  readonly inferPartial?: NonNullable<TargetConfig["infer"]>["partial"];
  readonly refRoot?: readonly string[];
  readonly refHost?: readonly string[];
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly reporter?: string;
}

/** A config with what the command says otherwise; the command's paths are relative to the working directory. */
export function overrideConfig(config: TargetConfig, flags: Flags, cwd: string): TargetConfig {
  const { output, overlay, templates, refRoot, refHost, int64, dates, inferRequired, inferPartial, strict, verify } =
    flags;
  return {
    ...config,
    ...(output !== undefined && { output: resolve(cwd, output) }),
    ...(overlay && { overlays: overlay.map((path) => resolve(cwd, path)) }),
    ...(templates && { templates: withOptions(templates, config, cwd) }),
    ...(flags.package !== undefined && { package: { ...config.package, name: flags.package } }),
    ...(flags.formDialect !== undefined && { forms: { ...config.forms, dialect: flags.formDialect } }),
    ...(flags.pagination === false && { pagination: { ...config.pagination, detect: false } }),
    ...((refRoot ?? refHost) && {
      refs: {
        ...config.refs,
        ...(refRoot && { roots: refRoot.map((path) => resolve(cwd, path)) }),
        ...(refHost && { hosts: refHost }),
      },
    }),
    ...(int64 !== undefined && { int64 }),
    ...(dates !== undefined && { dates }),
    ...((inferRequired ?? inferPartial) && {
      infer: {
        ...config.infer,
        ...(inferRequired && { required: inferRequired }),
        ...(inferPartial && { partial: inferPartial }),
      },
    }),
    ...(strict !== undefined && { strict }),
    ...(verify !== undefined && { verify }),
  };
}

/** The sets that the command names; one that the config has too keeps its options. */
function withOptions(names: readonly string[], config: TargetConfig, cwd: string): readonly TemplateSetConfig[] {
  return names.map((name) => {
    const set = isBuiltinName(name) ? name : resolve(cwd, name);
    const configured = config.templates?.find((entry) => typeof entry !== "string" && entry.set === name);
    return typeof configured === "object" ? { ...configured, set } : { set };
  });
}
