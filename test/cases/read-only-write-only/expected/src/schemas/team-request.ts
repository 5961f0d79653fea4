/** Somebody asks for a team. */
export type TeamRequest = string;
