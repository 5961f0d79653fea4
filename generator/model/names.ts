/** Names: from any text of a document to identifiers and slugs, and the scopes that keep them distinct. */

import { upperCase, withoutYoungLetters } from "./young-letters.js";

/** Words of strict-mode ECMAScript modules that cannot name a binding, and names that would shadow a global in use. */
const reservedWords = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do " +
    "else enum eval export extends false finally for from function get if implements import in instanceof interface is keyof let " +
    "module namespace never new null number object of package private protected public readonly require return set static " +
    "string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield " +
    "then globalThis NaN Infinity client input options"
  ).split(" "),
);

/** Types that generated code uses or declares itself: a schema of that name gets the suffix `Schema`. */
const takenTypes = new Set(
  (
    "Array ArrayBuffer Blob Boolean Date Error File FormData Function Headers Map Number Object Omit Partial Pick Promise " +
    "ReadonlyArray Record Request Required Response Set String Symbol URL URLSearchParams Uint8Array WithRequired Readonly Exclude " +
    "Extract NonNullable Awaited ReadableStream AbortSignal Iterator AsyncIterable Generator Intl JSON Math Proxy Reflect RegExp BigInt " +
    "ApiError ApiPromise Auth AuthError Client ClientOptions ConnectionError Credential DecodeResult EncodingError Problem " +
    "RequestOptions ResponseError TimeoutError AbortError Mock MockOf MockOptions MockOperations Overrides JsonSchema OperationSchemas Success Failure NotSent CallError ErrorStatus FieldError FileInput ServerSentEvent ClientErrorStatus ServerErrorStatus RedirectStatus SuccessStatus AnyResult ErrorContext CallFailure ErrorOf StreamPromise Middleware CallContext Draft " +
    "ArrayBufferView createClient PagedPromise Paged"
  ).split(" "),
);

/** Functions of the runtime that operations' modules import: an operation of the same name gets a suffix. */
export const runtimeFunctions: readonly string[] = (
  "answerParser anyPairs anyText base64Text base64UrlText bytesType cookieText dateOnly eventParser formAnswer headerParameter int64Input itemText jsonHeader jsonText listOf " +
  "mediaTypeParser membersOf multipartBody multipartContent objectOf parseDates parseInt64 parseInt64AndDates pathParameter pathReservedText pathSegment rawBody readBody readText noBody noBodyOf reservedText " +
  "scalarText uriText formText formField"
).split(" ");

/** Functions that stand beside operations, or beside their fixtures, in one module: no operation has their names. */
export const packageFunctions: readonly string[] = ["createFacade", "createMock", "makeMock", "merge"];

/** Members that JavaScript looks for on its own, such as `then`: an object of ours has none of its own. */
export const specialMembers: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Longer identifiers are cut: nobody reads them, and some tools refuse them. In UTF-16 units. */
const maxIdentifier = 200;

/**
 * The words of a text: `accountID_get-2`, `GET /users/{id}` become `account ID get 2`, `GET users id`. Latin letters lose
 * their accents; letters and digits of any other script stay (UAX #31: what may continue an identifier), if they are not
 * too young.
 */
export function splitWords(text: string): readonly string[] {
  return (
    withoutYoungLetters(text.normalize("NFKC"))
      // Taking marks off elsewhere would change letters: \u0439 is no \u0438.
      .replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""))
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
      .match(/(?=\p{ID_Continue})[\p{L}\p{Nl}\p{Nd}](?:(?!\p{Pc})\p{ID_Continue})*/gu) ?? []
  );
}

/** An identifier in PascalCase; `fallback` where the text has no letter or digit. */
export function pascalCase(text: string, fallback: string): string {
  return identifierOf(splitWords(text).map(capitalise).join("") || fallback, text);
}

/** An identifier in camelCase that is no reserved word. */
export function camelCase(text: string, fallback: string): string {
  const name = camelCaseKey(text, fallback);
  return isReserved(name) ? `${name}_` : name;
}

