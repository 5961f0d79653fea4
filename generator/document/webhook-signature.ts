/** How the requests of webhooks are signed: `x-exemplar-webhook-signature`, or the headers of Standard Webhooks. */
import { isJsonObject, writeJson } from "./json.js";
import type { NormalIncoming, WebhookSignature } from "./normal-document.js";
import type { Reader } from "./reader.js";

const key = "x-exemplar-webhook-signature";
const expected =
  '{ header, content, algorithm: "sha1" | "sha256" | "sha512", encoding: "hex" | "base64", secret: "text" | "base64", prefix, timestamp }';

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const standard: WebhookSignature = {
  header: "webhook-signature",
  content: "{webhook-id}.{webhook-timestamp}.{body}",
  algorithm: "sha256",
  encoding: "base64",
  secret: "base64",
  prefix: "v1,",
  timestamp: "webhook-timestamp",
};

/** What the document says; null where it says nothing, or nothing that can be understood. */
export function readWebhookSignature(reader: Reader, webhooks: readonly NormalIncoming[]): WebhookSignature | null {
  const written = reader.root.value[key];
  if (written === undefined) return webhooks.some(isStandard) ? standard : null;
  const one = <Value extends string>(value: unknown, values: readonly [Value, ...Value[]]): Value | null =>
    value === undefined ? values[0] : (values.find((each) => each === value) ?? null);
  const text = (value: unknown, usual: string) =>
    value === undefined ? usual : typeof value === "string" ? value : null;
  const given = isJsonObject(written) ? written : {};
  const header = text(given["header"], "");
  const content = text(given["content"], "{body}");
  const algorithm = one(given["algorithm"], ["sha256", "sha1", "sha512"]);
  const encoding = one(given["encoding"], ["hex", "base64"]);
  const secret = one(given["secret"], ["text", "base64"]);
  const prefix = text(given["prefix"], "");
  const timestamp = text(given["timestamp"], "");
  const isWhole = header !== "" && content?.includes("{body}") === true;
  if (isWhole && header && algorithm && encoding && secret && prefix !== null && timestamp !== null)
    return { header, content, algorithm, encoding, secret, prefix, timestamp: timestamp || null };
  reader.diagnostics.add("extension-value-unknown", reader.originOf(reader.root, key), {
    key,
    found: writeJson(written),
    expected,
  });
  return null;
}

function isStandard({ operation }: NormalIncoming): boolean {
  const headers = operation.parameters.filter((parameter) => parameter.in === "header");
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  return ["webhook-id", "webhook-timestamp", "webhook-signature"].every((name) => names.has(name));
}
