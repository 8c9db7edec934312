/** A rule that a request broke, in words for the person who sent it. */
export interface Violation {
  readonly ruleId: string;
  readonly requirement: string;
  readonly severity: 'block' | 'warn';
  readonly field?: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly overridable: boolean;
}

/** Going ahead although a soft rule says no; the reason is recorded with the agent's name. */
export interface Override {
  readonly ruleId: string;
  readonly reason: string;
}

/** A refusal of the gateway (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly violations: readonly Violation[];
}

/** Reads `application/problem+json`, whatever of it is there. */
export const readProblem = (status: number, json: unknown): Problem => {
  const body = (typeof json === 'object' && json !== null ? json : {}) as Partial<Problem>;
  const title = typeof body.title === 'string' ? body.title : 'Refused';
  return {
    status,
    code: typeof body.code === 'string' ? body.code : `http-${status}`,
    title,
    detail: typeof body.detail === 'string' ? body.detail : title,
    violations: Array.isArray(body.violations) ? body.violations.map(readViolation) : [],
  };
};

const readViolation = (found: Violation): Violation => ({
  ...found,
  severity: String(found.severity).toLowerCase() === 'warn' ? 'warn' : 'block',
});

/** The violations a field must show. */
export const at = (problem: Problem | null, field: string): readonly Violation[] =>
  problem?.violations.filter((found) => found.field === field) ?? [];

/** Those that name a field the form does not have; they belong into its summary. */
export const elsewhere = (
  problem: Problem | null,
  fields: readonly string[],
): readonly Violation[] =>
  problem?.violations.filter((found) => !fields.includes(found.field ?? '')) ?? [];
