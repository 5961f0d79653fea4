/**
 * Names for the schemas that references lead to. A component of the document keeps its name; the others are named by
 * what they refer to, never by the order in which they are met. docs/references.md has the rules.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { isJsonObject, member } from "./json.js";
import { formatPointer } from "./json-pointer.js";
import { locateReference } from "./locate-reference.js";
import { methods, slotOf } from "./openapi-structure.js";
import { schemaHomeOf, type Sources, type Target } from "./reference-sources.js";
import { isSchema } from "./reference-target.js";

export interface SchemaNames {
  /** By a target's key. */
  readonly names: ReadonlyMap<string, string>;
  /** The schemas that are to stand among the document's, beside or in the place of those of the same name. */
  readonly hoisted: ReadonlyMap<string, Target>;
}

/** Names all schemas. @param schemas the targets of references, by key */
export function nameSchemas(sources: Sources, schemas: ReadonlyMap<string, Target>): SchemaNames {
  const components = componentsOf(sources);
  const names = new Map(components.map(({ name, target }) => [target.key, name]));
  const hoisted = new Map<string, Target>();
  for (const [name, target] of adoptions(sources, components, names)) {
    names.set(target.key, name);
    hoisted.set(name, target);
  }
  const meant = [...schemas.values()].map((target) => [target.key, meantBy(sources, target, names)] as const);
  const nameless = new Map(
    meant.flatMap(([, target]) => (names.has(target.key) ? [] : [[target.key, target] as const])),
  );
  const chosen = chooseNames(sources, [...nameless.values()], new Set(components.map(({ name }) => name)));
  for (const [target, name] of chosen) {
    names.set(target.key, name);
    hoisted.set(name, target);
  }
  for (const [key, { key: end }] of meant) names.set(key, names.get(end) ?? "");
  return { names, hoisted };
}

/** What a target stands for that is nothing but a reference, such as an entry of a file that lists the others. */
function meantBy(sources: Sources, start: Target, names: ReadonlyMap<string, string>): Target {
  const way = new Set<string>();
  let target = start;
  while (!names.has(target.key) && way.size < 100) {
    const reference = member(target.value, "$ref");
    if (typeof reference !== "string" || Object.keys(target.value ?? {}).length !== 1) break;
    const next = locateReference(sources, target.scope, reference);
    if (next.outcome !== "found" || way.has(next.target.key) || !isSchema(next.target)) return start;
    way.add(target.key);
    ({ target } = next);
  }
  return target;
}

interface Component {
  readonly name: string;
  readonly target: Target;
}

/** The schemas that the document itself names. */
function componentsOf(sources: Sources): readonly Component[] {
  const { root } = sources;
  const home = schemaHomeOf(root.value);
  const at = (tokens: readonly string[]) => {
    const pointer = formatPointer(tokens).replaceAll("%", "%25");
    const lookup = locateReference(sources, root, `#${pointer}`);
    return lookup.outcome === "found" ? lookup.target : null;
  };
  let container = at(home);
  // A map that is a reference as a whole.
  for (let hops = 0; hops < 10 && container !== null; hops++) {
    const reference = member(container.value, "$ref");
    if (typeof reference !== "string") break;
    const lookup = locateReference(sources, container.scope, reference);
    container = lookup.outcome === "found" ? lookup.target : null;
  }
  if (container === null || !isJsonObject(container.value)) return [];
  return Object.keys(container.value).flatMap((name) => {
    const target = at([...home, name]);
    return target === null ? [] : [{ name, target }];
  });
}

/** Components that are nothing but a reference to a schema without a name: it takes theirs, and their place. */
function adoptions(
  sources: Sources,
  components: readonly Component[],
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, Target])[] {
  const claims = new Map<string, { readonly target: Target; readonly by: string[] }>();
  for (const { name, target: component } of components) {
    const reference = member(component.value, "$ref");
    if (typeof reference !== "string" || Object.keys(component.value ?? {}).length !== 1) continue;
    const lookup = locateReference(sources, component.scope, reference);
    const target = lookup.outcome === "found" ? meantBy(sources, lookup.target, names) : null;
    if (target === null || names.has(target.key) || !isSchema(target)) continue;
    const claim = claims.get(target.key) ?? { target, by: [] };
    claim.by.push(name);
    claims.set(target.key, claim);
  }
  return [...claims.values()].flatMap(({ target, by: [first, ...others] }) => {
    if (first === undefined) return [];
    const wish = wishFor(sources, target);
    return [[others.includes(wish) ? wish : first, target] as const];
  });
}

