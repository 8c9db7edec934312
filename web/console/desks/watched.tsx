import { moment } from '../../clocks/text';
import type { Agent, Me, Row } from '../../protocol/documents';
import { count, fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { RowClocks } from '../pieces/clock';
import { Link } from '../pieces/link';
import { agentName, titleOf } from '../pieces/names';
import { RowActs } from './acts';
import { askedFor, byRoom, chatsOf, waiting } from './state';
import { Head } from './head';

const words = en.desksPage;

const ChatLink = ({ row, id, me }: { readonly row: Row; readonly id: string; readonly me: Me }) => (
  <>
    <Link id={id} class="board-link" to={{ place: 'chat', chatId: row.chatId }}>
      {titleOf(row, me)}
    </Link>
    <span class="hint"> {row.reference}</span>
    {row.escalated && <span class="chip bad">{en.chat.escalated}</span>}
  </>
);

const WaitingRow = ({ row, me, first }: { row: Row; me: Me; first: boolean }) => {
  const store = useStore();
  const id = `waits-${row.chatId}`;
  const asked = askedFor(store.desks.value, row.chatId);
  return (
    <tr>
      <th scope="row">
        <ChatLink row={row} id={id} me={me} />
      </th>
      <td>{row.desk}</td>
      <td>{asked ? agentName(store, asked) : '–'}</td>
      <td>
        <RowClocks clocks={row.clocks ?? []} />
      </td>
      <td class="number">{moment(row.since, store.now.value)}</td>
      <td>
        <RowActs row={row} me={me} describedBy={id} first={first} />
      </td>
    </tr>
  );
};

/** Every chat that looks for somebody, wherever it waits. */
export const Waiting = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const rows = waiting(store.watched.value);
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{words.waiting}</h2>
      {rows.length === 0 ? (
        <p class="empty good">
          <span aria-hidden="true">✓ </span>
          {words.nobodyWaits}
        </p>
      ) : (
        <table>
          <Head
            names={[words.customer, words.desk, words.asked, words.clock, words.since, words.act]}
          />
          <tbody>
            {rows.map((row, n) => (
              <WaitingRow key={row.chatId} row={row} me={me} first={n === 0} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Load = ({ agent }: { readonly agent: Agent }) => {
  const said = fill(words.load, { held: agent.held, capacity: agent.capacity });
  return (
    <span class="load">
      <meter
        min={0}
        max={Math.max(agent.capacity, agent.held)}
        high={agent.capacity - 1}
        value={agent.held}
        aria-label={said}
      />{' '}
      <span aria-hidden="true">
        {agent.held}/{agent.capacity}
      </span>
    </span>
  );
};

const TheirChat = ({ row, agent, me }: { row: Row; agent: Agent; me: Me }) => {
  const id = `held-${agent.agentId}-${row.chatId}`;
  const coming = row.agent?.id !== agent.agentId;
  return (
    <li class="their-chat">
      <span>
        <ChatLink row={row} id={id} me={me} />
        {coming && <span class="chip">{fill(words.onItsWay, { name: agent.name })}</span>}
      </span>
      <RowClocks clocks={row.clocks ?? []} />
      <RowActs row={row} me={me} describedBy={id} />
    </li>
  );
};

const PersonRow = ({ agent, me }: { readonly agent: Agent; readonly me: Me | null }) => {
  const store = useStore();
  const chats = chatsOf(store.watched.value, agent.agentId);
  const status = en.status[agent.status];
  const since = agent.statusSince;
  return (
    <tr>
      <th scope="row">{agent.name}</th>
      <td>{agent.role}</td>
      <td>{agent.homeDesk}</td>
      <td>
        <span class={`dot ${agent.status}`} aria-hidden="true" />{' '}
        {since ? fill(words.statusSince, { status, time: moment(since, store.now.value) }) : status}
        {agent.lostSince && (
          <span class="chip bad">
            {fill(words.lostSince, { time: moment(agent.lostSince, store.now.value) })}
          </span>
        )}
      </td>
      <td class="number">
        <Load agent={agent} />
      </td>
      {me && (
        <td>
          {chats.length === 0 ? (
            words.noChats
          ) : (
            <details>
              <summary>{count(chats.length, words.chats)}</summary>
              <ul>
                {chats.map((row) => (
                  <TheirChat key={row.chatId} row={row} agent={agent} me={me} />
                ))}
              </ul>
            </details>
          )}
        </td>
      )}
    </tr>
  );
};

/**
 * Everybody with their load, whoever can take a chat first on top; for those who watch over chats,
 * `me`, also what each of them has.
 */
export const People = ({ me }: { readonly me: Me | null }) => {
  const store = useStore();
  const heads = [words.person, words.role, words.home, words.state, words.slots];
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{words.people}</h2>
      <table>
        <Head names={me ? [...heads, words.theirs] : heads} />
        <tbody>
          {byRoom(store.agents.value).map((agent) => (
            <PersonRow key={agent.agentId} agent={agent} me={me} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
