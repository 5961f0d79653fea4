/** Calls an operation of a generated package with a stubbed `fetch`, and keeps what that got. */
import type { GeneratedPackage, Module } from "./generated-package.js";

export interface SentRequest {
  /** What follows the server's URL. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Body | null;
}

type Body = NonNullable<ConstructorParameters<typeof Response>[0]>;

/** What was sent; or the error, if nothing was. */
export type CallOutcome = { readonly sent: SentRequest } | { readonly error: Error };

/** Calls operations by their names. */
export type Caller = (operation: string, input: unknown) => Promise<CallOutcome>;

const server = "https://test.example";

/** The caller of a package whose document has the server `https://test.example`. */
export async function createCaller(generated: GeneratedPackage): Promise<Caller> {
  const [index, operations] = await Promise.all([generated.load("index"), generated.load("operations/index")]);
  return async (operation, input) => {
    let sent: SentRequest | undefined;
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      if (!url.startsWith(server)) throw new Error(`fetch was called with ${url}`);
      // The generated client's own `Draft`, whose body is one of these.
      sent = { target: url.slice(server.length), headers: new Headers(init.headers), body: init.body as Body | null };
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const client = functionOf(index, "createClient")({ fetch });
    try {
      await functionOf(operations, operation)(client, input);
    } catch (error) {
      if (!(error instanceof Error) || sent !== undefined) throw error;
      return { error };
    }
    if (sent === undefined) throw new Error("nothing was sent");
    return { sent };
  };
}

/** An exported function. */
export function functionOf(module: Module, name: string): (...values: readonly unknown[]) => unknown {
  const exported = module[name];
  if (typeof exported !== "function") throw new Error(`${name} is not exported`);
  return (...values) => Reflect.apply(exported, undefined, values) as unknown;
}
