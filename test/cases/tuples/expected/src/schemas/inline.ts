export type Inline = [string?, (number | null)?][];
