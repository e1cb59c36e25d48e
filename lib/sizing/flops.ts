/**
 * Floating point operations that it takes a dense decoder to read or write tokens: about 2 for each parameter and
 * token, a multiplication and an addition (Kaplan et al. 2020, table 1, without the share of attention that grows with
 * the context). `parameters`: how many, not billions.
 */
export function inferenceFlops(parameters: number, tokens: number): number {
  return 2 * parameters * tokens;
}
