/** Text that gets out of every place where other generators put it, around a marker that tells where it is found. */

/** No name that we make is this word alone, as each hostile text has several. */
export const marker = "cNRy";

const openers = [
  "*/",
  "*\\/",
  '"',
  "'",
  "`",
  "${",
  "</script>",
  "\u2028",
  "\n",
  "\u202e",
  "\u0000",
  "\ud800",
  "\\",
  "{{{x}}}",
  "<img src=x>",
  "\n```\n",
  "[a](javascript:b)",
  "\r\n@ts-nocheck ",
  '\n/// <reference path="x" />\n',
] as const;

/** Everything at once: each opener, with the marker as code behind it. */
export function hostileText(number: number): string {
  return `Zz${String(number)} ${openers.map((opener) => `${opener};${marker}();//`).join(" ")}`;
}

/** The same without what some places refuse: controls, line ends, surrogates, slashes. */
export function printableText(number: number): string {
  return `Zz${String(number)} " ${marker} ' ${marker} \` ${marker} \${${marker}} */ ${marker} \\" ${marker} <b> ${marker}`;
}