/** A name in camelCase for a member of an object, which reserved words may be. */
export function camelCaseKey(text: string, fallback: string): string {
  const [first = "", ...rest] = splitWords(text);
  // A text that is an identifier in camelCase already stays as it is.
  const isClean = /^[a-z][A-Za-z\d]*$/.test(text);
  const head = isUpper(first) ? first.toLowerCase() : uncapitalise(first);
  const words = isClean ? text : head + rest.map(capitalise).join("");
  return identifierOf(words || fallback, text);
}

/**
 * The name of an enum's member: the text itself where it is an identifier that begins with a capital letter (`Active`,
 * `ON_HOLD`), else in PascalCase, with `_` between digits that would run together; empty where nothing is left.
 */
export function memberCase(text: string): string {
  if (/^[A-Z]\w*$/.test(text) && text.length <= maxIdentifier) return text;
  const words = splitWords(text).map(capitalise);
  const name = words.reduce((start, word) => start + (/\d$/.test(start) && /^\d/.test(word) ? "_" : "") + word, "");
  return name === "" ? "" : identifierOf(name, text);
}

/** Constants of our own begin with `shapeOf`. */
function isReserved(name: string): boolean {
  return reservedWords.has(name) || name.startsWith("shapeOf");
}

/** The text with its first letter in upper case. */
export function capitalise(word: string): string {
  const [first = "", ...rest] = word;
  return upperCase(first) + rest.join("");
}

function uncapitalise(word: string): string {
  const [first = "", ...rest] = word;
  return first.toLowerCase() + rest.join("");
}

/** Joined words as an identifier: not with a digit in front, and not too long. */
function identifierOf(words: string, text: string): string {
  const legal = /^[\p{ID_Start}_$]/u.test(words) ? words : `_${words}`;
  if (legal.length <= maxIdentifier) return legal;
  // Not between the two halves of a surrogate pair.
  const cut = legal.slice(0, maxIdentifier - 9).replace(/[\ud800-\udbff]$/, "");
  return `${cut}_${shortHash(text)}`;
}

/**
 * A name for files and folders: lower-case ASCII words joined by hyphens, portable to every file system. Where nothing
 * of a text is left, the fallback with a hash.
 */
export function slug(text: string, fallback: string): string {
  const words = splitWords(text).flatMap((word) => word.match(/[A-Za-z\d]+/g) ?? []);
  const nothing = text === "" ? fallback : `${fallback}-${shortHash(text)}`;
  const name = words.map((word) => word.toLowerCase()).join("-") || nothing;
  // Device names of Windows; `index` is the name of the files that gather the others.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d|index)$/.test(name) ? `${name}-` : name;
  return safe.length <= 80 ? safe.replace(/-$/, "_") : `${safe.slice(0, 71)}-${shortHash(text)}`;
}

/** The name of a type for a schema: its own, unless that shadows a global or a name of the package. */
export function schemaTypeName(name: string): string {
  const isIdentifier = /^[A-Za-z_$][\w$]*$/.test(name) && name.length <= maxIdentifier;
  const id = isIdentifier ? name : pascalCase(name, "Schema");
  return isTakenType(id) || isReserved(id) ? `${id}Schema` : id;
}

/** True for the types that generated code uses or declares itself. */
export function isTakenType(name: string): boolean {
  return takenTypes.has(name);
}

function isUpper(word: string): boolean {
  return word !== word.toLowerCase() && word === word.toUpperCase();
}

/** Eight hexadecimal digits of FNV-1a over UTF-16 units: the same on every machine, and no import. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/** Hands out names that are distinct, also where a file system ignores case. */
export interface NameScope {
  /** The wish if it is free, else the wish with the first free number from 2. */
  claim(wish: string): string;
  has(name: string): boolean;
}

/**
 * A new scope.
 * @param taken names that are not to be handed out
 */
export function createNameScope(taken: Iterable<string> = []): NameScope {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  return {
    has: (name) => names.has(name.toLowerCase()),
    claim(wish) {
      let name = wish;
      for (let count = 2; names.has(name.toLowerCase()); count++) name = `${wish}${count}`;
      names.add(name.toLowerCase());
      return name;
    },
  };
}
