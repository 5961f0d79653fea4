/** Templates, template sets, and what they print. */
import { entry, type Nothing } from "./entry.js";
import { quote, quotePath, shorten, whatThereIs } from "./message-text.js";

function unsafety(why: "git" | "own" | "name" | { readonly file: string; readonly other: string }): string {
  if (why === "name") return "which cannot be a file on every operating system";
  if (why === "git") return "and .git is Git's own folder";
  if (why === "own") return "and .exemplar is the generator's own folder";
  return `but ${quotePath(why.file)} is a file, which ${quotePath(why.other)} writes`;
}

export const templateEntries = {
  "template-syntax": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `The template cannot be read: ${reason}.`,
    help: () => "Check that every {{ has its }}, and every {{#each}} and {{#if}} its end.",
    explanation: "The template is not valid Handlebars. Nothing was written.",
  }),
  "template-construct-refused": entry<{ construct: string; reason: string }>({
    severity: "error",
    message: ({ construct, reason }) => `${quote(construct)} is refused: ${reason}.`,
    help: () =>
      "Print fields with {{path}}, repeat lists with {{#each path}}, choose with {{#if path}}, include with {{> partial path}}, call helpers with {{name path}} or {{#if (name path)}}.",
    explanation:
      "Templates hold no logic, so that what they print can be checked: every decision is made in the view. Unescaped output does not exist, so that no text of a document can become code.",
  }),
  "template-place-refused": entry<{ construct: string; where: string }>({
    severity: "error",
    message: ({ construct, where }) => `${quote(construct)} stands ${where}, where nothing is printed safely.`,
    help: () =>
      "Let it stand alone: a string prints with its quotes, code prints as it is. What is made of parts is composed in the view.",
    explanation:
      "What a template prints is a whole token of the output's language: a literal, a name, a type. Within a string, a comment or the middle of a name it would mean something else, depending on the document.",
  }),
  "template-text-unclosed": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `${what} begins here and does not end in the same file, block or partial.`,
    help: () => "Close it before the block or the file ends.",
    explanation:
      "Blocks and partials are checked one by one, so what one opens it must close: strings, comments, template literals, and code blocks of Markdown.",
  }),
  "template-field-unknown": entry<{
    path: string;
    field: string;
    known: readonly string[];
    nearest: string | null;
  }>({
    severity: "error",
    message: ({ path, field, known, nearest }) =>
      `${path === field ? quote(path) : `${quote(path)} names ${quote(field)}, which`} is not there${whatThereIs(known, nearest)}.`,
    help: () =>
      "Check the spelling against the view type that the first line of the template names: the types of openapi-exemplar/view.",
    explanation:
      "A template may only name fields that its view has; inside {{#each}} paths begin at the item, and ../ leads out of it. Inside a partial they begin at what it was called with.",
  }),
  "template-partial-unknown": entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    severity: "error",
    message: ({ name, known, nearest }) => `There is no partial ${quote(name)}${whatThereIs(known, nearest)}.`,
    help: () => "Partials are files named NAME.hbs in the folder _partials of a template set.",
    explanation: "The template includes a partial that no layer of the template set has.",
  }),
  "template-helper-unknown": entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    severity: "error",
    message: ({ name, known, nearest }) => `There is no helper ${quote(name)}${whatThereIs(known, nearest)}.`,
    help: () => "Helpers are what helpers.ts, beside a template set, exports by defineHelpers.",
    explanation:
      "A tag with arguments calls a helper. A template sees the helpers of all sets that are layered with its own; of two with one name the later wins.",
  }),
  "template-helper-failed": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The helper ${quote(name)} failed: ${shorten(reason)}`,
    help: () => "Correct the helper, or what the template gives it.",
    explanation: "A helper of a template set threw an error. Nothing was written.",
  }),
  "template-value-refused": entry<{ path: string; found: string; expected: string }>({
    severity: "error",
    message: ({ path, found, expected }) => `${quote(path)} is ${found}; ${expected} was expected.`,
    help: () => "Change the path, or what the view holds there.",
    explanation:
      "Each output language prints certain values: TypeScript literals and code, JSON plain data, Markdown text and numbers, other files single safe words. {{#each}} takes lists.",
  }),
  "template-recursion": entry<{ name: string; limit: number; counted: "depth" | "number" }>({
    severity: "error",
    message: ({ name, limit, counted }) =>
      counted === "depth"
        ? `The partial ${quote(name)} is called within more than ${limit} others.`
        : `The partial ${quote(name)} is called when partials were called ${limit} times for this file.`,
    help: () => "Check that partials do not call themselves, or each other, without end.",
    explanation:
      "Partials may include themselves to print nested data, but every call must lead further into the data. There are limits on how many stand within each other, and on how many are called for a file.",
  }),
  "template-set-not-found": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `The template set ${quote(name)} is neither built in nor a folder that can be read.`,
    help: () =>
      "`exemplar templates list` shows the built-in sets; a folder is written with a slash, as in ./my-templates.",
    explanation: "Each entry of templates names a built-in set or a folder.",
  }),
  "template-unfit": entry<{ what: string }>({
    severity: "error",
    message: ({ what }) => `The template does not fit the views of this version: ${shorten(what, 300)}`,
    help: () => "Change the template; openapi-exemplar/view has the types of the views, `exemplar inspect` their data.",
    explanation:
      "`exemplar templates doctor` holds every path of a template against the view type that its first line names, every helper and partial against those of the sets. Generating finds the same, but only where a document leads there.",
  }),
  "template-set-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `${quotePath(name)} cannot be used: ${shorten(reason)}.`,
    help: () => "Correct it; docs/templates.md says what it may hold.",
    explanation:
      "The file set.json beside a template set declares what the set needs and adds: description, requires, options, peerDependencies and exports.",
  }),
  "template-set-outdated": entry<{ name: string; found: number; expected: number }>({
    severity: "error",
    message: ({ name, found, expected }) =>
      `The template set ${quote(name)} was written for version ${found} of the views; this is version ${expected}.`,
    help: () =>
      "Let `exemplar templates doctor` say what has changed (the changelog says why), then change views in its set.json.",
    explanation: "A set may say in set.json, as views, for which version of the views its templates were written.",
  }),
  "template-set-requires": entry<{ name: string; required: string }>({
    severity: "error",
    message: ({ name, required }) =>
      `The template set ${quote(name)} needs the set ${quote(required)} before it, which is not there.`,
    help: ({ required }) => `Put ${quote(required)} before it, in templates of the config or with --templates.`,
    explanation: "What a set generates may import what another one generates; set.json names that one in requires.",
  }),
  "template-set-repeated": entry<{ name: string; other: string; key: string }>({
    severity: "error",
    message: ({ name, other, key }) =>
      `The template sets ${quote(other)} and ${quote(name)} are both called ${quote(key)}, and options are given by name.`,
    help: () => "Leave one out, or give one another name, as name in its set.json.",
    explanation:
      "Templates read the options of a set as options.NAME.OPTION. The name is that of set.json, or else the folder's.",
  }),
  "template-option-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) =>
      `The template set ${quote(name)} has options that it does not take: ${shorten(reason)}.`,
    help: () => "Correct the options in the config; `exemplar templates list` shows those that a set takes.",
    explanation: "The options of a set are held against the JSON Schemas in its set.json.",
  }),
  "template-helpers-invalid": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The helpers in ${quotePath(name)} cannot be loaded: ${shorten(reason)}.`,
    help: () => "Export functions by their names: export default defineHelpers({ … }), from openapi-exemplar/helpers.",
    explanation: "The file helpers.ts beside a template set is loaded as the config is.",
  }),
  "template-not-readable": entry<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `The file ${quotePath(name)} of a template set cannot be used: ${reason}.`,
    help: () => "Make it a readable text file in UTF-8, or take it out of the set.",
    explanation:
      "Every file of a template set is a template, a partial or a text file that is copied as it is. Files whose names begin with a dot are passed over.",
  }),
  "template-output-unsafe": entry<{
    name: string;
    path: string;
    why: "git" | "own" | "name" | { readonly file: string; readonly other: string };
  }>({
    severity: "error",
    message: ({ name, path, why }) => `${quotePath(name)} would write ${quotePath(path)}, ${unsafety(why)}.`,
    help: ({ why }) =>
      why === "name"
        ? 'Rename it, without \\ : * ? " < > |, a trailing dot or a name such as con or nul.'
        : why === "git" || why === "own"
          ? "Let it write into another folder."
          : "Rename one of the two.",
    explanation:
      "The output is made to be checked in, so its names must be possible on Linux, macOS and Windows alike. A path must not be another's folder, and nothing is written into .git, nor into .exemplar, where the generator keeps what it knows of the output.",
  }),
  "template-iteration-unknown": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) =>
      `The name of this template has ${quote(`[${name}]`)}; [tag], [operation], [webhook], [schema] or [extension] was expected, or [tag] and [operation].`,
    help: () => "Rename the template.",
    explanation: "A name in square brackets in a template's path makes one file for each of what it names.",
  }),
  "template-extension-open": entry<Nothing>({
    severity: "error",
    message: () => "The extension of this template's files would come from the document.",
    help: () => "Let the name end in an extension of its own, as in [operation].[tag].ts.hbs.",
    explanation:
      "The extension says what a file is written in, and with that how values print. So a template says it, and no name in brackets.",
  }),
  "template-output-clash": entry<{ name: string; path: string; other: string }>({
    severity: "error",
    message: ({ name, path, other }) =>
      `${quotePath(name)} writes ${quotePath(path)}, which ${quotePath(other)} writes too.`,
    help: () => "Rename one of the two.",
    explanation: "Two templates must not make the same file, also where a file system ignores case.",
  }),
  "output-syntax": entry<{ template: string; reason: string; output: string; printed: string }>({
    severity: "error",
    message: ({ template, reason, output, printed }) =>
      `The template ${quotePath(template)} prints what is not valid at ${quotePath(output)}: ${shorten(reason)}.${printed.trim() === "" ? "" : ` It printed ${quote(printed.trim())}.`}`,
    help: () => "Correct the template. If it is a built-in one, please report this bug of ours with the document.",
    explanation:
      "Everything that templates print is parsed before it is written. The line shown is that of the template, or of the partial, which printed it; the place in the message is that of the output before it was formatted. Nothing was written.",
  }),
  "output-types": entry<{ template: string | null; reason: string; output: string | null }>({
    severity: "error",
    message: ({ template, reason, output }) =>
      `${template === null ? "The generated code" : `What the template ${quotePath(template)} prints`} has a type error${output === null ? "" : ` at ${quotePath(output)}`}: ${shorten(reason, 400)}`,
    help: () => "Correct the template. If it is a built-in one, please report this bug of ours with the document.",
    explanation:
      "With --verify, and in check, what is about to be written is type-checked under the strictest flags. The line shown is that of the template, or of the partial, which printed it; the place in the message is that of the output before it was formatted. Nothing was written.",
  }),
};
