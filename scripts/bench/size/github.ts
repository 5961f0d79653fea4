/** Applications of GitHub's API: paths and queries. Its document has no security schemes, so the token is a header. */
import type { Application, Subject } from "./subject.js";

interface Operation {
  readonly name: string;
  readonly template: string;
  /** Values of the path's parameters as code, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: string | null;
}

const repository = { owner: '"octocat"', repo: '"hello"' };
const operations: readonly Operation[] = [
  { name: "reposGet", template: "/repos/{owner}/{repo}", path: repository, query: null },
  { name: "usersGetByUsername", template: "/users/{username}", path: { username: '"octocat"' }, query: null },
  {
    name: "issuesListForRepo",
    template: "/repos/{owner}/{repo}/issues",
    path: repository,
    query: '{ state: "open" }',
  },
  {
    name: "issuesGet",
    template: "/repos/{owner}/{repo}/issues/{issue_number}",
    path: { ...repository, issue_number: "1" },
    query: null,
  },
  { name: "reposListBranches", template: "/repos/{owner}/{repo}/branches", path: repository, query: "{ page: 2 }" },
  { name: "pullsList", template: "/repos/{owner}/{repo}/pulls", path: repository, query: '{ state: "all" }' },
];
const names = operations.map(({ name }) => name).join(", ");
const token = `{ authorization: "Bearer token" }`;

/** `path`, and `query` where there is one, as members of an object. */
const sections = ({ path, query }: Operation) => {
  const members = Object.entries(path).map(([name, value]) => `${name}: ${value}`);
  return `path: { ${members.join(", ")} }${query === null ? "" : `, query: ${query}`}`;
};
const positional = ({ path, query }: Operation) =>
  [...Object.values(path), ...(query === null ? [] : [query])].join(", ");

/** With functions, and what the caller writes to make a client of so much of the runtime. */
const ours = (name: string, setup: string): Application => ({
  name,
  generator: "ours",
  setup,
  calls: operations.map((operation) => `${operation.name}(github, { ${sections(operation)} })`),
});

/** `reposGet` in the group `repos`. */
const member = (name: string) =>
  name.replace(/^([a-z]+)([A-Z])/, (_, group: string, letter: string) => `${group}.${letter.toLowerCase()}`);

const applications: readonly Application[] = [
  {
    name: "`fetch` by hand",
    generator: null,
    setup: `
const call = async (path) => {
  const response = await fetch("https://api.github.com" + path, { headers: ${token} });
  if (!response.ok) throw new Error(\`\${response.status}\`);
  return response.json();
};`,
    calls: [
      `call("/repos/octocat/hello")`,
      `call("/users/octocat")`,
      `call("/repos/octocat/hello/issues?state=open")`,
      `call("/repos/octocat/hello/issues/1")`,
      `call("/repos/octocat/hello/branches?page=2")`,
      `call("/repos/octocat/hello/pulls?state=all")`,
    ],
  },
  ours(
    "**ours**",
    `
import { createClient } from "client/src/index.ts";
import { ${names} } from "client/src/operations/index.ts";
const github = createClient({ headers: ${token} });`,
  ),
  {
    name: "ours, all operations on a facade",
    generator: "ours",
    setup: `
import { createClient } from "client/src/index.ts";
import { createFacade } from "client/src/facade.ts";
const github = createFacade(createClient({ headers: ${token} }));`,
    calls: operations.map((operation) => `github.${member(operation.name)}({ ${sections(operation)} })`),
  },
  {
    name: "orval",
    generator: "orval",
    setup: `import { ${names} } from "client/api.ts";\nconst options = { headers: ${token} };`,
    calls: operations.map((operation) => `${operation.name}(${positional(operation)}, options)`),
  },
  {
    name: "oazapfts",
    generator: "oazapfts",
    setup: `import { defaults, ${names} } from "client/api.ts";\ndefaults.headers = ${token};`,
    calls: operations.map((operation) => `${operation.name}(${positional(operation)})`),
  },
  {
    name: "openapi-fetch",
    generator: "openapi-typescript",
    setup: `
import createClient from "openapi-fetch";
const github = createClient({ baseUrl: "https://api.github.com", headers: ${token} });`,
    calls: operations.map((operation) => `github.GET("${operation.template}", { params: { ${sections(operation)} } })`),
  },
  {
    name: "kubb",
    generator: "kubb",
    setup: `
import { setConfig } from "@kubb/plugin-client/clients/fetch";
import { ${names} } from "client/index.ts";
setConfig({ baseURL: "https://api.github.com", headers: ${token} });`,
    calls: operations.map((operation) => `${operation.name}(${positional(operation)})`),
  },
  {
    name: "hey-api",
    generator: "hey-api",
    setup: `
import { client } from "client/src/client.gen.ts";
import { ${names} } from "client/src/sdk.gen.ts";
client.setConfig({ headers: ${token}, throwOnError: true });`,
    calls: operations.map((operation) => `${operation.name}({ ${sections(operation)} })`),
  },
];

export const github: Subject = {
  key: "github",
  title: "GitHub's `reposGet`",
  document: "../shared/large/github.json",
  overlays: [],
  applications,
};
