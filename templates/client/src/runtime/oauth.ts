/** Security schemes whose tokens a client gets by itself: OAuth 2 and OpenID Connect. RFC 6749, RFC 6750. */
import type { Draft, Middleware, Scheme, SchemeContext } from "./draft.js";
import { basicText } from "./http-auth.js";
import { setHeaders } from "./headers.js";
import { linkSignals, raced } from "./link-signals.js";

/** A token, or what gets one. */
export type OAuthCredential = string | OAuthClient;

/**
 * Gets a token as a client, or with a refresh token, and again when it is about to end. Pass the same object to several
 * clients, and they share the token.
 */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly scopes?: readonly string[];
  /** With it, tokens are had in the name of the user who gave it. */
  readonly refreshToken?: string;
  /** In place of the document's, against the server's URL if it is relative. */
  readonly tokenUrl?: string;
  /** Of OpenID Connect: reads the token's URL from the provider's configuration. */
  readonly discovery?: boolean;
  /** Where the secret goes: the Authorization header, which is the default, or the body. */
  readonly clientAuthentication?: "header" | "body";
  /** Is told each token; servers that rotate refresh tokens send one that is to be kept. */
  readonly onToken?: (token: OAuthToken) => void | Promise<void>;
}

/** What a server gives. */
export interface OAuthToken {
  readonly accessToken: string;
  /** The one to be used from now on; undefined where there is none. */
  readonly refreshToken: string | undefined;
  /** When it ends, in milliseconds since 1970; undefined where the server does not say. */
  readonly expiresAt: number | undefined;
}

/** What the document says of a scheme. */
export interface OAuthUrls {
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  /** Of OpenID Connect. */
  readonly discoveryUrl?: string;
}

interface State {
  token?: OAuthToken;
  pending?: Promise<OAuthToken> | undefined;
}

/** The tokens that are at hand, whichever client got them, by where they are from. */
const states = new WeakMap<OAuthClient, Map<string, State>>();

/** A token of the caller, or one that is fetched once for all calls: before it ends, and once after a 401. */
export function oauth(urls: OAuthUrls): Scheme<OAuthCredential> {
  return async (draft, credential, context) => {
    draft.secrets.add("authorization");
    if (credential === null) return;
    const set = (each: Draft, token: string) => {
      setHeaders(each, { authorization: `Bearer ${token}` });
    };
    if (typeof credential === "string") {
      set(draft, credential);
      return;
    }
    const first = await tokenOf(urls, credential, context, draft.timeout);
    set(draft, first.accessToken);
    const renew: Middleware = (next) => async (each) => {
      const response = await next(each);
      const isOpen = typeof each.body === "object" && each.body !== null && "getReader" in each.body;
      if (response.status !== 401 || isOpen) return response;
      const used = /Bearer (.*)/.exec(each.headers.get("authorization") ?? "")?.[1];
      const token = await tokenOf(urls, credential, context, each.timeout, used).catch(() => undefined);
      // The server's answer says more than that there is no other token.
      if (token === undefined) return response;
      response.body?.cancel().catch(() => undefined);
      const again = { ...each, headers: new Headers(each.headers) };
      set(again, token.accessToken);
      return next(again);
    };
    draft.wraps.add(renew);
  };
}

/**
 * The token, which all who ask at once wait for together.
 * @param timeout for how long this one does
 * @param refused one that the server no longer takes
 */
async function tokenOf(
  urls: OAuthUrls,
  credential: OAuthClient,
  context: SchemeContext,
  timeout: number,
  refused?: string,
): Promise<OAuthToken> {
  for (const signal of context.signals) signal.throwIfAborted();
  const from = absolute(credential.tokenUrl ?? urls.tokenUrl ?? urls.discoveryUrl ?? "", context.baseUrl);
  const known = states.get(credential) ?? new Map<string, State>();
  states.set(credential, known);
  const state = known.get(from) ?? {};
  known.set(from, state);
  const { token } = state;
  const isGood = token && token.accessToken !== refused && Date.now() < (token.expiresAt ?? Infinity) - 30_000;
  if (isGood) return token;
  const fetched = (refreshToken?: string) => fetchToken(urls, credential, context, state, refreshToken);
  const own = credential.refreshToken;
  const given = state.token?.refreshToken;
  // A client that needs no refresh token does without the one that it was given, where that is no good.
  const asked = () =>
    own === undefined && given !== undefined ? fetched(given).catch(() => fetched()) : fetched(given ?? own);
  state.pending ??= asked().finally(() => {
    state.pending = undefined;
  });
  const { pending } = state;
  // Others may wait for it too: an abort ends the waiting, not the request.
  return raced(new AbortController(), context.signals, timeout, () => pending);
}

