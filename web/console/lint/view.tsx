import { en } from '../../words/console.en';
import { Act } from '../pieces/act';
import { Finding } from '../pieces/finding';
import type { Hint } from './state';

interface HintsProps {
  readonly id: string;
  readonly hints: readonly Hint[];
  readonly use: (hint: Hint) => void;
}

/** What the rules say while a text is written. It advises; whether it may go is decided later. */
export const Hints = ({ id, hints, use }: HintsProps) => (
  <div class="findings hints" id={id}>
    {hints.map((hint) => (
      <div key={hint.ruleId}>
        <Finding found={{ ...hint, overridable: false }} />
        {hint.suggestion && <Act onClick={() => use(hint)}>{en.finding.use}</Act>}
      </div>
    ))}
  </div>
);
