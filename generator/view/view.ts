/**
 * The third value of the pipeline: for each kind of template the data that it prints, in which every decision is
 * already made. Plain, readonly; `Code` prints as it is, everything else as a literal. These types are public: a
 * user's templates are written against them. Types only.
 */
import type { JsonValue } from "../document/json.js";
import type {
  Code,
  Declaration,
  DocComment,
  Expression,
  Identifier,
  Literal,
  LiteralValue,
  Markdown,
  MemberAccess,
  PropertyKey,
  TypeExpression,
} from "./code.js";
import type {
  ExtensionView,
  JsonSchema,
  OperationDataView,
  OperationTypesView,
  SchemaReferenceView,
  ServerDataView,
} from "./data-view.js";

export type {
  Code,
  Declaration,
  DocComment,
  Expression,
  Identifier,
  Literal,
  LiteralValue,
  Markdown,
  MemberAccess,
  PropertyKey,
  TypeExpression,
};

export type {
  ContentDataView,
  ContentTypeView,
  ExampleDataView,
  ExtensionView,
  JsonSchema,
  OperationDataView,
  OperationTypesView,
  PaginationDataView,
  ParameterDataView,
  ResponseDataView,
  SchemaReferenceView,
  ServerDataView,
} from "./data-view.js";

/** What there is to render: one view for templates without `[…]` in their path, lists for those with. */
export interface Views {
  readonly package: PackageView;
  readonly tags: readonly TagView[];
  readonly operations: readonly OperationView[];
  readonly webhooks: readonly WebhookView[];
  readonly schemas: readonly SchemaView[];
  readonly extensions: readonly ExtensionView[];
}

/** What every view has beside, in each template. */
export interface SetView {
  /** The options of template sets, by the names of sets and options. */
  readonly options: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;
  /** All component schemas: for helpers that follow references through others. `exemplar inspect` leaves them out. */
  readonly components: readonly SchemaView[];
}

/** For files that exist once. */
export interface PackageView {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string | null;
  readonly title: Markdown;
  readonly about: Markdown;
  /** Those at the document's root. */
  readonly extensions: readonly ExtensionView[];
  /** The document's servers, as plain data. */
  readonly servers: readonly ServerDataView[];
  /** Whether an operation's answer may be a stream. */
  readonly isStreamed: boolean;
  /** The subpaths of the package, for package.json. */
  readonly exports: JsonValue;
  /** What template sets need beside, for package.json; null where there is nothing. */
  readonly peerDependencies: JsonValue;
  /** Lines of `src/index.ts`, and of the index of each folder. */
  readonly indexes: {
    readonly root: readonly Code[];
    readonly operations: readonly Code[];
    readonly forms: readonly Code[];
    readonly fixtures: readonly Code[];
    readonly requests: readonly Code[];
    readonly webhooks: readonly Code[];
    /** Of `src/paginate.ts`; none where no operation has pages. */
    readonly paginate: readonly Code[];
  };
  readonly client: ClientView;
  /** Null where there are no operations. */
  readonly facade: FacadeView | null;
  readonly tags: readonly TagView[];
  readonly operations: readonly OperationView[];
  readonly webhooks: readonly WebhookView[];
  /** How their signatures are checked; null where the document does not say. */
  readonly signature: { readonly doc: DocComment; readonly scheme: Expression } | null;
  readonly schemas: readonly SchemaView[];
  readonly mock: MockView;
  readonly readme: ReadmeView;
}

/** `createClient` and what it is set up with. */
export interface ClientView {
  readonly doc: DocComment;
  readonly imports: readonly Code[];
  /** The document's first server, or an empty string. */
  readonly baseUrl: string;
  /** Null where there is nothing to choose. */
  readonly servers: ServersView | null;
  readonly schemes: readonly SchemeView[];
  /** Alternatives of credentials for requests that the document does not have. */
  readonly security: Expression;
  readonly userAgent: string;
  /** The function that puts credentials into requests; null where there are no schemes. */
  readonly authorise: Identifier | null;
  /** What looks at URLs before they are sent; null where all servers have a host. */
  readonly check: Expression | null;
}

/** The servers that a client may choose from. */
export interface ServersView {
  /** The type of a choice. */
  readonly type: Expression;
  /** Members of an object, by name. */
  readonly entries: readonly Expression[];
}

