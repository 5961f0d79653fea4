/**
 * Where things may be printed. Every file, block and partial is looked at by itself, with a made-up name for each tag in
 * it: in TypeScript and JSON such a name must come out as a token of its own, not within a string, a comment or another
 * name, and every token must be closed. In Markdown, prose and code blocks are told apart.
 */
import jsTokens, { type JSXToken, type Token } from "js-tokens";
import type { Diagnostics } from "../diagnostics.js";
import { frontMatterOf, misplacedInYaml } from "./front-matter.js";
import { type PackagePlace, packagePlaces } from "./package-members.js";
import { markdownRegions, type Region } from "./template-markdown.js";
import { type Outline, outlineOf, unusedName } from "./template-outline.js";
import { isJson, isScript, type TemplateLanguage, templatePlace } from "./template-source.js";
import { bodiesOf, type Program, type Statement, statementsOf, takesWhiteSpace } from "./template-syntax.js";

/** The language in which each tag prints: in Markdown, that of the code block around it. */
export type Languages = ReadonlyMap<Statement, TemplateLanguage>;

/**
 * Checks the place of every tag of a template.
 * @param template name and text as it was parsed
 * @param use its language, and whether it is included by others (a partial must close its last comment, too)
 * @returns the languages of its tags, or null after a diagnostic
 */
export function checkPlaces(
  program: Program,
  template: { readonly name: string; readonly text: string },
  use: { readonly language: TemplateLanguage; readonly included: boolean },
  diagnostics: Diagnostics,
): Languages | null {
  const languages = new Map<Statement, TemplateLanguage>();
  const lines = template.text.split("\n");
  let problems = 0;
  const check: Check = {
    prefix: unusedName(template.text),
    languages,
    refuse(statement, where) {
      problems += 1;
      const { start, end } = statement.loc;
      const line = lines[start.line - 1] ?? "";
      const construct = line.slice(start.column, start.line === end.line ? end.column : undefined);
      diagnostics.add("template-place-refused", templatePlace(template.name, start), { construct, where });
    },
    unclosed(position, what) {
      problems += 1;
      diagnostics.add("template-text-unclosed", templatePlace(template.name, position), { what });
    },
  };
  // How deep in a package.json a partial is called, nobody knows.
  const depth = use.included ? Infinity : 0;
  checkProgram(program, { language: use.language, inner: use.included, depth }, check);
  return problems === 0 ? languages : null;
}

interface Check {
  readonly prefix: string;
  readonly languages: Map<Statement, TemplateLanguage>;
  readonly refuse: (statement: Statement, where: string) => void;
  readonly unclosed: (position: hbs.AST.Position, what: string) => void;
}

/** Where a program stands. */
interface ProgramPlace {
  readonly language: TemplateLanguage;
  /** Whether something may follow it in its file. */
  readonly inner: boolean;
  /** Of a package.json: the braces and brackets around it. */
  readonly depth: number;
}

function checkProgram(program: Program, place: ProgramPlace, check: Check): void {
  const byLine = place.language === "md" || place.language === "yaml";
  const whole = outlineOf(program, check.prefix, byLine);
  const depths = new Map<Statement, number>();
  if (byLine)
    for (const tag of statementsOf(program).filter(takesWhiteSpace)) check.refuse(tag, "beside ~, which joins lines");
  if (place.language === "md") {
    const { regions, problems } = markdownRegions(whole, place.inner ? null : frontMatterOf(program, whole));
    for (const { tag, where } of problems) check.refuse(tag, where);
    for (const region of regions) checkRegion(region, whole, { ...place, inner: true }, check);
  } else {
    const region = { language: place.language, start: 0, end: whole.text.length, closed: true };
    checkRegion(region, whole, place, check);
    if (place.language === "settings")
      for (const [tag, at] of placesInPackage(whole, place.depth)) {
        check.languages.set(tag, at.language);
        depths.set(tag, at.depth);
      }
  }
  for (const { tag } of whole.tagsIn(whole.text)) {
    const language = check.languages.get(tag) ?? place.language;
    const depth = depths.get(tag) ?? place.depth;
    if (tag.type === "BlockStatement")
      for (const body of bodiesOf(tag)) checkProgram(body, { language, inner: true, depth }, check);
  }
}

