/** Properties: at most 0 */
export type NoMembers = Record<string, never>;