export interface SchemeView {
  readonly key: PropertyKey;
  readonly name: string;
  readonly doc: DocComment;
  /** The type of what a caller gives. */
  readonly type: Expression;
  /** A call of the runtime that makes the scheme. */
  readonly scheme: Expression;
  /** The variable of the environment, or null. */
  readonly env: string | null;
}

export interface TagView {
  readonly slug: string;
  readonly name: string;
  readonly title: Markdown;
  readonly description: string | null;
  readonly operations: readonly OperationView[];
  readonly readme: TagReadmeView;
  /** The tag's index re-exports these. */
  readonly exports: readonly Code[];
  readonly facade: FacadeGroupView;
}

/** `createFacade`, which makes an object with a group for each tag: their views are those of the tags. */
export interface FacadeView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
}

/** A tag's operations as members of an object that is bound to a client. */
export interface FacadeGroupView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
  /** In the facade. */
  readonly key: PropertyKey;
  readonly type: Identifier;
  /** What the facade calls the `createFacade` of the tag's module. */
  readonly creator: Identifier;
  readonly members: readonly FacadeMemberView[];
}

export interface FacadeMemberView {
  readonly key: PropertyKey;
  /** The operation's own. */
  readonly doc: DocComment;
  /** Its function. */
  readonly operation: Identifier;
  readonly input: { readonly type: Identifier; readonly required: boolean };
  readonly response: Identifier;
  readonly result: Identifier;
}

/** One operation: its module, its form and its fixtures. */
export interface OperationView {
  readonly id: Identifier;
  readonly name: string;
  readonly slug: string;
  /** The slug of the folder that it lies in. */
  readonly tag: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** What the document says, as plain data. */
  readonly data: OperationDataView;
  /** The types of that data. */
  readonly dataTypes: OperationTypesView;
  readonly doc: DocComment;
  readonly imports: readonly Code[];
  readonly types: readonly TypeView[];
  /** Declarations that the types use, not exported. */
  readonly helpers: readonly Declaration[];
  readonly typeNames: readonly Identifier[];
  readonly input: { readonly type: Identifier; readonly required: boolean };
  readonly response: Identifier;
  readonly result: Identifier;
  /** What it returns. */
  readonly promise: Expression;
  /** What `stream()` gives; null where no success is a stream. */
  readonly stream: StreamView | null;
  /** Members of the call that do not depend on the input, beyond name, method and path. */
  readonly call: readonly MemberView[];
  /** Null where nothing does. */
  readonly encode: EncodeView | null;
  /** Null where the body is no form. */
  readonly form: FormView | null;
  /** The multipart body, where there is one beside `form`, which then has the imports of both. */
  readonly multipartForm: FormView | null;
  /** Answers that are forms; the first has the imports, where the body is no form. */
  readonly answerForms: readonly FormView[];
  /** Null where the operation has no input. */
  readonly decoder: RequestDecoderView | null;
  /** The schemas of its requests and responses; null where they say nothing that a value could fail. */
  readonly jsonSchemas: JsonSchemaView | null;
  readonly fixtures: FixturesView;
  readonly readme: OperationReadmeView;
  /** Modules of this operation, as files directly in `src` import them. */
  readonly modules: {
    readonly operation: string;
    readonly form: string;
    readonly fixtures: string;
    readonly request: string;
    readonly jsonSchemas: string;
  };
}

/** The type of a stream's items, and the types of the operation's module that it names. */
export interface StreamView {
  readonly item: Expression;
  readonly names: readonly Identifier[];
  /** Whether it names the runtime's type of an event. */
  readonly namesEvents: boolean;
}

/** A request that arrives, of a webhook or a callback: its types, what reads it, and one to test with. */
export interface WebhookView {
  readonly id: Identifier;
  /** Its key in `webhooks` or `callbacks`. */
  readonly name: string;
  readonly slug: string;
  readonly method: string;
  /** What the document says, as plain data. */
  readonly data: OperationDataView;
  /** The types of that data; of its answers, those that are printed. */
  readonly dataTypes: OperationTypesView;
  readonly imports: readonly Code[];
  readonly types: readonly TypeView[];
  /** Declarations that the types use, not exported. */
  readonly helpers: readonly Declaration[];
  readonly typeNames: readonly Identifier[];
  readonly input: { readonly type: Identifier; readonly required: boolean };
  /** Null where the body is no form. */
  readonly form: FormView | null;
  /** The multipart body, where there is one beside `form`, which then has the imports of both. */
  readonly multipartForm: FormView | null;
  /** None: whoever gets a webhook reads no answer. */
  readonly answerForms: readonly FormView[];
  /** Null where there is nothing to read: no parameters and no body. */
  readonly decoder: RequestDecoderView | null;
  /** Null where the body is bytes. */
  readonly fixtures: FixturesModuleView | null;
  readonly readme: WebhookReadmeView;
  /** Modules of this webhook, as files directly in `src` import them. */
  readonly modules: {
    readonly webhook: string;
    readonly form: string;
    readonly fixtures: string;
    readonly request: string;
  };
}