/** The place of each tag in a package.json, or in a block of one. */
function placesInPackage(whole: Outline, depth: number): ReadonlyMap<Statement, PackagePlace> {
  const tokens = [...jsTokens(whole.text)];
  return new Map(
    packagePlaces(tokens, depth).flatMap((place, at) => {
      const tag = whole.tagNamed(tokens[at]?.value ?? "");
      return tag === undefined ? [] : [[tag, place] as const];
    }),
  );
}

function checkRegion(region: Region, whole: Outline, { inner }: ProgramPlace, check: Check): void {
  const text = whole.text.slice(region.start, region.end);
  for (const { tag } of whole.tagsIn(text)) check.languages.set(tag, region.language);
  if (!region.closed) check.unclosed(whole.positionAt(region.start), "A code block");
  const { language } = region;
  if (language === "yaml")
    for (const tag of misplacedInYaml(text, whole)) check.refuse(tag, "in front matter, beside other text");
  if (isScript(language) || isJson(language)) checkTokens(text, { start: region.start, inner, language }, whole, check);
}

interface Tokens {
  /** Where the text begins. */
  readonly start: number;
  readonly inner: boolean;
  readonly language: TemplateLanguage;
}

function checkTokens(text: string, { start, inner, language }: Tokens, whole: Outline, check: Check): void {
  const tokens: readonly (Token | JSXToken)[] = [...jsTokens(text, { jsx: language === "tsx" })];
  const templates: number[] = [];
  let offset = start;
  for (const [at, token] of tokens.entries()) {
    const tag = token.type.startsWith("JSX") ? undefined : whole.tagNamed(token.value);
    const where =
      tag === undefined ? insideOf(token) : templates.length > 0 ? TEMPLATE : gluedTo(tokens[at - 1], tokens[at + 1]);
    const tags = tag === undefined ? whole.tagsIn(token.value).map((found) => found.tag) : [tag];
    if (where !== null) for (const refused of tags) check.refuse(refused, where);
    const unclosed = unclosedToken(token, inner && at === tokens.length - 1);
    if (unclosed !== null && tags.length === 0) check.unclosed(whole.positionAt(offset), unclosed);
    if (token.type === "TemplateHead") templates.push(offset);
    if (token.type === "TemplateTail") templates.pop();
    offset += token.value.length;
  }
  for (const opened of templates) check.unclosed(whole.positionAt(opened), "A template literal");
}

const TEMPLATE = "inside a template literal";

/** In what a name stands that is not a token of its own. */
function insideOf(token: Token | JSXToken): string {
  switch (token.type) {
    case "StringLiteral":
      return "inside a string";
    case "NoSubstitutionTemplate":
    case "TemplateHead":
    case "TemplateMiddle":
    case "TemplateTail":
      return TEMPLATE;
    case "RegularExpressionLiteral":
      return "inside a regular expression";
    case "SingleLineComment":
    case "MultiLineComment":
    case "HashbangComment":
      return "inside a comment";
    case "JSXText":
    case "JSXString":
    case "JSXIdentifier":
    case "JSXInvalid":
      return "in JSX outside of braces";
    default:
      return "glued to a name or to another tag";
  }
}

/** What a token would grow together with that is printed next to it. Signs and slashes only do to the right of them. */
function gluedTo(before: Token | JSXToken | undefined, after: Token | JSXToken | undefined): string | null {
  if (before !== undefined && (/[-+/]$|\/=$/.test(signOf(before)) || !setsApart(before)))
    return `glued to ${JSON.stringify(before.value)}`;
  return after === undefined || setsApart(after) ? null : `glued to ${JSON.stringify(after.value)}`;
}

function signOf(token: Token | JSXToken): string {
  return token.type === "Punctuator" ? token.value : "";
}

function setsApart(token: Token | JSXToken): boolean {
  return [
    "Punctuator",
    "JSXPunctuator",
    "WhiteSpace",
    "LineTerminatorSequence",
    "MultiLineComment",
    "SingleLineComment",
  ].includes(token.type);
}

/** What is left open by a token, in words; a comment up to the end of its line is, where something may follow there. */
function unclosedToken(token: Token | JSXToken, followed: boolean): string | null {
  if (token.type === "SingleLineComment" && followed) return "A comment";
  if (!("closed" in token) || token.closed) return null;
  switch (token.type) {
    case "StringLiteral":
      return "A string";
    case "RegularExpressionLiteral":
      return "A regular expression";
    case "MultiLineComment":
      return "A comment";
    default:
      return "A template literal";
  }
}
