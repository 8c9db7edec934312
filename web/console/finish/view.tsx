import { useEffect, useState } from 'preact/hooks';
import { may } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Trouble, Waits } from '../pieces/finding';
import { stepsOf, type NextAct } from './state';

interface FinishProps {
  readonly chat: Chat;
  readonly me: Me;
  readonly close: () => void;
}

const Step = ({
  done,
  text,
  children,
}: {
  readonly done: boolean;
  readonly text: string;
  readonly children?: preact.ComponentChildren;
}) => (
  <li class={done ? 'step done' : 'step'}>
    <p>
      <span class="mark" aria-hidden="true">
        {done ? '✓' : '○'}
      </span>
      <span class="unseen">{done ? en.finish.done : en.finish.open}: </span>
      {text}
    </p>
    {children}
  </li>
);

/** From the question to the closed chat. Nothing is greyed out in silence: refusals say why. */
export const FinishDialog = ({ chat, me, close }: FinishProps) => {
  const store = useStore();
  const base = `/chats/${chat.chatId}`;
  const propose = useAct(`${base}/resolution-proposal`);
  const resolve = useAct(`${base}/resolution`);
  const closing = useAct(`${base}/closure`, close);
  const [summary, setSummary] = useState('');
  const [next, setNext] = useState<readonly NextAct[]>([]);
  useEffect(() => {
    void store.reads.next(chat.chatId).then(setNext);
  }, [chat.sequence]);

  const steps = stepsOf(chat);
  const table = store.table.value;
  const open = steps.asked === 'no' || steps.asked === 'refused';
  const wanting = [
    ...new Map(
      next
        .flatMap(({ violations }) => violations)
        .map((found) => [found.requirement + found.message, found]),
    ).values(),
  ];
  const score = steps.score === undefined ? '' : ` · ${fill(en.finish.score, { n: steps.score })}`;
  const sendResolve = (): void => {
    if (summary.trim() === '') resolve.fail('summary', en.finish.summaryNeeded);
    else void resolve.run({ summary: summary.trim() });
  };
  const writeNote = (): void => {
    close();
    store.contextOpen.value = true;
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.notes textarea')?.focus());
  };
  return (
    <Dialog title={en.finish.title} close={close}>
      <ol class="steps">
        <Step
          done={steps.asked === 'yes' || steps.resolved}
          text={en.finish.asked[steps.asked] + score}
        >
          {may(table, 'propose-resolution', chat, me) && open && (
            <Act
              shortcut="o"
              main={steps.asked === 'no'}
              busy={propose.progress !== null}
              onClick={() => void propose.run({})}
            >
              {en.finish.propose}
            </Act>
          )}
          <Trouble problem={propose.problem} fields={[]} override={propose.override} />
        </Step>
        {!steps.resolved && (
          <Step done={false} text={en.finish.summary}>
            <Field
              label={en.finish.summary}
              hint={en.finish.summaryHint}
              value={summary}
              change={setSummary}
              rows={3}
              found={at(resolve.problem, 'summary')}
              save={sendResolve}
              override={resolve.override}
            />
            {wanting.map((found) => (
              <p class="hint" key={found.message}>
                {found.requirement} · {found.message}
              </p>
            ))}
            <Trouble problem={resolve.problem} fields={['summary']} override={resolve.override} />
            <div class="row-acts">
              {may(table, 'resolve', chat, me) && (
                <Act
                  main={steps.asked === 'yes'}
                  busy={resolve.progress !== null}
                  onClick={sendResolve}
                >
                  {en.finish.resolve}
                </Act>
              )}
              <Act onClick={writeNote}>{en.finish.writeNote}</Act>
            </div>
          </Step>
        )}
        {steps.resolved && <Step done text={en.finish.resolved} />}
        <Step done={steps.closed} text={steps.closed ? en.finish.closed : en.finish.close}>
          {may(table, 'close', chat, me) && (
            <Act main busy={closing.progress !== null} onClick={() => void closing.run({})}>
              {en.finish.close}
            </Act>
          )}
          <Trouble problem={closing.problem} fields={[]} override={closing.override} />
        </Step>
      </ol>
      <Waits progress={propose.progress ?? resolve.progress ?? closing.progress} />
      <div class="dialog-acts">
        <Act onClick={close}>{en.finish.cancel}</Act>
      </div>
    </Dialog>
  );
};
