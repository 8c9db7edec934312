import { moment } from '../../clocks/text';
import type { Chat, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { en } from '../../words/console.en';
import { AssistFacts } from '../assist/facts';
import { useStore } from '../context';
import { EscalationList } from '../escalate/list';
import { Notes } from '../notes/view';
import { NoticeList } from '../notices/view';
import { ClockMark } from '../pieces/clock';
import { Icon } from '../pieces/icon';
import { agentName, customerName } from '../pieces/names';
import { destination } from '../transfer/state';

export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, string])[] }) => (
  <dl>
    {facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
  </dl>
);

const sopOf = (chat: Chat): string =>
  typeof chat.sop === 'object' ? `${chat.sop.id} v${chat.sop.version}` : (chat.sop ?? '');

/** Beside the conversation: the customer, the clocks, what happened, the notes. */
export const Context = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const store = useStore();
  const now = store.now.value;
  const clocks = chat.clocks ?? [];
  return (
    <aside class="context pane" id="context" aria-label={en.chat.context} tabIndex={-1}>
      <button
        type="button"
        class="act close-context"
        aria-label={en.context.close}
        onClick={() => {
          store.contextOpen.value = false;
        }}
      >
        <Icon name="close" />
      </button>
      <section aria-labelledby="customer-title">
        <h2 id="customer-title">{chat.assist ? en.assist.requester : en.context.customer}</h2>
        <p class="customer">
          {customerName(chat.customer)}
          {chat.customer?.verified && <span class="chip ok">✓ {en.chat.verified}</span>}
        </p>
        <Facts
          facts={[
            ['E-mail', plain(chat.customer?.email)],
            [en.context.topic, chat.topic ?? ''],
            [en.context.site, chat.site ?? ''],
            [en.context.sop, sopOf(chat)],
          ]}
        />
      </section>
      <AssistFacts chat={chat} />
      <section aria-labelledby="clocks-title">
        <h2 id="clocks-title">{en.context.clocks}</h2>
        {clocks.length === 0 && <p class="empty">{en.context.noClocks}</p>}
        <ul class="clock-list">
          {clocks.map((clock) => (
            <li key={clock.clockId}>
              <ClockMark clock={clock} long />
            </li>
          ))}
        </ul>
      </section>
      <NoticeList chat={chat} />
      <EscalationList chat={chat} me={me} />
      {(chat.transfers ?? []).length > 0 && (
        <section aria-labelledby="transfers-title">
          <h2 id="transfers-title">{en.context.transfers}</h2>
          <ul>
            {chat.transfers?.map((one) => (
              <li key={one.transferId}>
                {agentName(store, one.fromAgent)} →{' '}
                {destination(one, (agentId) => agentName(store, agentId))}
                {' · '}
                {one.state} · {moment(one.at, now)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(chat.followUps ?? []).length > 0 && (
        <section aria-labelledby="followups-title">
          <h2 id="followups-title">{en.context.followUps}</h2>
          <ul>
            {chat.followUps?.map((one) => (
              <li key={one.followUpId}>
                {plain(one.what)} · {agentName(store, one.owner)} · {moment(one.dueAt, now)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(chat.records ?? []).length > 0 && (
        <section aria-labelledby="records-title">
          <h2 id="records-title">{en.context.records}</h2>
          <ul>
            {chat.records?.map((one) => (
              <li key={one.recordId}>
                {one.destination} · {one.occasion} · {one.state}
                {one.problem && ` (${one.problem})`}
                {one.nextAt && ` · ${moment(one.nextAt, now)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Notes chat={chat} me={me} />
    </aside>
  );
};
