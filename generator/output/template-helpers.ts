/**
 * What wrapped templates call: the four helpers behind `{{x}}`, `{{#each}}`, `{{#if}}` and `{{> partial}}`. They never
 * throw for what a template or a view has wrong: they report it and print nothing, so that all mistakes show in one run.
 */
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics.js";
import { nearestOf } from "../document/known-keys.js";
import { isCode, isPlainObject } from "../view/code.js";
import { describeValue, printValue } from "./print-value.js";
import { callHelper, type Helpers } from "./template-helper.js";
import { followPath, isTruthy, type Scope } from "./template-scope.js";
import { isScript } from "./template-source.js";
import type { Argument, HelperCall, Site } from "./template-wrap.js";

export type Report = <Code extends DiagnosticCode>(
  code: Code,
  site: Site,
  parameters: DiagnosticParameters<Code>,
) => void;

/** What Handlebars passes to a block helper. */
interface Bodies {
  readonly fn: (scope: Scope) => string;
  readonly inverse: (scope: Scope) => string;
}

/** Calls of partials within calls of partials: enough for any data that is nested on purpose. */
const MAX_DEPTH = 100;

/** Calls of partials in a file: one for each property of the largest documents, several times over. */
const MAX_CALLS = 1_000_000;

/**
 * The helpers, by the names in `HELPERS`.
 * @param siteAt the site with a number
 * @param offered the helpers of the template sets, and what prints in a package.json
 * @param report takes what is wrong
 */
export function templateHelpers(
  siteAt: (number: number) => Site,
  { helpers: own, settings }: { readonly helpers: Helpers; readonly settings: ReadonlySet<string> },
  report: Report,
) {
  const refuse = (site: Site, found: string, expected: string): "" => {
    report("template-value-refused", site, { path: original(site), found, expected });
    return "";
  };
  const valueAt = (scope: Scope, site: Site): Found =>
    site.argument === null ? { value: {} } : evaluate(scope, site, site.argument, own, report);
  let calls = 0;
  /** What is too many, and how many there may be; null for a call that is well. */
  const excess = (scope: Scope): { readonly limit: number; readonly counted: "depth" | "number" } | null => {
    if (scope.calls >= MAX_DEPTH) return { limit: MAX_DEPTH, counted: "depth" };
    calls += 1;
    return calls > MAX_CALLS ? { limit: MAX_CALLS, counted: "number" } : null;
  };
  let isSpent = false;
  return {
    /** To be called before each file. */
    begin: (): void => {
      calls = 0;
      isSpent = false;
    },

    print: (scope: Scope, number: number): string => {
      const site = siteAt(number);
      const found = valueAt(scope, site);
      if (found === null) return "";
      const { language, argument } = site;
      // Text that a helper has put together would become a literal, which is not what it means.
      const wantsCode = argument?.kind === "call" && (isScript(language) || language === "md");
      if (wantsCode && !isCode(found.value)) return refuse(site, describeValue(found.value), "a code value");
      const printed = printValue(found.value, language, settings);
      return printed.ok ? printed.text : refuse(site, printed.found, printed.expected);
    },

    repeat: (scope: Scope, number: number, bodies: Bodies): string => {
      const site = siteAt(number);
      const found = valueAt(scope, site);
      if (found === null) return "";
      if (!Array.isArray(found.value)) return refuse(site, describeValue(found.value), "a list");
      const items = Array.from<unknown>(found.value);
      if (items.length === 0) return bodies.inverse(scope);
      return items.map((value) => bodies.fn({ value, outer: scope, calls: scope.calls })).join("");
    },

    choose: (scope: Scope, number: number, bodies: Bodies): string => {
      const found = valueAt(scope, siteAt(number));
      if (found === null) return "";
      return isTruthy(found.value) ? bodies.fn(scope) : bodies.inverse(scope);
    },

    include: (scope: Scope, number: number, bodies: Bodies): string => {
      const site = siteAt(number);
      // Said once: where each calls two, it would be said without end.
      if (isSpent) return "";
      const tooMany = excess(scope);
      if (tooMany !== null) {
        isSpent = true;
        report("template-recursion", site, { name: site.partial, ...tooMany });
        return "";
      }
      const context = valueAt(scope, site);
      const named = site.named.map(([key, argument]) => [key, evaluate(scope, site, argument, own, report)] as const);
      if (context === null || named.some(([, found]) => found === null)) return "";
      if (named.length === 0) return bodies.fn({ ...context, outer: null, calls: scope.calls + 1 });
      if (!isPlainObject(context.value)) return refuse(site, describeValue(context.value), "an object");
      // What paths in it begin at: what it is called with, and its named arguments as fields beside. Spread and
      // fromEntries define own fields, so that `__proto__` is a field like others.
      const value = { ...context.value, ...Object.fromEntries(named.map(([key, found]) => [key, found?.value])) };
      return bodies.fn({ value, outer: null, calls: scope.calls + 1 });
    },
  };
}

/** Null after a problem. */
type Found = { readonly value: unknown } | null;

/** A site's path or helper, as it is written. */
function original(site: Site): string {
  if (site.argument === null) return site.partial;
  return site.argument.kind === "path" ? site.argument.path.original : callText(site.argument);
}

function callText(argument: Argument): string {
  if (argument.kind === "path") return argument.path.original;
  if (argument.kind === "literal") return JSON.stringify(argument.value);
  return [
    argument.name,
    ...argument.arguments.map((inner) => (inner.kind === "call" ? `(${callText(inner)})` : callText(inner))),
  ].join(" ");
}

function evaluate(scope: Scope, site: Site, argument: Argument, own: Helpers, report: Report): Found {
  if (argument.kind === "literal") return { value: argument.value };
  if (argument.kind === "call") return call(scope, site, argument, own, report);
  const found = followPath(scope, argument.path);
  if (found.ok) return found;
  const { field, known } = found;
  const nearest = nearestOf(field, known);
  report("template-field-unknown", site, { path: argument.path.original, field, known, nearest });
  return null;
}

function call(scope: Scope, site: Site, { name, ...call }: HelperCall, own: Helpers, report: Report): Found {
  const values = call.arguments.map((argument) => evaluate(scope, site, argument, own, report));
  const helper = own.get(name);
  const given = values.flatMap((found) => (found === null ? [] : [found.value]));
  // A helper that is not there was reported when the template was compiled.
  if (helper === undefined || given.length < values.length) return null;
  const outcome = callHelper(helper, given);
  if (outcome.ok) return outcome;
  report("template-helper-failed", site, { name, reason: outcome.reason });
  return null;
}
