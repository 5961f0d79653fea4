/**
 * The version of the views: raised, with a major version of the package, by a change that breaks templates (a field that
 * is gone, or is something else). A field that is added breaks none.
 */
export const viewVersion = 1;