export interface MemberView {
  readonly key: PropertyKey;
  readonly value: Expression | Literal;
}

export interface TypeView {
  readonly id: Identifier;
  readonly doc: DocComment;
  readonly declaration: Declaration;
}

export interface SchemaView {
  readonly id: Identifier;
  readonly name: string;
  readonly slug: string;
  /** As plain data. */
  readonly schema: JsonSchema;
  /** The component schemas that it refers to, itself perhaps among them. */
  readonly references: readonly SchemaReferenceView[];
  readonly doc: DocComment;
  readonly imports: readonly Code[];
  readonly declaration: Declaration;
  /** Of an enum: the object of the same name; null for any other schema. */
  readonly values: EnumValuesView | null;
  /** Null where the schema has no integers of 64 bits that are no numbers. */
  readonly shape: ShapeView | null;
  /** Null where nothing fits the schema. */
  readonly fixture: SchemaFixtureView | null;
  /** Null where no operation's request or response has the schema. */
  readonly jsonSchema: JsonSchemaView | null;
  readonly module: string;
}

/** Schemas as data, for the mock: a constant. */
export interface JsonSchemaView {
  readonly imports: readonly Code[];
  readonly name: Identifier;
  readonly value: Literal;
}

/** Where a schema has integers of 64 bits: a constant that those use who read and write JSON. */
export interface ShapeView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
  readonly name: Identifier;
  readonly shape: Expression;
}

export interface EnumValuesView {
  readonly doc: DocComment;
  /** Each a line, its comment before it. */
  readonly members: readonly Expression[];
}

/** A form or multipart body: the encoder and the decoder. */
export interface FormView {
  readonly imports: readonly Code[];
  readonly encoderDoc: DocComment;
  readonly encoder: Identifier;
  readonly decoderDoc: DocComment;
  readonly decoder: Identifier;
  readonly body: Identifier;
  /** Written out field by field: they append to `form`, or push onto `parts`. */
  readonly statements: readonly Expression[];
  /** What the statements have made. */
  readonly result: Expression;
  /** What reads the body back. */
  readonly decode: Expression;
  /** For a multipart body; null for a form. */
  readonly multipart: MultipartView | null;
}

export interface MultipartView {
  readonly partsDoc: DocComment;
  /** The function that gives the parts. */
  readonly parts: Identifier;
  /** Whether it is `multipart/form-data`, which has an encoder: nothing else is FormData. */
  readonly isForm: boolean;
}

/** What reads a request back. */
export interface RequestDecoderView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
  readonly name: Identifier;
  /** The type of the operation's input. */
  readonly input: Identifier;
  readonly read: Expression;
}

/** What depends on the input of a call. */
export interface EncodeView {
  /** Before the result is put together. */
  readonly statements: readonly Expression[];
  /** Of the result. */
  readonly members: readonly Expression[];
}

/** The factory of a component schema. */
export interface SchemaFixtureView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
  readonly type: Identifier;
  readonly constant: Identifier;
  readonly factory: Identifier;
  /** Pointers to objects of the value that may be of several kinds. */
  readonly unions: readonly string[];
  readonly value: LiteralValue | Expression;
}

/** A module of fixtures: of an operation, or of a webhook. */
export interface FixturesModuleView {
  readonly id: Identifier;
  readonly input: { readonly type: Identifier };
  readonly fixtures: FixturesView;
}

export interface FixturesView {
  readonly imports: readonly Code[];
  readonly doc: DocComment;
  readonly type: Identifier;
  /** Bodies of requests: that of the request fixture first, those of other examples and media types after it. */
  readonly bodies: readonly BodyFixtureView[];
  /** False where no request can be made up. */
  readonly hasRequest: boolean;
  /** Sections of the request fixture. */
  readonly sections: readonly MemberView[];
  /** Requests by media type and example, where there are several; else empty. */
  readonly requests: readonly RequestFixturesView[];
  readonly responses: readonly ResponseFixturesView[];
}

