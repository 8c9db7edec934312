/** What the lines of a report can be told apart by. */
export const DIMENSIONS = ['day', 'clock', 'desk', 'agent', 'sop'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Promises kept and broken; a field they are not told apart by is absent, and unknown is empty. */
export type Tally = { readonly [D in Dimension]?: string } & {
  readonly kept: number;
  readonly broken: number;
};

/** The answer to `GET /reports/clocks`. Days are `YYYY-MM-DD`. */
export interface ClockReport {
  readonly from: string;
  readonly to: string;
  readonly by: readonly Dimension[];
  readonly kept: number;
  readonly broken: number;
  readonly items: readonly Tally[];
}
