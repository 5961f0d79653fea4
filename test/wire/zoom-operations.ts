/** The ten operations of the generated package in a table, with what the document itself says about each. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as fixtures from "../../generated/zoom-account/src/fixtures/index.js";
import * as forms from "../../generated/zoom-account/src/forms/index.js";
import type { ApiPromise, Client } from "../../generated/zoom-account/src/index.js";
import * as operations from "../../generated/zoom-account/src/operations/index.js";

/** The fields of a form, whatever their types. */
export type Fields = Readonly<Record<string, unknown>>;

export interface ZoomOperation {
  readonly name: string;
  readonly path: string;
  readonly call: (client: Client, body: Fields) => ApiPromise<unknown>;
  readonly decode: (text: string) => { readonly ok: boolean; readonly value?: unknown; readonly problems?: unknown };
  /** The request fixture's body, and the response fixture. */
  readonly body: Fields;
  readonly response: unknown;
  /** What the document says, read without our pipeline. */
  readonly document: {
    readonly example: unknown;
    readonly required: readonly string[];
    readonly strings: readonly string[];
  };
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: FormSchema }>> };
  readonly responses: Readonly<
    Record<"200", { readonly content: Readonly<Record<string, { readonly example: unknown }>> }>
  >;
}

interface FormSchema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type: string; readonly enum?: readonly string[] }>>;
}

export const specification: string = new URL("../../spec/zoom-account.yml", import.meta.url).pathname;

export const credentials = { api_key: "k3y &+ü", api_secret: "s3cret=/%" } as const;

/** Takes an operation's own types away, so that a table can hold it, and a test can leave out what they require. */
function erase(call: (client: Client, input: never) => unknown): ZoomOperation["call"] {
  return (client, body) => call(client, { body } as never) as ApiPromise<unknown>;
}

type Name = Exclude<keyof typeof fixtures, `make${string}`>;

const generated: Readonly<Record<Name, Pick<ZoomOperation, "call" | "decode">>> = {
  accountBillingUpdate: { call: erase(operations.accountBillingUpdate), decode: forms.decodeAccountBillingUpdateForm },
  accountCreate: { call: erase(operations.accountCreate), decode: forms.decodeAccountCreateForm },
  accountDelete: { call: erase(operations.accountDelete), decode: forms.decodeAccountDeleteForm },
  accountGet: { call: erase(operations.accountGet), decode: forms.decodeAccountGetForm },
  accountList: { call: erase(operations.accountList), decode: forms.decodeAccountListForm },
  accountPlanAdd: { call: erase(operations.accountPlanAdd), decode: forms.decodeAccountPlanAddForm },
  accountPlanGet: { call: erase(operations.accountPlanGet), decode: forms.decodeAccountPlanGetForm },
  accountPlanSubscribe: { call: erase(operations.accountPlanSubscribe), decode: forms.decodeAccountPlanSubscribeForm },
  accountPlanUpdate: { call: erase(operations.accountPlanUpdate), decode: forms.decodeAccountPlanUpdateForm },
  accountUpdate: { call: erase(operations.accountUpdate), decode: forms.decodeAccountUpdateForm },
};

// The document is ours; the fixtures of the other stages prove that it has this shape.
const document = parse(readFileSync(specification, "utf8")) as {
  readonly paths: Readonly<Record<string, { readonly post: DocumentedOperation }>>;
};

/** In the order of the document. */
export const zoomOperations: readonly ZoomOperation[] = Object.entries(document.paths).map(([path, { post }]) => {
  // The table above has a row for each name; a new operation of the document fails here by name.
  const name = post.operationId as Name;
  if (!Object.hasOwn(generated, name)) throw new Error(`no row for the operation ${name}`);
  const schema = post.requestBody.content["application/x-www-form-urlencoded"]?.schema;
  const fixture = fixtures[name];
  return {
    name,
    path,
    ...generated[name],
    body: { ...fixture.request.body },
    response: fixture.responses[200].default,
    document: {
      example: post.responses["200"].content["application/json"]?.example,
      required: schema?.required ?? [],
      strings: Object.entries(schema?.properties ?? {}).flatMap(([field, { type }]) =>
        type === "string" ? [field] : [],
      ),
    },
  };
});
