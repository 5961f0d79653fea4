/** Inferred from 2 examples. */
export interface PlanAudio {
  type: string;
  tollfree_country: string;
  premium_country: string;
  callout: number;
  ddi_numbers: number;
}
