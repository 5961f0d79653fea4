/** Signatures of requests that arrive: a keyed hash of their body, and of some headers. */

/** How requests are signed. */
export interface SignatureScheme {
  /** The header that has the signature; of several, between spaces or commas, one must be right. */
  readonly header: string;
  /** What is signed: `{body}`, and `{name}` for the headers that stand in it. */
  readonly content: string;
  readonly algorithm: "sha1" | "sha256" | "sha512";
  readonly encoding: "hex" | "base64";
  /** Whether the secret is text, or bytes in base64, perhaps behind `whsec_`. */
  readonly secret: "text" | "base64";
  /** What stands before the signature in its header: `sha256=`. */
  readonly prefix: string;
  /** The header that has the seconds since 1970 at which it was signed; null where none has. */
  readonly timestamp: string | null;
}

/** How strict a check is. */
export interface SignatureOptions {
  /** Seconds by which the time of signing may be off, where a header has it. Default: 300. */
  readonly tolerance?: number;
}

/**
 * Checks the signature of a request, whose body can still be read afterwards.
 * @param secrets one, or several while the secret is being changed
 * @returns null where it is right; else what is wrong, in a few words
 * @throws TypeError for a secret that is none
 */
export async function signatureProblem(
  request: Request,
  secrets: string | readonly string[],
  scheme: SignatureScheme,
  { tolerance = 300 }: SignatureOptions = {},
): Promise<string | null> {
  const { header, content, algorithm, encoding, prefix, timestamp } = scheme;
  const given = request.headers.get(header);
  if (given === null) return `no header "${header}"`;
  if (timestamp !== null) {
    const age = Math.abs(Date.now() / 1000 - Number(request.headers.get(timestamp) ?? Number.NaN));
    // What is no number is not within it either.
    if (!(age <= tolerance)) return `"${timestamp}" is not of now`;
  }
  const [before = "", after = ""] = content
    .split("{body}")
    .map((text) => text.replace(/\{([^{}]+)\}/g, (_, name: string) => request.headers.get(name) ?? ""));
  const body = new Uint8Array(await request.clone().arrayBuffer());
  const signed = new Blob([before, body, after]);
  const bytes = await signed.arrayBuffer();
  const hash = { name: "HMAC", hash: algorithm.replace("sha", "SHA-") };
  // A prefix may end in what separates several.
  const candidates = given.split(/[\s,]+(?=\S)/).concat(given.split(/\s+/));
  for (const secret of [secrets].flat()) {
    const own = bytesOf(secret, scheme.secret);
    if (own.length === 0) throw new TypeError(`the secret is ${secret === "" ? "empty" : "no base64"}`);
    const key = await crypto.subtle.importKey("raw", own, hash, false, ["verify"]);
    for (const candidate of candidates) {
      const signature = candidate.startsWith(prefix) ? decoded(candidate.slice(prefix.length), encoding) : null;
      // The platform compares in constant time.
      if (signature !== null && (await crypto.subtle.verify("HMAC", key, signature, bytes))) return null;
    }
  }
  return "the signature is wrong";
}

function bytesOf(secret: string, kind: "text" | "base64"): Uint8Array<ArrayBuffer> {
  if (kind === "text") return new TextEncoder().encode(secret);
  return decoded(secret.replace(/^whsec_/, ""), "base64") ?? new Uint8Array();
}

function decoded(text: string, encoding: "hex" | "base64"): Uint8Array<ArrayBuffer> | null {
  if (encoding === "hex") {
    if (!/^([\da-f]{2})+$/i.test(text)) return null;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  const plain = text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
  // One letter alone behind the fours is no byte.
  if (!/^[\w+/]+$/.test(plain) || plain.length % 4 === 1) return null;
  return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
}