export interface RequestFixturesView {
  readonly mediaType: PropertyKey;
  readonly fixtures: readonly {
    readonly key: PropertyKey;
    readonly type: Identifier;
    readonly members: readonly MemberView[];
  }[];
}

export interface BodyFixtureView {
  readonly type: Identifier;
  readonly constant: Identifier;
  /** Null for a body that is sent as it is, and where another of the same type has the factory. */
  readonly factory: Identifier | null;
  /** Pointers to objects of the value that may be of several kinds. */
  readonly unions: readonly string[];
  readonly value: LiteralValue | Expression;
}

export interface ResponseFixturesView {
  /** `200`; for a media type that is not the preferred one `"200 text/csv"`. */
  readonly status: PropertyKey;
  readonly fixtures: readonly ResponseFixtureView[];
}

export interface ResponseFixtureView {
  readonly key: PropertyKey;
  readonly type: TypeExpression;
  readonly constant: Identifier;
  /** False where it is the constant of a fixture before this one. */
  readonly declares: boolean;
  /** Null where another fixture of the same type has the factory. */
  readonly factory: Identifier | null;
  /** Pointers to objects of the value that may be of several kinds. */
  readonly unions: readonly string[];
  readonly value: LiteralValue | Expression;
}

export interface MockView {
  readonly imports: readonly Code[];
  /** Paths of the document's servers, which requests may have in front. */
  readonly basePaths: readonly string[];
  readonly schemes: readonly { readonly key: PropertyKey; readonly value: JsonValue }[];
  readonly operations: readonly MockOperationView[];
  /** The types of each operation, by which handlers are typed. */
  readonly types: readonly MockTypesView[];
}

export interface MockTypesView {
  readonly key: PropertyKey;
  readonly input: Identifier;
  readonly response: Identifier;
  readonly result: Identifier;
  /** Of a stream: what a handler may give a list of. */
  readonly item: Expression | null;
}

export interface MockOperationView {
  /** The name of its function. */
  readonly key: PropertyKey;
  readonly name: string;
  readonly members: readonly MemberView[];
}

export interface ReadmeView {
  readonly description: Markdown;
  readonly install: Markdown;
  /** Where the first call imports `createClient` from, and where its operation. */
  readonly clientModule: string;
  readonly operationsModule: string;
  /** The subpaths that make TypeScript read least. */
  readonly smallest: { readonly client: Markdown; readonly operation: Markdown };
  readonly auth: readonly { readonly name: Markdown; readonly place: Markdown; readonly env: Markdown }[];
  /** Subpaths of what an application may add. */
  readonly modules: { readonly hooks: string; readonly logger: string; readonly retry: string };
  /** A call of `createClient`. */
  readonly client: Expression;
  readonly first: OperationReadmeView | null;
  /** The first operation with pages. */
  readonly pages: PagesReadmeView | null;
  /** Null where there are no operations. */
  readonly facade: FacadeReadmeView | null;
  readonly tags: readonly { readonly title: Markdown; readonly operations: readonly OperationReadmeView[] }[];
  readonly webhooks: readonly WebhookReadmeView[];
  /** The first webhook that has something to read. */
  readonly receiver: { readonly decoder: Identifier; readonly module: string } | null;
}

/** What an application needs for the operations of a tag. */
export interface TagReadmeView {
  /** Where it imports `createClient` from, and where the operations. */
  readonly clientModule: string;
  readonly operationsModule: string;
  /** A call of `createClient`. */
  readonly client: Expression;
}

export interface PagesReadmeView {
  readonly id: Identifier;
  readonly paginateModule: string;
  readonly operationModule: string;
  /** A call of `paginate`. */
  readonly example: Expression;
}

export interface FacadeReadmeView {
  readonly module: string;
  /** The first call, on the facade. */
  readonly example: Expression;
  /** The subpath of that operation's group. */
  readonly group: Markdown;
}

export interface WebhookReadmeView {
  readonly name: Markdown;
  readonly summary: Markdown;
  readonly decoder: Markdown;
  readonly input: Markdown;
}

export interface OperationReadmeView {
  readonly id: Identifier;
  readonly name: Markdown;
  readonly summary: Markdown;
  readonly route: Markdown;
  /** The request fixture's values, credentials left out. */
  readonly input: Literal;
  /** A call with them. */
  readonly example: Expression;
  /** The same call on the facade `api`. */
  readonly bound: Expression;
}
