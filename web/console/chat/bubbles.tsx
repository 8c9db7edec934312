import type { Outgoing } from '../../outbox/state';
import type { Author, Message } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { moment } from '../../clocks/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Finding } from '../pieces/finding';

/** On which side a message stands: own team right, customer left, the system in the middle. */
const sideOf = (author: Author): string =>
  ({ agent: 'ours', visitor: 'theirs', system: 'system' })[author.kind];

/** Among colleagues the own words stand right. */
const sideAmong = (author: Author, agentId: string | undefined): string =>
  author.kind !== 'agent' || author.id === agentId ? sideOf(author) : 'theirs';

interface BubbleProps {
  readonly message: Message;
  readonly more: boolean;
  readonly among?: boolean;
}

export const Bubble = ({ message, more, among }: BubbleProps) => {
  const store = useStore();
  const me = store.me.value;
  const { author } = message;
  const name =
    author.kind === 'agent' && author.id === me?.agentId
      ? en.chat.you
      : plain(author.name) || (author.kind === 'system' ? en.chat.system : en.list.visitor);
  return (
    <li class={`message ${among ? sideAmong(author, me?.agentId) : sideOf(author)}`}>
      <p class={more ? 'meta unseen' : 'meta'}>
        <bdi>{name}</bdi> <time dateTime={message.at}>{moment(message.at, store.now.value)}</time>
      </p>
      <p class="bubble" dir="auto">
        {plain(message.text)}
      </p>
    </li>
  );
};

/** A message on its way, and what to do if it does not arrive. */
export const Echo = ({ item }: { readonly item: Outgoing }) => {
  const store = useStore();
  const stuck = item.phase === 'failed' || item.phase === 'refused';
  return (
    <li class={`message ours echo ${item.phase}`}>
      <p class="bubble" dir="auto">
        {item.text}
      </p>
      {!stuck && <p class="progress">{progressOf(item)}</p>}
      {stuck && (
        <div class="stuck">
          <p>
            <strong>{item.problem ? en.chat.refused : en.chat.notSent}</strong>{' '}
            {item.problem && item.problem.violations.length === 0 && item.problem.detail}
          </p>
          {item.problem?.violations.map((found) => (
            <Finding key={found.ruleId} found={found} />
          ))}
          <p class="row-acts">
            {item.phase === 'failed' && (
              <button type="button" class="link" onClick={() => store.retry(item.key)}>
                {en.chat.again}
              </button>
            )}
            <button type="button" class="link" onClick={() => store.edit(item)}>
              {en.chat.edit}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => void navigator.clipboard?.writeText(item.text)}
            >
              {en.chat.copy}
            </button>
          </p>
        </div>
      )}
    </li>
  );
};

const progressOf = (item: Outgoing): string => {
  switch (item.phase) {
    case 'checking':
      return en.chat.checking;
    case 'waiting':
      return en.chat.waiting;
    case 'sending':
    case 'queued':
      return fill(en.chat.sending);
    case 'sent':
    case 'failed':
    case 'refused':
      return '';
  }
};
