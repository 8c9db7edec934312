import { useState } from 'preact/hooks';
import type { Progress } from '../../outbox/send';
import { elsewhere, type Problem, type Violation } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { Act } from './act';
import { Field } from './field';

/** A reason for going ahead is at least this long. */
const REASON_LENGTH = 10;

/** Goes ahead with the recorded reason. */
export type Overriding = (ruleId: string, reason: string) => void;

const Anyway = ({ go }: { readonly go: (reason: string) => void }) => {
  const [reason, setReason] = useState<string | null>(null);
  const [short, setShort] = useState(false);
  if (reason === null) return <Act onClick={() => setReason('')}>{en.finding.anyway}</Act>;
  const confirm = (): void => {
    if (reason.trim().length < REASON_LENGTH) setShort(true);
    else go(reason.trim());
  };
  return (
    <div class="anyway">
      <Field
        label={en.finding.reason}
        value={reason}
        change={setReason}
        one
        save={confirm}
        hint={short ? fill(en.finding.short, { n: REASON_LENGTH }) : undefined}
      />
      <Act onClick={confirm}>{en.finding.confirm}</Act>
    </div>
  );
};

interface FindingProps {
  readonly found: Violation;
  readonly override?: Overriding;
}

/** A refusal in the server's words: severity first, then rule, message and the ways out. */
export const Finding = ({ found, override }: FindingProps) => (
  <div class={`finding ${found.severity}`}>
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        fill="currentColor"
        d={
          found.severity === 'block' ? 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z' : 'M8 2l6.5 12h-13z'
        }
      />
    </svg>
    <div>
      <p>
        <strong>{found.severity === 'block' ? en.finding.block : en.finding.warn}</strong>
        {found.requirement && <span class="rule"> · {found.requirement}</span>} {found.message}
        {found.suggestion && <em> {fill(en.finding.suggestion, { text: found.suggestion })}</em>}
      </p>
      {found.overridable && override && <Anyway go={(reason) => override(found.ruleId, reason)} />}
    </div>
  </div>
);

interface FindingsProps extends Partial<Pick<FindingProps, 'override'>> {
  readonly id: string;
  readonly list: readonly Violation[];
}

/** What is wrong with one field; the field names it by `aria-describedby`. */
export const Findings = ({ id, list, override }: FindingsProps) => (
  <div id={id} class="findings">
    {list.map((found) => (
      <Finding key={found.ruleId + found.message} found={found} override={override} />
    ))}
  </div>
);

interface TroubleProps extends Partial<Pick<FindingProps, 'override'>> {
  readonly problem: Problem | null;
  readonly fields: readonly string[];
}

/** Everything that belongs to no field of the form. */
export const Trouble = ({ problem, fields, override }: TroubleProps) => {
  if (!problem) return null;
  const rest = elsewhere(problem, fields);
  if (problem.violations.length > 0 && rest.length === 0) return null;
  return (
    <div class="findings" role="alert">
      {rest.length > 0 ? (
        rest.map((found) => (
          <Finding key={found.ruleId + found.message} found={found} override={override} />
        ))
      ) : (
        <div class="finding block">
          <p>{problem.detail}</p>
        </div>
      )}
    </div>
  );
};

/** Says that an act takes longer, once it does. */
export const Waits = ({ progress }: { readonly progress: Progress | null }) =>
  progress === 'checking' || progress === 'waiting' ? (
    <p class="hint" role="status">
      {en.acts[progress]}
    </p>
  ) : null;
