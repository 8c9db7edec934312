import { useState } from 'preact/hooks';
import type { Chat, Escalation, Review } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Trouble, Waits } from '../pieces/finding';

const words = en.ladder;
type Verdict = keyof typeof words.verdicts;
const VERDICTS: readonly Verdict[] = ['within-policy', 'against-policy'];

/** Ends the help, or hands the chat back, and says what was done. */
export const GiveBackDialog = ({
  chat,
  one,
  close,
}: {
  readonly chat: Chat;
  readonly one: Escalation;
  readonly close: () => void;
}) => {
  const back = useAct(`/chats/${chat.chatId}/escalations/${one.escalationId}/return`, close);
  const [outcome, setOutcome] = useState('');
  const send = (): void => void back.run({ outcome: outcome.trim() });
  return (
    <Dialog
      title={fill(words.giveBackTitle, { name: plain(chat.agent?.name) || chat.reference })}
      close={close}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={words.outcome}
          hint={words.outcomeHint}
          value={outcome}
          change={setOutcome}
          rows={3}
          save={send}
          found={['outcome', 'context'].flatMap((field) => at(back.problem, field))}
          override={back.override}
        />
        <Trouble problem={back.problem} fields={['outcome', 'context']} override={back.override} />
        <Waits progress={back.progress} />
        <div class="dialog-acts">
          <Act onClick={close}>{words.cancel}</Act>
          <Act main submit busy={back.progress !== null}>
            {words.send}
          </Act>
        </div>
      </form>
    </Dialog>
  );
};

/** Says whether an escalation kept to the procedure. */
export const ReviewDialog = ({
  about,
  close,
}: {
  readonly about: Pick<Review, 'chatId' | 'reference' | 'escalationId'>;
  readonly close: () => void;
}) => {
  const review = useAct(`/chats/${about.chatId}/escalations/${about.escalationId}/review`, close);
  const [verdict, setVerdict] = useState<Verdict>('within-policy');
  const [remark, setRemark] = useState('');
  const send = (): void => {
    const said = remark.trim();
    void review.run(said === '' ? { verdict } : { verdict, remark: said });
  };
  return (
    <Dialog title={fill(words.reviewTitle, { reference: about.reference })} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset class="choices">
          <legend>{words.verdict}</legend>
          {VERDICTS.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name="review-verdict"
                checked={verdict === one}
                onChange={() => setVerdict(one)}
              />
              <span class="choice-name">{words.verdicts[one]}</span>
            </label>
          ))}
        </fieldset>
        <Field
          label={words.remark}
          hint={words.remarkHint}
          value={remark}
          change={setRemark}
          rows={3}
          save={send}
          found={at(review.problem, 'remark')}
        />
        <Trouble problem={review.problem} fields={['remark']} />
        <Waits progress={review.progress} />
        <div class="dialog-acts">
          <Act onClick={close}>{words.cancel}</Act>
          <Act main submit busy={review.progress !== null}>
            {words.save}
          </Act>
        </div>
      </form>
    </Dialog>
  );
};
