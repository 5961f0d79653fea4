/** Text of a `.json` file that is no JSON: Prettier formats much that no JSON parser reads, such as comments. */

export interface JsonProblem {
  readonly offset: number;
  /** A sentence without its end. */
  readonly reason: string;
}

/** Files that are read by tools which take comments, and commas at the end. */
const relaxed = /(?:^|\/)(?:[tj]sconfig[\w.-]*\.json|\.vscode\/[^/]+\.json)$/;

/** True for files such as `tsconfig.json`, in which comments may stand. */
export function isRelaxedJson(path: string): boolean {
  return relaxed.test(path);
}

/** What is wrong with a text that is to be JSON; null where nothing is, and for files that may be more. */
export function jsonProblem(path: string, text: string): JsonProblem | null {
  if (isRelaxedJson(path)) return null;
  try {
    JSON.parse(text);
    return null;
  } catch {
    return firstProblem(text);
  }
}

/** https://www.rfc-editor.org/rfc/rfc8259#section-2 */
const TOKEN =
  /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/gy;

/** What may come next; an `item` and a `member` are the first of a list and an object, which may end instead. */
type Wanted = "value" | "item" | "key" | "member" | "colon" | "end";

/** The place of it: JavaScript engines name it each in its own way, or not at all. */
function firstProblem(text: string): JsonProblem {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let end = 0;
  for (const { 0: whole, 1: token = "", index } of text.matchAll(TOKEN)) {
    const next = following(token, wanted, open);
    if (next === null) {
      const isAfterComma = (wanted === "value" || wanted === "key") && /^[}\]]$/.test(token) && text[end - 1] === ",";
      if (isAfterComma) return { offset: end - 1, reason: "JSON has no comma at an end" };
      return { offset: index + whole.length - token.length, reason: `${token} is not expected here` };
    }
    wanted = next;
    end = index + whole.length;
  }
  const offset = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  const rest = text.slice(offset);
  const reason =
    rest === "" ? "the text ends too early" : /^\/[/*]/.test(rest) ? "JSON has no comments" : "it is no JSON";
  return { offset, reason };
}

/** What may come after a token; null where it may not stand there. */
function following(token: string, wanted: Wanted, open: string[]): Wanted | null {
  if (wanted === "colon") return token === ":" ? "value" : null;
  if (wanted === "end") {
    if (token === ",") return open.length === 0 ? null : open.at(-1) === "{" ? "key" : "value";
    return isClosing(token, open) ? "end" : null;
  }
  if ((wanted === "item" || wanted === "member") && isClosing(token, open)) return "end";
  if (wanted === "key" || wanted === "member") return token.startsWith('"') ? "colon" : null;
  if (/^[}\],:]$/.test(token)) return null;
  if (token !== "{" && token !== "[") return "end";
  open.push(token);
  return token === "{" ? "member" : "item";
}

/** Closes what was opened last. */
function isClosing(token: string, open: string[]): boolean {
  if (token !== (open.at(-1) === "{" ? "}" : "]") || open.length === 0) return false;
  open.pop();
  return true;
}
