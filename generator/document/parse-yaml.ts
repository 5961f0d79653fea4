/**
 * YAML 1.2 text to a JSON value, with positions. Stricter than the library's own conversion: keys are taken as they
 * are written, tags and values that JSON does not have are refused, aliases and depth are bounded.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type ScalarTag,
  visit,
  type YAMLMap,
} from "yaml";
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "./json.js";
import { parsePointer } from "./json-pointer.js";
import type { LongInteger, SourceFile } from "./document.js";

/** Deeper than any real document (the deepest of 2,639 public ones has 58 levels), shallow enough for recursion. */
const maximumDepth = 256;
/** Nodes that aliases may add to a document; beyond that it is an alias bomb. */
const maximumAliasedNodes = 1_000_000;

/**
 * Parses YAML, or JSON, with positions.
 * @param uri how diagnostics name the file
 * @returns the value and a way to find positions, or null after at least one error was reported
 */
export function parseYaml(
  uri: string,
  text: string,
  diagnostics: Diagnostics,
): Pick<SourceFile, "value" | "longIntegers" | "locate" | "spelling"> | null {
  const { document, lines } = parse(text);
  const at = (offset: number) => {
    const found = position(lines, offset);
    return { uri, ...found, sourceLine: lineOf(text, lines, found.line) };
  };
  const exhausted = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (exhausted !== undefined) {
    diagnostics.add("yaml-too-large", at(exhausted.pos[0]), { what: `nests deeper than ${maximumDepth} levels` });
    return null;
  }
  for (const error of independent(document.errors)) {
    if (error.code === "MULTIPLE_DOCS") {
      diagnostics.add("yaml-several-documents", at(error.pos[0]), {});
      continue;
    }
    const opening = unclosedQuote(document.contents, error);
    const reason = opening === null ? reasonOf(error) : "the string that begins here has no closing quote";
    diagnostics.add("yaml-syntax", at(opening ?? error.pos[0]), { reason });
  }
  // The library warns of tags that it does not know and then ignores them.
  for (const warning of document.warnings)
    diagnostics.add("yaml-syntax", at(warning.pos[0]), { reason: sentence(warning.message) });
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    diagnostics.add("yaml-version", at(Math.max(0, text.search(/^%YAML/m))), {
      version: document.directives.yaml.version,
    });
  }
  const comment = /^\s*\{/.test(text) ? commentInJson(text) : null;
  if (comment !== null) {
    diagnostics.add("yaml-syntax", at(comment), { reason: "comments are written with # in YAML, and JSON has none" });
    return null;
  }
  const longIntegers: LongInteger[] = [];
  const conversion = new Conversion(document, {
    refusal: (code, offset, what) => {
      diagnostics.add(code, at(offset), { what });
    },
    long: (offset, digits) => {
      longIntegers.push({ ...position(lines, offset), digits });
    },
    unknownNumber: (offset, found) => {
      diagnostics.add("yaml-number-unknown", at(offset), { found });
    },
    merge: (offset) => {
      diagnostics.add("yaml-merge-key", at(offset), {});
    },
  });
  const value = conversion.convert(document.contents, 0);
  if (conversion.failed) return null;
  return {
    value,
    longIntegers,
    locate: (pointer) => position(lines, findNode(document.contents, pointer, conversion.targets).offset),
    spelling: (pointer) => spellingOf(findNode(document.contents, pointer, conversion.targets)),
  };
}

function parse(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    // Whatever version the file asks for.
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    intAsBigInt: true,
    // It would compare values (`010` is `10`), and each key with each; `Conversion` compares texts.
    uniqueKeys: false,
    keepSourceTokens: false,
    resolveKnownTags: false,
    customTags: (tags) => [...tags, ...explicitTags],
  });
  return { document, lines };
}

/** Tags that say what a node would be without them, and that the library does not know where they stand. */
const explicitTags: readonly ScalarTag[] = [
  { tag: "tag:yaml.org,2002:float", default: false, resolve: (text: string) => Number(text) },
  { tag: "tag:yaml.org,2002:merge", default: false, resolve: (text: string) => text },
];

