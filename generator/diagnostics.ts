/**
 * What the generator has to say about a document: a closed catalogue of codes, and a collector that is passed as an
 * argument. A diagnostic is plain data; `report.ts` turns it into text.
 */
import { catalogue } from "./diagnostic-catalogue.js";
import { maskSecrets } from "./mask-secrets.js";

export type Severity = "error" | "warning" | "info";

/** Where a node was written: the file, and a JSON pointer (RFC 6901) into it. */
export interface Origin {
  /** The file as the user would name it: relative to the working directory, with forward slashes. */
  readonly uri: string;
  readonly pointer: string;
}

/** A place in a text, for problems that have no node (syntax errors). Line and column count from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  /** The text of that line, where whoever reports has it at hand and no stage after it will. */
  readonly sourceLine?: string;
}

export type Place = Origin | TextPosition;

type Catalogue = typeof catalogue;
export type DiagnosticCode = keyof Catalogue;
type ParametersByCode = { readonly [Code in DiagnosticCode]: Parameters<Catalogue[Code]["message"]>[0] };
export type DiagnosticParameters<Code extends DiagnosticCode> = ParametersByCode[Code];

/** The catalogue, so typed that an entry found by a code takes that code's parameters. */
const entries: { readonly [Code in DiagnosticCode]: CatalogueEntry<ParametersByCode[Code]> } = catalogue;

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly place: Place | null;
  /** The rule that is broken, where it stands elsewhere; or null. */
  readonly rule: Place | null;
}

export interface Diagnostics {
  /**
   * Adds a problem. The same code, message and place twice are one problem.
   * @param parameters what the code's message names; its shape depends on the code
   * @param rule where the rule stands that is broken
   */
  add<Code extends DiagnosticCode>(
    code: Code,
    place: Place | null,
    parameters: DiagnosticParameters<Code>,
    rule?: Place,
  ): void;
  /** All problems in the order in which they were found. */
  list(): readonly Diagnostic[];
  hasErrors(): boolean;
}

/** A new, empty collector. Under `strict`, warnings are collected as errors. */
export function collectDiagnostics(options: { readonly strict?: boolean } = {}): Diagnostics {
  const found = new Map<string, Diagnostic>();
  return {
    add(code, place, parameters, rule) {
      const diagnostic = { ...createDiagnostic(code, place, parameters, options.strict ?? false), rule: rule ?? null };
      const key = JSON.stringify([code, diagnostic.message, place]);
      if (!found.has(key)) found.set(key, diagnostic);
    },
    list: () => [...found.values()],
    hasErrors: () => [...found.values()].some((diagnostic) => diagnostic.severity === "error"),
  };
}

function createDiagnostic<Code extends DiagnosticCode>(
  code: Code,
  place: Place | null,
  parameters: DiagnosticParameters<Code>,
  strict: boolean,
): Omit<Diagnostic, "rule"> {
  const entry = entries[code];
  const severity = strict && entry.severity === "warning" ? "error" : entry.severity;
  // Before the message cuts them: of half an address nobody can tell what is secret.
  const shown = masked(parameters);
  return { code, severity, message: entry.message(shown), help: entry.help(shown), place };
}

/** What a message names, without secrets. */
function masked<T>(parameters: T): T {
  const mask = (value: unknown): unknown => {
    if (typeof value === "string") return maskSecrets(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner)]));
  };
  // Of the same shape: only texts are changed.
  return mask(parameters) as T;
}

/** One code: how bad it is, what is said, and what `exemplar explain` prints. */
export interface CatalogueEntry<P> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
  readonly help: (parameters: P) => string;
  /** Why this happens and how it is cured, in a few sentences, for `exemplar explain CODE`. */
  readonly explanation: string;
}