/** Each target with its name: its wish where no other has it, else with its file's name, else with a hash. */
function chooseNames(sources: Sources, targets: readonly Target[], taken: Set<string>): ReadonlyMap<Target, string> {
  const chosen = new Map<Target, string>();
  let left = targets;
  for (const rule of [wishFor, nameWithFile, nameWithHash]) {
    const wishes = new Map<string, Target[]>();
    for (const target of left) {
      const wish = rule(sources, target);
      wishes.set(wish, [...(wishes.get(wish) ?? []), target]);
    }
    const before = new Set(taken);
    for (const [wish, [target, ...others]] of wishes) {
      // Nobody gets what several want, also not later, by another rule.
      taken.add(wish);
      if (target !== undefined && others.length === 0 && !before.has(wish)) chosen.set(target, wish);
    }
    left = left.filter((target) => !chosen.has(target));
  }
  for (const target of left) {
    const base = nameWithHash(sources, target);
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}_${String(count)}`;
    taken.add(name);
    chosen.set(target, name);
  }
  return chosen;
}

/** What a target would be called if it were alone. */
function wishFor(sources: Sources, { file, tokens }: Target): string {
  const ofFile = file === sources.root.file ? "" : fileWords(file);
  const last = tokens.at(-1) ?? "";
  if (tokens.length === 0) return ofFile || "Schema";
  const isNested = slotOf("schema", tokens[0] ?? "") !== undefined;
  if (ofFile !== "" && tokens.length === 1 && !isNested) return last;
  const holders = ["components/schemas", "definitions", "$defs", "schemas"];
  if (holders.includes(tokens.slice(0, -1).join("/")) && (ofFile !== "" || tokens[0] !== "components")) return last;
  const words = pascal(wordsOf(tokens));
  return (isNested && tokens[0] !== "$defs" ? ofFile + words : words) || "Schema";
}

function nameWithFile(sources: Sources, target: Target): string {
  const wish = wishFor(sources, target);
  if (target.file === sources.root.file) return nameWithHash(sources, target);
  const ofFile = fileWords(target.file);
  return wish + (ofFile === wish ? pascal([posix.basename(posix.dirname(target.file))]) : ofFile);
}

function nameWithHash(sources: Sources, target: Target): string {
  // The label, not the path: the same on every machine.
  const place = `${sources.files.get(target.file)?.label ?? ""}#${formatPointer(target.tokens)}`;
  return `${wishFor(sources, target)}_${createHash("sha256").update(place).digest("hex").slice(0, 8)}`;
}

/** `models/pet-store.schema.yml` becomes `PetStore`; a name that is an identifier stays as it is. */
function fileWords(file: string): string {
  const stem = posix
    .basename(file)
    .replace(/\.(?:ya?ml|json)$/i, "")
    .replace(/\.schema$/i, "");
  return /^[A-Za-z]\w*$/.test(stem) && /^[A-Z]/.test(stem) ? stem : pascal([stem]);
}

/** Tokens that say nothing in a name. */
const silent = new Set(["components", "schemas", "definitions", "properties", "paths", "content", "schema", "$defs"]);
const spoken = new Map([
  ["items", "item"],
  ["responses", "response"],
  ["requestBody", "body"],
]);

/**
 * `paths, /pets/{id}, get, responses, 200, content, application/json, schema` become `get, pets, by, id, response, 200,
 * schema`: without the last, it would be the name of a type of the operation.
 */
function wordsOf(tokens: readonly string[]): readonly string[] {
  if (tokens[0] !== "paths") return tokens.filter((token) => !silent.has(token));
  const [path = "", method = "", ...rest] = tokens.slice(1);
  const isMethod = methods.some((name) => name === method);
  const inside = rest.flatMap((token, index) => {
    if (silent.has(token) || (rest[index - 1] === "content" && /\bjson$/i.test(token))) return [];
    return [spoken.get(token) ?? token];
  });
  const isWhole = rest.at(-1) === "schema" && ["content", "responses"].includes(rest.at(-3) ?? "");
  return [
    ...(isMethod ? [method] : []),
    path.replaceAll("{", " by "),
    ...(isMethod ? [] : [method]),
    ...inside,
    ...(isWhole ? ["schema"] : []),
  ];
}

function pascal(texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.match(/[A-Za-z0-9]+/g) ?? []);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The reference to a named schema, as all later stages write it. A name may look percent-encoded, and references are decoded. */
export function referenceTo(name: string): string {
  return `#${formatPointer(["components", "schemas", name]).replaceAll("%", "%25")}`;
}