/** Where a comment begins in text that otherwise is JSON; YAML would read it as a part of a key. */
function commentInJson(text: string): number | null {
  const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|#.*|(?<=^|[\s{}[\],])\/[/*]/g;
  for (const { 0: token, index } of text.matchAll(tokens)) if (token.startsWith("/")) return index;
  return null;
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 1, column: 1 } : { line, column: col };
}

/** The text of a line, without its end; `line` counts from 1. */
function lineOf(text: string, { lineStarts }: LineCounter, line: number): string {
  const end = (lineStarts[line] ?? text.length + 1) - 1;
  return text.slice(lineStarts[line - 1] ?? 0, text[end - 1] === "\r" ? end - 1 : end);
}

interface FoundNode {
  readonly node: unknown;
  /** Of the key of a map's entry, or of the item of a list. */
  readonly offset: number;
  /** False where it is only the nearest ancestor that is there. */
  readonly isExact: boolean;
}

/** As far down the pointer as there are nodes. */
function findNode(contents: unknown, pointer: string, targets: AliasTargets): FoundNode {
  let node: unknown = contents;
  let offset = start(node);
  for (const token of parsePointer(pointer) ?? []) {
    if (isAlias(node)) node = targets.get(node);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && keyText(item.key) === token);
      if (pair === undefined) return { node, offset, isExact: false };
      offset = start(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(token)];
      if (item === undefined) return { node, offset, isExact: false };
      offset = start(item);
      node = item;
    } else return { node, offset, isExact: false };
  }
  return { node: isAlias(node) ? targets.get(node) : node, offset, isExact: true };
}

function spellingOf({ node, isExact }: FoundNode): string | null {
  return isExact && isScalar(node) && node.type === "PLAIN" && typeof node.value !== "string"
    ? (node.source ?? null)
    : null;
}

