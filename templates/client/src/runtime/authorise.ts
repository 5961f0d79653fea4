/** Which credentials a request gets. */
import type { Draft, Scheme, SchemeContext } from "./draft.js";

/** Credentials, or what else is said of a scheme, by its name. */
export type ByScheme<Value = unknown> = Readonly<Record<string, Value>>;

/** What the document says of security. */
export interface SecuritySetup {
  /** Each takes what `Auth` has for it. */
  readonly schemes?: ByScheme<Scheme<never>>;
  /** The variables of the environment that have a credential, where the caller gives none. */
  readonly env?: ByScheme<string>;
}

/**
 * Applies the first alternative whose credentials are all there: those that the caller gave come before those of the
 * environment, and an alternative that needs none comes last.
 * @param given credentials that the input has; they are not sent again
 * @throws TypeError where no alternative is complete
 */
export async function authorise(
  draft: Draft,
  alternatives: readonly (readonly string[])[],
  { schemes = {}, env }: SecuritySetup,
  auth: ByScheme,
  given: ByScheme | undefined,
  context: SchemeContext,
): Promise<void> {
  const { process } = globalThis as { readonly process?: { readonly env?: ByScheme } };
  // A scheme may be called as something that every object inherits.
  const own = <Value>(values: ByScheme<Value> = {}, name: string) =>
    Object.hasOwn(values, name) ? values[name] : undefined;
  const isGiven = (name: string) => own(given, name) != null;
  const any = (name: string) => own(auth, name) || process?.env?.[own(env, name) ?? ""];
  const find = (isMet: (name: string) => unknown) => alternatives.find((names) => names.length && names.every(isMet));
  const chosen =
    find((name) => isGiven(name) || own(auth, name)) ??
    find((name) => isGiven(name) || any(name)) ??
    alternatives.find((names) => !names.length);
  if (!chosen)
    throw new TypeError(`no credentials for ${alternatives.map((names) => names.join(" and ")).join(" or ")}`);
  for (const name of chosen) {
    const credential = isGiven(name) ? null : any(name);
    const value = typeof credential === "function" ? await (credential as () => unknown)() : credential;
    if (!value && value !== null) throw new TypeError(`no credentials for ${name}`);
    await schemes[name]?.(draft, value as never, context);
  }
}
