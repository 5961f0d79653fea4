/** Says nothing of itself. */
export interface Sensor {
  /**
   * Inferred from an example.
   *
   * @example 7
   */
  id?: number;
  /**
   * Inferred from an example.
   *
   * @example {"lat":54.3,"lon":10.1}
   */
  position?: {
    lat: number;
    lon: number;
  };
  other?: Record<string, unknown>;
}
