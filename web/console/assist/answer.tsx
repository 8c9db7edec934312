import { may } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { askedOf } from '../../protocol/resolution';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Trouble, Waits } from '../pieces/finding';

/** What the agent who asked says to "does this answer your question?". */
export const Answer = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const store = useStore();
  const answer = useAct(`/chats/${chat.chatId}/resolution-answer`);
  const asked = askedOf(chat.resolution) === 'waiting';
  if (!asked || !may(store.table.value, 'answer-resolution', chat, me)) return null;
  const busy = answer.progress !== null;
  return (
    <div class="acts" role="group" aria-label={plain(chat.resolution?.question)}>
      <p>{plain(chat.resolution?.question)}</p>
      <Act busy={busy} onClick={() => void answer.run({ resolved: true })}>
        {en.assist.answered}
      </Act>
      <Act busy={busy} onClick={() => void answer.run({ resolved: false })}>
        {en.assist.notYet}
      </Act>
      <Waits progress={answer.progress} />
      <Trouble problem={answer.problem} fields={[]} />
    </div>
  );
};
