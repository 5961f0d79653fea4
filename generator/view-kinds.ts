/** The kinds of views, as `exemplar inspect` names them. */
export const viewKinds = ["package", "tag", "operation", "webhook", "schema", "extension"] as const;

export type ViewKind = (typeof viewKinds)[number];
