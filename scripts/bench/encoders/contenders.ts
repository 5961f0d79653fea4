/** The encoders that are compared, and the three kinds of body that they write. */
import { join } from "node:path";
import * as querystring from "node:querystring";
import { fileURLToPath, pathToFileURL } from "node:url";
import fastQuerystring from "fast-querystring";
import * as picoquery from "picoquery";
import qs from "qs";
import { payments, plainContacts, realisticContacts } from "./bodies.js";
import type { Contender, Loop } from "./measure.js";

type Encode = Contender["encode"];

export const caseNames = ["flat, nothing to escape", "flat, realistic values", "nested, 26 leaves"] as const;
export type CaseName = (typeof caseNames)[number];

/** The bodies of a case, as a parser leaves them: their texts lie in memory in one piece each. */
export function bodiesOf(name: CaseName): readonly unknown[] {
  const made = { [caseNames[0]]: plainContacts, [caseNames[1]]: realisticContacts, [caseNames[2]]: payments }[name]();
  return JSON.parse(JSON.stringify(made)) as typeof made;
}

/** How many of the first contenders are the limit: the fastest of them in a round counts. */
export const limits = 2;
const oursName = "**ours**";

/**
 * The limits first.
 * @param folder what `compileContenders` has written
 */
export async function contendersOf(name: CaseName, folder: string): Promise<readonly Contender[]> {
  const isNested = name === "nested, 26 leaves";
  const [limitFile, forms] = [join(folder, "limit.js"), join(folder, "ours", "src", "forms")];
  const limitName = isNested ? "encodePayment" : "encodeContact";
  const ours = isNested
    ? await importFunction(join(forms, "create-payment.js"), "encodeCreatePaymentForm")
    : await importFunction(join(forms, "create-contact.js"), "encodeCreateContactForm");
  const encoders: readonly (readonly [string, Encode])[] = [
    ["by hand", await importFunction(limitFile, limitName, "loop")],
    ["by hand, regular expression first", await importFunction(limitFile, limitName, "regexp")],
    [oursName, ours],
    ["qs", (body) => qs.stringify(body, { format: "RFC1738", arrayFormat: "indices" })],
    ["picoquery", (body) => picoquery.stringify(body, { nesting: isNested, nestingSyntax: "index" })],
    ["stripe-node", await stripeEncoder()],
    ...(isNested ? [] : flatEncoders),
  ];
  return Promise.all(
    encoders.map(async ([contender, encode], index) => ({
      name: contender,
      encode,
      loop: await importFunction<Loop>(join(folder, "loop.js"), "loop", String(index)),
    })),
  );
}

/** Encoders that know no nested values; their types ask for less than what they can write. */
const flatEncoders: readonly (readonly [string, Encode])[] = [
  ["URLSearchParams", (body) => new URLSearchParams(body as Record<string, string>).toString()],
  ["node:querystring", (body) => querystring.stringify(body as querystring.ParsedUrlQueryInput)],
  ["fast-querystring", (body) => fastQuerystring.stringify(body as Record<string, string>)],
];

/** What stripe-node writes its bodies with. Its package does not export it. */
function stripeEncoder(): Promise<Encode> {
  const entry = fileURLToPath(import.meta.resolve("stripe"));
  return importFunction(join(entry, "..", "utils.js"), "queryStringifyRequestData");
}

/** A function of a module; each `copy` of the module is loaded anew. The caller says what it takes and returns. */
async function importFunction<Imported = Encode>(file: string, name: string, copy = ""): Promise<Imported> {
  const module = (await import(`${pathToFileURL(file).href}?${copy}`)) as Readonly<Record<string, unknown>>;
  const found = module[name];
  if (typeof found !== "function") throw new Error(`${file} has no function ${name}`);
  return found as Imported;
}

/**
 * Sees that all write the same pairs, and ours the bytes of the limits.
 * @throws Error naming the contender, with both texts
 */
export function checkTexts(contenders: readonly Contender[], bodies: readonly unknown[]): void {
  for (const body of bodies) {
    const wanted = contenders[0]?.encode(body) ?? "";
    for (const [index, { name, encode }] of contenders.entries()) {
      const text = encode(body);
      const isSame = index < limits || name === oursName ? text === wanted : pairs(text) === pairs(wanted);
      if (!isSame) throw new Error(`${name} differs from what is written by hand:\n${text}\n${wanted}`);
    }
  }
}

const pairs = (text: string): string => JSON.stringify([...new URLSearchParams(text)]);

/** Whether a row of the result is ours. */
export function isOurs({ name }: { readonly name: string }): boolean {
  return name === oursName;
}
