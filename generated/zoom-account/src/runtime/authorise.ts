/** Which credentials a request gets. */
import type { Draft, Scheme, SchemeContext } from "./draft.js";

/** Credentials, or what else is said of a scheme, by its name. */
export type ByScheme<Value = unknown> = Readonly<Record<string, Value>>;

/** What the document says of security. */
export interface Security {
  /** Each takes what `Auth` has for it. */
  readonly schemes: ByScheme<Scheme<never>>;
  /** The variables of the environment that have a credential, where the caller gives none. */
  readonly env?: ByScheme<string>;
}

/** Credentials of a call. Neither inherits anything: a scheme may be called `constructor`. */
export interface Credentials {
  /** The caller's. */
  readonly auth: ByScheme;
  /** Those that the input has; they are not sent again. */
  readonly given: ByScheme;
}

/**
 * Puts credentials into a request.
 * @param alternatives each a list of schemes that are needed together
 * @throws TypeError where they are not all there
 */
export type Authorise = (
  draft: Draft,
  alternatives: readonly (readonly string[])[],
  credentials: Credentials,
  context: SchemeContext,
) => Promise<void>;

/** For documents whose operations have one list of schemes each: applies it. Where it is optional, nothing is needed. */
export function allOf({ schemes, env = {} }: Security): Authorise {
  return async (draft, [names = [], optional], credentials, context) => {
    // Where they are optional, all are sent or none.
    if (optional && names.some((name) => credentialOf(name, credentials, env) === undefined)) return;
    for (const name of names) {
      const found = credentialOf(name, credentials, env);
      const value = typeof found === "function" ? await (found as () => unknown)() : found;
      if (!value && value !== null) throw new TypeError(`no credentials for ${name}`);
      await schemes[name]?.(draft, value as never, context);
    }
  };
}

/**
 * Applies the first alternative whose credentials are all there: those that the caller gave come before those of the
 * environment, and an alternative that needs none comes last.
 */
export function anyOf(security: Security): Authorise {
  const apply = allOf(security);
  return async (draft, alternatives, credentials, context) => {
    const find = (env: ByScheme<string>) =>
      alternatives.find(
        (names) => names.length && names.every((name) => credentialOf(name, credentials, env) !== undefined),
      );
    const chosen = find({}) ?? find(security.env ?? {}) ?? alternatives.find((names) => !names.length);
    if (!chosen)
      throw new TypeError(`no credentials for ${alternatives.map((names) => names.join(" and ")).join(" or ")}`);
    await apply(draft, [chosen], credentials, context);
  };
}

/** Null where the input has it, undefined where nobody has it. */
function credentialOf(name: string, { auth, given }: Credentials, env: ByScheme<string>): unknown {
  const { process } = globalThis as { readonly process?: { readonly env?: ByScheme } };
  return given[name] != null ? null : auth[name] || process?.env?.[env[name] ?? ""] || undefined;
}
