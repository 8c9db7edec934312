/** The shortest and the longest pause between two attempts. */
export const FIRST_PAUSE_MILLIS = 500;
export const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * The pause before attempt `attempt` (from 1): doubles each time, with half of it left to chance so
 * that many clients don't come back in the same instant.
 */
export const pauseMillis = (attempt: number, chance: number): number => {
  const full = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(full / 2 + (full / 2) * chance);
};