/** A URL of the document, against the server's, and that against the page's. */
function absolute(url: string, baseUrl: string): string {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  return new URL(url, new URL(`${baseUrl}/`, location?.href)).href;
}

/**
 * Asks for a token. RFC 6749, sections 4.4 and 6.
 * @throws TypeError where the server gives none
 */
async function fetchToken(
  urls: OAuthUrls,
  credential: OAuthClient,
  { fetch, baseUrl }: SchemeContext,
  state: State,
  refreshToken: string | undefined,
): Promise<OAuthToken> {
  const { clientId, clientSecret, scopes = [], onToken } = credential;
  const read = async (url: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> => {
    const shown = url.replace(/\/\/[^/]*@/, "//").replace(/[?#].*/s, "");
    const controller = new AbortController();
    // Nobody else ends it: many calls may wait for it.
    const release = linkSignals(controller, [], 30_000);
    try {
      // What is thrown may quote the URL, or have the request with it.
      const response = await fetch(absolute(url, baseUrl), {
        ...init,
        redirect: "error",
        signal: controller.signal,
      }).catch(() => {
        throw new TypeError(`no answer from ${shown}`);
      });
      const body = (await response.json().catch(() => null)) as Readonly<Record<string, unknown>> | null;
      const { error, error_description: description } = body ?? {};
      const why = [error, description].filter((text) => typeof text === "string").join(", ");
      if (!response.ok || !body) throw new TypeError(`${shown} answered ${response.status}${why && `: ${why}`}`);
      return body;
    } finally {
      release();
    }
  };
  const discovered = async () => {
    const { token_endpoint: url = null } = urls.discoveryUrl
      ? await read(urls.discoveryUrl, {})
      : { token_endpoint: null };
    return typeof url === "string" ? url : undefined;
  };
  const url =
    credential.tokenUrl ??
    (credential.discovery ? await discovered() : undefined) ??
    (refreshToken ? urls.refreshUrl : undefined) ??
    urls.tokenUrl;
  if (!url)
    throw new TypeError(
      "nothing says where to get a token: pass tokenUrl, discovery: true where the document has a provider, or a token",
    );
  const form = new URLSearchParams({ grant_type: !refreshToken ? "client_credentials" : "refresh_token" });
  if (refreshToken) form.set("refresh_token", refreshToken);
  if (scopes.length > 0) form.set("scope", scopes.join(" "));
  const headers = new Headers({ accept: "application/json", "content-type": "application/x-www-form-urlencoded" });
  if (clientSecret !== undefined && credential.clientAuthentication !== "body") {
    // The two are escaped as in a form. RFC 6749, section 2.3.1.
    const [username = "", password = ""] = [clientId, clientSecret].map((text) =>
      new URLSearchParams([["", text]]).toString().slice(1),
    );
    headers.set("authorization", basicText({ username, password }));
  } else {
    form.set("client_id", clientId);
    if (clientSecret !== undefined) form.set("client_secret", clientSecret);
  }
  const body = await read(url, { method: "POST", headers, body: form.toString() });
  const { access_token: accessToken, refresh_token: rotated, expires_in: seconds } = body;
  if (typeof accessToken !== "string") throw new TypeError("the server gave no token");
  const expiresIn = Number(seconds ?? Number.NaN);
  const token: OAuthToken = {
    accessToken,
    refreshToken: typeof rotated === "string" ? rotated : refreshToken,
    expiresAt: Number.isNaN(expiresIn) ? undefined : Date.now() + expiresIn * 1000,
  };
  state.token = token;
  await onToken?.(token);
  return token;
}