function start(node: unknown): number {
  const range = (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range;
  return range ? range[0] : 0;
}

/** A key as it is written: `200`, `1.0`, `null` and `010` are the texts that they look like. */
function keyText(key: Scalar): string {
  return key.type === "PLAIN" && key.source !== undefined ? key.source : String(key.value);
}

/** Where the string begins that an error says is not closed: the library reports where it gave up, often the end of the file. */
function unclosedQuote(
  contents: unknown,
  error: { readonly message: string; readonly pos: readonly [number, number] },
): number | null {
  if (!error.message.startsWith("Missing closing")) return null;
  let opening: number | null = null;
  visit(contents as Node | null, {
    Scalar(_, node) {
      const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (isQuoted && node.range && node.range[0] <= error.pos[0] && node.range[1] >= error.pos[0] - 1)
        opening = node.range[0];
    },
  });
  return opening;
}

/** Errors that do not disturb what follows; after any other, the parser complains of much that is right. */
const harmless: ReadonlySet<string> = new Set(["BAD_SCALAR_START", "BAD_DQ_ESCAPE", "TAB_AS_INDENT"]);

/** Those up to the first that brings others about, at most 20. */
function independent<T extends { readonly code: string }>(errors: readonly T[]): readonly T[] {
  const first = errors.findIndex(({ code }) => !harmless.has(code));
  return errors.slice(0, first === -1 ? 20 : Math.min(20, first + 1));
}

function reasonOf({ message }: { readonly message: string }): string {
  const [, kind, text] = /^Unexpected (\S+) token in YAML stream: (.*)/.exec(message) ?? [];
  if (text === undefined) return sentence(message);
  // After the end of the outermost value nothing has a place.
  const isClosing = kind === "flow-map-end" || kind === "flow-seq-end";
  return isClosing ? `${text} closes nothing that is open` : `nothing is expected any more before ${text}`;
}

/** The library's sentences end without a full stop, and some quote the text around the error. */
function sentence(message: string): string {
  const first = message.split("\n")[0] ?? message;
  return first.replace(/[.:]?\s*$/, "");
}

type AliasTargets = ReadonlyMap<Alias, Node>;

/** What each alias stands for: the last node before it that has the anchor. The library looks for each from the start. */
function aliasTargets(document: ReturnType<typeof parseDocument>): AliasTargets {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

const bounds: ReadonlySet<string> = new Set(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);

type ConversionProblem = "yaml-value-unsupported" | "yaml-key-unsupported" | "yaml-too-large";

/** How the walk tells what it finds, by offset. */
interface ConversionReports {
  readonly refusal: (code: ConversionProblem, offset: number, what: string) => void;
  readonly long: (offset: number, digits: string) => void;
  readonly unknownNumber: (offset: number, found: string) => void;
  readonly merge: (offset: number) => void;
}

/** One walk over the nodes; a class because alias and failure counts live as long as the walk. */
class Conversion {
  failed = false;
  readonly targets: AliasTargets;
  private aliased = 0;
  private insideAlias = 0;
  private readonly reports: ConversionReports;

  constructor(document: ReturnType<typeof parseDocument>, reports: ConversionReports) {
    this.targets = aliasTargets(document);
    this.reports = reports;
  }

  convert(node: unknown, depth: number): JsonValue {
    if (this.failed && this.insideAlias > 0) return null;
    if (node === null || node === undefined) return null;
    if (depth > maximumDepth) return this.refuse("yaml-too-large", node, `nests deeper than ${maximumDepth} levels`);
    if (this.insideAlias > 0 && ++this.aliased > maximumAliasedNodes) {
      return this.refuse("yaml-too-large", node, `has aliases that expand to more than ${maximumAliasedNodes} nodes`);
    }
    if (isAlias(node)) {
      const target = this.targets.get(node);
      if (target === undefined)
        return this.refuse("yaml-value-unsupported", node, `the alias "*${node.source}" has no anchor before it`);
      this.insideAlias++;
      const value = this.convert(target, depth + 1);
      this.insideAlias--;
      return value;
    }
    if (isMap(node)) return this.convertMap(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1));
    if (isScalar(node)) return this.convertScalar(node);
    return this.refuse("yaml-value-unsupported", node, "a node of an unknown kind");
  }

  private convertMap(node: YAMLMap, depth: number): JsonValue {
    const entries: (readonly [string, JsonValue])[] = [];
    const seen = new Set<string>();
    const inherited: (readonly [string, JsonValue])[] = [];
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        this.refuse("yaml-key-unsupported", key ?? node, "a key that is a map, a list or an alias");
        continue;
      }
      const name = keyText(key);
      if (name === "<<" && key.type === "PLAIN") {
        inherited.push(...this.merged(key, this.convert(value, depth + 1)));
        continue;
      }
      // As texts: `200` and `"200"` are one key in JSON.
      if (seen.has(name))
        this.refuse("yaml-key-unsupported", key, `the key ${JSON.stringify(name)} a second time in one map`);
      seen.add(name);
      // Nobody counts with the bounds of what has 64 bits.
      entries.push([
        name,
        isScalar(value) ? this.convertScalar(value, bounds.has(name)) : this.convert(value, depth + 1),
      ]);
    }
    return jsonObject([...inherited.filter(([name]) => !seen.has(name)), ...entries]);
  }

  /** What the merge key of YAML 1.1 brings in: of several maps the first counts (https://yaml.org/type/merge.html). */
  private merged(key: Scalar, value: JsonValue): readonly (readonly [string, JsonValue])[] {
    const maps = isJsonArray(value) ? value : [value];
    if (!maps.every(isJsonObject)) {
      this.refuse("yaml-key-unsupported", key, 'the merge key "<<" with something else than maps');
      return [];
    }
    this.reports.merge(start(key));
    return maps.toReversed().flatMap((map) => Object.entries(map));
  }

  private convertScalar(node: Scalar, isBound = false): JsonValue {
    const { value } = node;
    if (node.tag !== undefined && !/^(!|tag:yaml\.org,2002:(str|int|float|bool|null))$/.test(node.tag)) {
      return this.refuse("yaml-value-unsupported", node, `the tag ${JSON.stringify(node.tag)}`);
    }
    if (typeof value === "bigint") {
      const number = Number(value);
      if (Number.isSafeInteger(number)) return number;
      if (!isBound && !(Number.isFinite(number) && BigInt(number) === value))
        this.reports.long(start(node), String(value));
      return value;
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      const text = node.source ?? String(value);
      this.reports.unknownNumber(start(node), text);
      return text;
    }
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
      return value;
    return this.refuse("yaml-value-unsupported", node, `a value of type ${typeof value}`);
  }

  private refuse(code: ConversionProblem, node: unknown, what: string): null {
    this.failed = true;
    this.reports.refusal(code, start(node), what);
    return null;
  }
}
