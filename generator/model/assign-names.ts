/**
 * Who gets which name: `docs/names.md`. No name depends on the order of the document, and what is added to a document
 * takes no name from what is its own identifier already.
 */
import { streamFormat } from "../document/media-type.js";
import type { NormalOperation } from "../document/normal-document.js";
import { type Contents, derivedFunctions, derivedTypes } from "./derived-names.js";
import {
  camelCase,
  camelCaseKey,
  capitalise,
  isTakenType,
  packageFunctions,
  pascalCase,
  runtimeFunctions,
  schemaTypeName,
  shortHash,
  slug,
  specialMembers,
} from "./names.js";

interface Candidate {
  /** What tells it from all others. */
  readonly exact: string;
  readonly wish: string;
  /** Whether the wish is the exact name itself, or what leads back to it: such a one never gives way. */
  readonly isClean: boolean;
  /** The name where others have the same wish. */
  readonly longer: string;
}

/**
 * Distinct names. Those that are clean have their wish; others have it where nobody else wants it, and their longer name
 * where somebody does, all of them. What differs in case alone counts as the same, but between clean ones.
 * @param taken names that nobody can have
 * @param separator what stands before a hash
 * @returns in the order of the candidates
 */
function assignDistinct(
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
  separator: "_" | "-",
): readonly string[] {
  const names = new Map<Candidate, string>();
  const used = new Set([...taken].map(fold));
  const give = (candidate: Candidate, name: string) => {
    names.set(candidate, name);
    used.add(fold(name));
  };
  for (const candidate of candidates) {
    if (candidate.isClean && !taken.has(candidate.wish)) give(candidate, candidate.wish);
  }
  const steps: readonly ((candidate: Candidate) => string)[] = [
    ({ wish }) => wish,
    ({ longer }) => longer,
    ({ longer, exact }) => `${longer}${separator}${shortHash(exact)}`,
  ];
  for (const nameOf of steps) {
    const waiting = candidates.filter((candidate) => !names.has(candidate));
    const wanted = new Map<string, number>();
    for (const name of waiting.map((candidate) => fold(nameOf(candidate))))
      wanted.set(name, (wanted.get(name) ?? 0) + 1);
    const free = waiting.filter((candidate) => {
      const name = fold(nameOf(candidate));
      return wanted.get(name) === 1 && !used.has(name);
    });
    for (const candidate of free) give(candidate, nameOf(candidate));
  }
  // Two texts of one hash: found by whoever looks for them.
  const rest = candidates.filter((candidate) => !names.has(candidate));
  for (const candidate of rest.sort((one, other) => (one.exact < other.exact ? -1 : 1))) {
    let name = candidate.longer;
    for (let count = 2; used.has(fold(name)); count++) name = `${candidate.longer}${separator}${count}`;
    give(candidate, name);
  }
  return candidates.map((candidate) => names.get(candidate) ?? candidate.longer);
}

function fold(name: string): string {
  return name.toLowerCase();
}

/** The name of a schema's type, and of its file. */
export interface SchemaNames {
  readonly id: string;
  readonly slug: string;
}

/**
 * Names of schemas.
 * @param schemas their exact names, each once
 */
export function assignSchemaNames(schemas: readonly string[]): readonly SchemaNames[] {
  const ids = assignDistinct(
    schemas.map((name) => {
      const wish = schemaTypeName(name);
      return { exact: name, wish, isClean: wish === name, longer: `${wish}_${shortHash(name)}` };
    }),
    new Set(),
    "_",
  );
  const slugs = assignSlugs(schemas, "schema", (wish) => pascalCase(wish, ""));
  return schemas.map((name, index) => ({ id: ids[index] ?? name, slug: slugs[index] ?? name }));
}

/**
 * Names of files for specification extensions.
 * @param names with their `x-`, each once
 */
export function assignExtensionSlugs(names: readonly string[]): readonly string[] {
  return assignSlugs(names, "extension", (wish) => wish);
}

/**
 * Names of folders for tags.
 * @param tags their exact names, each once
 */
export function assignTagSlugs(tags: readonly string[]): readonly string[] {
  // What a page of documentation cannot be called beside README.md.
  return assignSlugs(tags, "tag", (wish) => wish, ["readme"]);
}

/**
 * Names of tags as members of an object.
 * @param tags their exact names, each once
 */
export function assignTagKeys(tags: readonly string[]): readonly string[] {
  const candidates = tags.map((tag): Candidate => {
    const wish = camelCaseKey(tag, "tag");
    return { exact: tag, wish, isClean: wish === tag, longer: `${wish}_${shortHash(tag)}` };
  });
  return assignDistinct(candidates, specialMembers, "_");
}

/** @param back the exact name that a slug is the plainest one of */
function assignSlugs(
  names: readonly string[],
  fallback: string,
  back: (wish: string) => string,
  taken: readonly string[] = [],
): readonly string[] {
  const candidates = names.map((name): Candidate => {
    const wish = slug(name, fallback);
    return { exact: name, wish, isClean: back(wish) === name, longer: `${wish}-${shortHash(name)}` };
  });
  return assignDistinct(candidates, new Set(taken), "-");
}

export interface OperationNames {
  /** The operationId, or what stands in for it. */
  readonly name: string;
  readonly id: string;
  readonly typeId: string;
  readonly slug: string;
  /** Why the name is not the one that the operationId makes. */
  readonly renamed: "duplicate" | "shared" | null;
}

/** What names an operation. */
export type NamedOperation = Pick<NormalOperation, "operationId" | "method" | "path"> & {
  readonly requestBody: { readonly content: readonly { readonly mediaType: string }[] } | null;
  readonly responses: readonly {
    readonly status: string;
    readonly content: readonly { readonly mediaType: string }[];
  }[];
};

