import { type SignatureOptions, signatureProblem } from "../runtime/verify-signature.js";

export type { SignatureOptions };

/**
 * Checks the signature of a webhook's request, HMAC-SHA-256 in the header `X-Hub-Signature-256`. The request's body can still be read afterwards.
 *
 * @param secrets one, or several while the secret is being changed.
 * @returns null where it is right; else what is wrong, in a few words.
 */
export async function verifySignature(
  request: Request,
  secrets: string | readonly string[],
  options: SignatureOptions = {},
): Promise<string | null> {
  return signatureProblem(
    request,
    secrets,
    {
      header: "X-Hub-Signature-256",
      content: "{X-Sent}.{body}",
      algorithm: "sha256",
      encoding: "hex",
      secret: "text",
      prefix: "sha256=",
      timestamp: "X-Sent",
    },
    options,
  );
}
