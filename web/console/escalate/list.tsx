import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import type { Chat, Escalation, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Trouble, Waits } from '../pieces/finding';
import { agentName } from '../pieces/names';
import { GiveBackDialog, ReviewDialog } from './ladder';
import { climbed, ladderActs, standing, triggerText } from './state';

const words = en.ladder;

const Item = ({ chat, one, me }: { chat: Chat; one: Escalation; me: Me }) => {
  const store = useStore();
  const now = store.now.value;
  const [open, setOpen] = useState<'back' | 'review' | null>(null);
  const help = useAct(`/chats/${chat.chatId}/escalations/${one.escalationId}/help`);
  const acts = ladderActs(one, chat, me, store.table.value);
  const by = one.updateBy && fill(en.context.updateBy, { time: moment(one.updateBy, now) });
  const review = one.review;
  const id = `escalation-${one.escalationId ?? one.at}`;
  const facts = [triggerText(one.trigger), one.to, moment(one.at, now), by];
  const close = (): void => setOpen(null);
  return (
    <li>
      <p id={id}>{facts.filter(Boolean).join(' · ')}</p>
      <p class="hint">{[standing(one), climbed(one)].filter(Boolean).join(' · ')}</p>
      {one.outcome && <p dir="auto">{plain(one.outcome)}</p>}
      {review && (
        <p class="hint">
          {fill(words.reviewed, {
            name: agentName(store, review.by),
            verdict: words.verdicts[review.verdict].toLowerCase(),
          })}
          {review.remark && ` · ${plain(review.remark)}`}
        </p>
      )}
      <div class="row-acts">
        {acts.includes('help') && (
          <Act
            main
            describedBy={id}
            busy={help.progress !== null}
            onClick={() => void help.run({})}
          >
            {words.help}
          </Act>
        )}
        {acts.includes('give-back') && (
          <Act main describedBy={id} onClick={() => setOpen('back')}>
            {words.giveBack}
          </Act>
        )}
        {acts.includes('hand-back') && (
          <Act describedBy={id} onClick={() => setOpen('back')}>
            {words.handBack}
          </Act>
        )}
        {acts.includes('review') && (
          <Act describedBy={id} onClick={() => setOpen('review')}>
            {words.review}
          </Act>
        )}
      </div>
      <Waits progress={help.progress} />
      <Trouble problem={help.problem} fields={[]} />
      {open === 'back' && <GiveBackDialog chat={chat} one={one} close={close} />}
      {open === 'review' && one.escalationId && (
        <ReviewDialog about={{ ...chat, escalationId: one.escalationId }} close={close} />
      )}
    </li>
  );
};

/** The escalations of a chat: where each stands, and what can be done about it. */
export const EscalationList = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) =>
  (chat.escalations ?? []).length === 0 ? null : (
    <section aria-labelledby="escalations-title">
      <h2 id="escalations-title">{en.context.escalations}</h2>
      <ul>
        {chat.escalations?.map((one) => (
          <Item key={one.escalationId ?? one.at} chat={chat} one={one} me={me} />
        ))}
      </ul>
    </section>
  );