/**
 * Names of operations, of their types and of their files.
 * @param operations in document order: of those with the same operationId the first has it
 * @param schemaIds names of types that are taken
 */
export function assignOperationNames(
  operations: readonly NamedOperation[],
  schemaIds: readonly string[],
): readonly OperationNames[] {
  const seen = new Set<string>();
  const candidates = operations.map((operation): Candidate & { readonly isDuplicate: boolean } => {
    const { operationId, method, path } = operation;
    const isDuplicate = operationId !== null && seen.has(operationId);
    const byPath = nameByPath(method, path);
    if (operationId === null || isDuplicate) {
      const exact = `${method} ${path}`;
      return { exact, wish: byPath, isClean: false, longer: `${byPath}_${shortHash(exact)}`, isDuplicate };
    }
    seen.add(operationId);
    const wish = camelCase(operationId, byPath);
    const longer = camelCase(`${wish} via ${byPath}`, byPath);
    return { exact: operationId, wish, isClean: wish === operationId, longer, isDuplicate };
  });
  const ids = assignDistinct(candidates, new Set([...runtimeFunctions, ...packageFunctions]), "_");
  const slugs = assignSlugs(ids, "operation", (wish) => camelCase(wish, ""));
  const typeIds = assignTypeIds(
    operations.map((operation, index) => ({ id: ids[index] ?? "", ...contentsOf(operation) })),
    { types: schemaIds, functions: ids },
  );
  return candidates.map(({ exact, wish, isDuplicate }, index): OperationNames => {
    const id = ids[index] ?? exact;
    const operationId = operations[index]?.operationId ?? null;
    const isShared = operationId !== null && id !== wish;
    return {
      name: operationId ?? id,
      id,
      typeId: typeIds[index] ?? id,
      slug: slugs[index] ?? id,
      renamed: isDuplicate ? "duplicate" : isShared ? "shared" : null,
    };
  });
}

/** What names a webhook or a callback. */
export interface NamedWebhook extends Pick<NamedOperation, "requestBody" | "responses"> {
  /** What tells it from all others. */
  readonly exact: string;
  /** The name in PascalCase of a type of it. */
  readonly wish: string;
  /** Whether the wish leads back to the name. */
  readonly isClean: boolean;
}

/**
 * Names of webhooks or callbacks, of their types and of their files.
 * @param taken names that operations, or webhooks before these, have
 */
export function assignWebhookNames(
  webhooks: readonly NamedWebhook[],
  taken: { readonly ids: readonly string[]; readonly slugs: readonly string[]; readonly types: readonly string[] },
): readonly OperationNames[] {
  const candidates = webhooks.map(({ exact, wish, isClean }): Candidate => {
    const id = camelCase(wish, "webhook");
    return { exact, wish: id, isClean, longer: `${id}_${shortHash(exact)}` };
  });
  const ids = assignDistinct(candidates, new Set([...runtimeFunctions, ...packageFunctions, ...taken.ids]), "_");
  const slugs = assignSlugs(ids, "webhook", (wish) => camelCase(wish, ""), taken.slugs);
  const typeIds = assignTypeIds(
    webhooks.map((webhook, index) => ({ id: ids[index] ?? "", ...contentsOf(webhook) })),
    { types: taken.types, functions: [...ids, ...taken.ids] },
  );
  return webhooks.map(({ exact }, index): OperationNames => {
    const id = ids[index] ?? exact;
    return { name: id, id, typeId: typeIds[index] ?? id, slug: slugs[index] ?? id, renamed: null };
  });
}

function contentsOf({ requestBody, responses }: Pick<NamedOperation, "requestBody" | "responses">): Contents {
  const mediaTypes = responses.map(({ content }) => content.map(({ mediaType }) => mediaType));
  return {
    statuses: responses.map(({ status }) => status),
    hasStreams: mediaTypes.flat().some((mediaType) => streamFormat(mediaType) !== null),
    requests: requestBody?.content.map(({ mediaType }) => mediaType) ?? [],
    responses: mediaTypes,
  };
}

/**
 * What the names of an operation's types begin with: its own name, or that with another word where one of them is taken
 * by a schema, by the package, or by an operation of a shorter name.
 */
function assignTypeIds(
  operations: readonly (Contents & { readonly id: string })[],
  taken: { readonly types: readonly string[]; readonly functions: readonly string[] },
): readonly string[] {
  const types = new Set(taken.types);
  const functions = new Set([...taken.functions, ...runtimeFunctions, ...packageFunctions]);
  const found = new Map<string, string>();
  const inTurn = [...operations].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  for (const { id, ...contents } of inTurn) {
    const wish = capitalise(id.replace(/_$/, ""));
    const isFree = (typeId: string) =>
      derivedTypes(typeId, contents).every((name) => !types.has(name) && !isTakenType(name)) &&
      derivedFunctions(typeId, contents).every((name) => !functions.has(name));
    let typeId = [wish, `${wish}Operation`, `${wish}Operation_${shortHash(id)}`].find(isFree);
    for (let count = 2; typeId === undefined; count++) {
      const numbered = `${wish}Operation${count}`;
      if (isFree(numbered)) typeId = numbered;
    }
    for (const name of derivedTypes(typeId, contents)) types.add(name);
    for (const name of derivedFunctions(typeId, contents)) functions.add(name);
    found.set(id, typeId);
  }
  return operations.map(({ id }) => found.get(id) ?? id);
}

/** `getUsersById` for `GET /users/{id}`. */
function nameByPath(method: string, path: string): string {
  const words = path.split("/").map((segment) => segment.replace(/\{([^}]*)\}/g, " by $1 "));
  return camelCase(`${method} ${words.join(" ")}`, method);
}
