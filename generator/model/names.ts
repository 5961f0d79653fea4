/** Names: from any text of a document to identifiers and slugs, and the scopes that keep them distinct. */

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
    "RequestOptions ResponseError TimeoutError AbortError Mock MockOptions Success Failure NotSent CallError ErrorStatus FieldError FileInput ServerSentEvent ClientErrorStatus ServerErrorStatus RedirectStatus AnyResult ErrorContext"
  ).split(" "),
);

/** Functions of the runtime that operations' modules import: an operation of the same name gets a number. */
export const runtimeFunctions: readonly string[] = (
  "anyPairs anyText base64Text base64UrlText cookieText dateOnly eventReader headerParameter itemText jsonHeader jsonText listOf " +
  "membersOf multipartBody objectOf pathParameter pathReservedText pathSegment rawBody readJsonLines readJsonSequence reservedText " +
  "scalarText uriText formText"
).split(" ");

/** The words of a text: `accountID_get-2`, `GET /users/{id}` become `account ID get 2`, `GET users id`. */
export function splitWords(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .match(/[A-Za-z\d]+/g) ?? []
  );
}

/** An identifier in PascalCase; `fallback` where the text has no letter or digit. */
export function pascalCase(text: string, fallback: string): string {
  const name = splitWords(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  if (name === "") return fallback;
  return /^\d/.test(name) ? `_${name}` : name;
}

/** An identifier in camelCase that is no reserved word. */
export function camelCase(text: string, fallback: string): string {
  // A text that is an identifier in camelCase already stays as it is.
  if (/^[a-z][A-Za-z\d]*$/.test(text)) return reservedWords.has(text) ? `${text}_` : text;
  const [first = "", ...rest] = splitWords(text);
  const head = isUpper(first) ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
  const name =
    first === "" ? fallback : head + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const legal = /^\d/.test(name) ? `_${name}` : name;
  return reservedWords.has(legal) ? `${legal}_` : legal;
}

/** A name for files and folders: lower-case words joined by hyphens, portable to every file system. */
export function slug(text: string, fallback: string): string {
  const name =
    splitWords(text)
      .map((word) => word.toLowerCase())
      .join("-") || fallback;
  // Device names of Windows; `index` is the name of the files that gather the others.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d|index)$/.test(name) ? `${name}-` : name;
  return safe.length <= 80 ? safe.replace(/-$/, "_") : `${safe.slice(0, 71)}-${shortHash(text)}`;
}

/** The name of a type for a schema: its own, unless that shadows a global or a name of the package. */
export function schemaTypeName(name: string): string {
  const identifier = /^[A-Za-z_$][\w$]*$/.test(name) ? name : pascalCase(name, "Schema");
  return takenTypes.has(identifier) || reservedWords.has(identifier) ? `${identifier}Schema` : identifier;
}

function isUpper(word: string): boolean {
  return /[A-Z]/.test(word) && word === word.toUpperCase();
}

/** Eight hexadecimal digits of FNV-1a over UTF-16 units: the same on every machine, and no import. */
function shortHash(text: string): string {
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
