/** One file of the output, as it is written: what rendering hands to formatting, verifying, emitting and comparing. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
