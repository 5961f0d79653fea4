import { createHmac } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { signatureProblem, type SignatureScheme } from "../../templates/client/src/runtime/verify-signature.js";

const body = '{"ref":"main"}';
const plain: SignatureScheme = {
  header: "X-Hub-Signature-256",
  content: "{body}",
  algorithm: "sha256",
  encoding: "hex",
  secret: "text",
  prefix: "sha256=",
  timestamp: null,
};
const standard: SignatureScheme = {
  header: "webhook-signature",
  content: "{webhook-id}.{webhook-timestamp}.{body}",
  algorithm: "sha256",
  encoding: "base64",
  secret: "base64",
  prefix: "v1,",
  timestamp: "webhook-timestamp",
};

const requestOf = (headers: Record<string, string>, text = body) =>
  new Request("https://mine.test/hook", { method: "POST", headers, body: text });
const hmac = (algorithm: string, secret: string | Buffer, text: string) => createHmac(algorithm, secret).update(text);

afterEach(() => {
  vi.useRealTimers();
});

it.each<[string, string, string | string[], string | null]>([
  ["right", `sha256=${hmac("sha256", "s3cret", body).digest("hex")}`, "s3cret", null],
  ["right for one of two secrets", `sha256=${hmac("sha256", "old", body).digest("hex")}`, ["new", "old"], null],
  ["of another secret", `sha256=${hmac("sha256", "other", body).digest("hex")}`, "s3cret", "the signature is wrong"],
  ["of another body", `sha256=${hmac("sha256", "s3cret", "{}").digest("hex")}`, "s3cret", "the signature is wrong"],
  ["without its prefix", hmac("sha256", "s3cret", body).digest("hex"), "s3cret", "the signature is wrong"],
  ["cut", "sha256=ab", "s3cret", "the signature is wrong"],
  ["no hex", "sha256=zz", "s3cret", "the signature is wrong"],
])("a signature that is %s", async (_, signature, secrets, problem) => {
  const request = requestOf({ "x-hub-signature-256": signature });
  expect(await signatureProblem(request, secrets, plain)).toBe(problem);
  expect(await request.text()).toBe(body);
});

it.each(["v1,abcde", "v1,", "v1,=", "v1", "v1,ä"])("a signature that is no base64: %j", async (signature) => {
  const headers = {
    "webhook-id": "a",
    "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
    "webhook-signature": signature,
  };
  const request = new Request("https://mine.test/hook", { method: "POST", body });
  for (const [name, value] of Object.entries(headers))
    request.headers.set(name, encodeURI(value).replace("v1%2C", "v1,"));
  expect(await signatureProblem(request, "whsec_c2VjcmV0", standard)).toBe("the signature is wrong");
});

it.each(["", "whsec_"])("a secret that is none: %j", async (secret) => {
  const request = requestOf({ [plain.header]: "sha256=00" });
  await expect(signatureProblem(request, secret, { ...plain, secret: "base64" })).rejects.toThrow(TypeError);
});

it("no signature", async () => {
  expect(await signatureProblem(requestOf({}), "s3cret", plain)).toBe('no header "X-Hub-Signature-256"');
});

it.each(["sha1", "sha512"] as const)("%s, in base64", async (algorithm) => {
  const scheme = { ...plain, algorithm, encoding: "base64", prefix: "" } as const;
  const signature = hmac(algorithm, "s3cret", body).digest("base64");
  expect(await signatureProblem(requestOf({ [plain.header]: signature }), "s3cret", scheme)).toBeNull();
});

it("Standard Webhooks, by the example of their specification", async () => {
  // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const headers = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,bm9ldHU5eWo= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const text = '{"test": 2432232314}';
  vi.useFakeTimers({ now: 1614265330_000 });
  expect(await signatureProblem(requestOf(headers, text), secret, standard)).toBeNull();
  expect(await signatureProblem(requestOf(headers, `${text} `), secret, standard)).toBe("the signature is wrong");
  vi.useFakeTimers({ now: 1614265330_000 + 301_000 });
  expect(await signatureProblem(requestOf(headers, text), secret, standard)).toBe('"webhook-timestamp" is not of now');
  expect(await signatureProblem(requestOf(headers, text), secret, standard, { tolerance: 400 })).toBeNull();
  const untimed = { ...headers, "webhook-timestamp": "" };
  expect(await signatureProblem(requestOf(untimed, text), secret, standard)).toBe('"webhook-timestamp" is not of now');
});
