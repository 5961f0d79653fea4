/** The configuration: what users write, and what the pipeline gets, in which nothing is optional. */

import type { DateType } from "./document/dates.js";
import type { FormDialect } from "./document/form-dialect.js";
import type { JsonObject, JsonValue } from "./document/json.js";
import type { DocumentInferOptions } from "./document/infer-options.js";
import type { Int64Type } from "./document/int64.js";
import type { PaginationRule } from "./document/pagination-rule.js";
import type { FormOptions, OperationForms } from "./model/form-dialect.js";
import type { PaginationOptions } from "./model/pagination.js";

export type { DateType, FormDialect, Int64Type, OperationForms, PaginationRule };

/** One document and the package that is made of it. Paths are relative to the config file. */
export interface TargetConfig {
  /** The OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** Overlays (OpenAPI Overlay 1.0 or 1.1), applied in this order. */
  readonly overlays?: readonly string[];
  /** The folder of the package. Everything in it that an earlier run wrote is managed. */
  readonly output: string;
  /** Template sets: names of built-in ones, or folders; the later wins. Default: client, fixtures, mock. */
  readonly templates?: readonly (string | TemplateSetConfig)[];
  readonly package?: {
    /** The name in package.json. Default: the name of the output folder. */
    readonly name?: string;
    /** Default: 0.0.0. */
    readonly version?: string;
  };
  readonly infer?: {
    /** Which properties of an inferred object are required: those that every sighting has, those of objects seen twice, or none. */
    readonly required?: "seen" | "repeated" | "never";
    /**
     * What examples do where a schema says something, and they show more: nothing (`keep`), or they add the properties that
     * it does not describe, and fill in what it leaves open inside (`extend`). Default: keep.
     */
    readonly partial?: "keep" | "extend";
  };
  /** What `$ref` may read. Files below the document's folder always; anything else only if it is named here. */
  readonly refs?: {
    /** Further folders. */
    readonly roots?: readonly string[];
    /** Hosts that may be asked by `https:`, as in `example.com` or `example.com:8443`. */
    readonly hosts?: readonly string[];
  };
  readonly forms?: {
    /** How lists and objects are written in forms where the document's `encoding` does not say. Default: as OpenAPI says. */
    readonly dialect?: FormDialect;
    /** By operationId: for all of an operation, or for single properties of its body. */
    readonly operations?: Readonly<Record<string, OperationForms>>;
  };
  readonly pagination?: {
    /** Whether operations are looked at that say nothing of pages. Default: true. */
    readonly detect?: boolean;
    /** By operationId: how an operation is paginated, as `x-exemplar-pagination` says it; `false` where it is not. */
    readonly operations?: Readonly<Record<string, PaginationRule | false>>;
  };
  /**
   * The type of integers of 64 bits (`format: int64` or `uint64`), of which a number does not hold all. With `bigint` and
   * `string` JSON is read and written without losing a digit. Default: number.
   */
  readonly int64?: Int64Type;
  /**
   * The type of dates and times (text of `format: date-time`). With `Date` they are read and written as such; a text that
   * is none, in an answer, is an error. Default: string.
   */
  readonly dates?: DateType;
  /** Warnings count as errors: nothing is written. */
  readonly strict?: boolean;
  /** Type-check what is about to be written. */
  readonly verify?: boolean;
  /** What `exemplar mock` does; the generated package has nothing of it. */
  readonly mock?: MockConfig;
}

/** A template set with options: those that its `set.json` declares. */
export interface TemplateSetConfig {
  /** The name of a built-in set, or a folder. */
  readonly set: string;
  readonly options?: Readonly<Record<string, JsonValue>>;
}

/** How the mock is served. */
export interface MockConfig {
  /** Default: 4010; 0 is any that is free. */
  readonly port?: number;
  /** The address that it listens at. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /** How long each answer takes, in milliseconds. Default: 0. */
  readonly delay?: number;
  /** Whether pages of other origins may read the answers. Default: true. */
  readonly cors?: boolean;
  /** Puts fields of requests into responses, where names and types match. Default: false. */
  readonly echo?: boolean;
  /** Makes values up from schemas in place of the document's examples. Default: false. */
  readonly dynamic?: boolean;
  /** Which values are made up. Default: 0. */
  readonly seed?: number;
  /** Whether there is an API reference page. Default: true. */
  readonly page?: boolean;
}

/** What `exemplar.config.ts` exports by default. */
export type Config = TargetConfig | { readonly targets: readonly TargetConfig[] };

/** Gives a config its type. */
export function defineConfig(config: Config): Config {
  return config;
}

/** A target with every choice made. Paths are absolute. */
export interface Target {
  readonly document: string;
  readonly overlays: readonly string[];
  readonly output: string;
  readonly templates: readonly TemplateChoice[];
  readonly packageName: string;
  readonly packageVersion: string;
  readonly infer: DocumentInferOptions;
  readonly refs: { readonly roots: readonly string[]; readonly hosts: readonly string[] };
  readonly forms: FormOptions;
  readonly pagination: PaginationOptions;
  readonly int64: Int64Type;
  readonly dates: DateType;
  readonly strict: boolean;
  readonly verify: boolean;
}

/** A template set: its name where it is built in, else its folder, and what its options are set to. */
export interface TemplateChoice {
  readonly set: string;
  readonly options: JsonObject;
  /** The config file that says so, absolute. */
  readonly config?: string;
}

export const defaultTemplates: readonly TemplateChoice[] = ["client", "fixtures", "mock"].map((set) => ({
  set,
  options: {},
}));

/** True for the name of a built-in template set; a folder is written with a slash, or is absolute. */
export function isBuiltinName(template: string): boolean {
  return /^[\w-]+$/.test(template);
}
