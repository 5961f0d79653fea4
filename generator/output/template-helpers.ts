/**
 * What wrapped templates call: the four helpers behind `{{x}}`, `{{#each}}`, `{{#if}}` and `{{> partial}}`. They never
 * throw for what a template or a view has wrong: they report it and print nothing, so that all mistakes show in one run.
 */
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics.js";
import { isPlainObject } from "../view/code.js";
import { describeValue, printValue } from "./print-value.js";
import { type FieldPath, followPath, isTruthy, type Scope } from "./template-scope.js";
import type { Argument, Site } from "./template-wrap.js";

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
const MAX_CALLS = 100;

/**
 * The helpers, by the names in `HELPERS`.
 * @param siteAt the site with a number
 * @param report takes what is wrong
 */
export function templateHelpers(siteAt: (number: number) => Site, report: Report) {
  return {
    print: (scope: Scope, number: number): string => {
      const site = siteAt(number);
      const found = lookUp(scope, site, site.path, report);
      if (found === null) return "";
      const printed = printValue(found.value, site.language);
      if (printed.ok) return printed.text;
      report("template-value-refused", site, {
        path: original(site),
        found: printed.found,
        expected: printed.expected,
      });
      return "";
    },

    repeat: (scope: Scope, number: number, bodies: Bodies): string => {
      const site = siteAt(number);
      const found = lookUp(scope, site, site.path, report);
      if (found === null) return "";
      if (!Array.isArray(found.value)) {
        report("template-value-refused", site, {
          path: original(site),
          found: describeValue(found.value),
          expected: "a list",
        });
        return "";
      }
      const items = Array.from<unknown>(found.value);
      if (items.length === 0) return bodies.inverse(scope);
      return items.map((value) => bodies.fn({ value, outer: scope, calls: scope.calls })).join("");
    },

    choose: (scope: Scope, number: number, bodies: Bodies): string => {
      const site = siteAt(number);
      const found = lookUp(scope, site, site.path, report);
      if (found === null) return "";
      return isTruthy(found.value) ? bodies.fn(scope) : bodies.inverse(scope);
    },

    include: (scope: Scope, number: number, bodies: Bodies): string => {
      const site = siteAt(number);
      if (scope.calls >= MAX_CALLS) {
        report("template-recursion", site, { name: site.partial, limit: MAX_CALLS });
        return "";
      }
      const called = partialValue(scope, site, report);
      return called === null ? "" : bodies.fn({ value: called.value, outer: null, calls: scope.calls + 1 });
    },
  };
}

function original(site: Site): string {
  return site.path?.original ?? site.partial;
}

function lookUp(scope: Scope, site: Site, path: FieldPath | null, report: Report): { readonly value: unknown } | null {
  if (path === null) return { value: {} };
  const found = followPath(scope, path);
  if (found.ok) return found;
  report("template-field-unknown", site, { path: path.original, field: found.field, known: found.known });
  return null;
}

/** What paths in a partial begin at: what it is called with, and its named arguments as fields beside. */
function partialValue(scope: Scope, site: Site, report: Report): { readonly value: unknown } | null {
  const context = lookUp(scope, site, site.path, report);
  const named = site.named.map(([key, argument]) => [key, argumentValue(scope, site, argument, report)] as const);
  if (context === null || named.some(([, found]) => found === null)) return null;
  if (named.length === 0) return context;
  if (!isPlainObject(context.value)) {
    report("template-value-refused", site, {
      path: original(site),
      found: describeValue(context.value),
      expected: "an object",
    });
    return null;
  }
  // Spread and fromEntries define own fields, so that `__proto__` is a field like others.
  return { value: { ...context.value, ...Object.fromEntries(named.map(([key, found]) => [key, found?.value])) } };
}

function argumentValue(
  scope: Scope,
  site: Site,
  argument: Argument,
  report: Report,
): { readonly value: unknown } | null {
  return argument.kind === "literal" ? { value: argument.value } : lookUp(scope, site, argument.path, report);
}
