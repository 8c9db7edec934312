import { moment } from '../../clocks/text';
import type { Chat, Me, Notice } from '../../protocol/documents';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Head } from '../desks/head';
import { Link } from '../pieces/link';
import { agentName, titleOf } from '../pieces/names';
import type { Store } from '../store';
import { noticeText, type Told } from './state';

const words = en.notices;

/** How a clock is called here: as its chat says, or by its name in the procedure. */
const labelOf = (one: Notice, chat: Pick<Chat, 'clocks'> | undefined): string =>
  chat?.clocks?.find((clock) => clock.clock === one.clock)?.label ?? one.clock;

const done = (store: Store, one: Notice): string =>
  noticeText(one, (agentId) => agentName(store, agentId));

/** What was done in a chat because of its clocks, the latest last. */
export const NoticeList = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const notices = chat.notices ?? [];
  return notices.length === 0 ? null : (
    <section aria-labelledby="notices-title">
      <h2 id="notices-title">{words.title}</h2>
      <ul>
        {notices.map((one, n) => (
          <li key={`${one.at} ${n}`}>
            {labelOf(one, chat)} {words.stage[one.stage]}
            <p class="hint">
              {done(store, one)} · {moment(one.at, store.now.value)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const ToldRow = ({ one, me }: { readonly one: Told; readonly me: Me }) => {
  const store = useStore();
  const row = [...(store.board.value ?? []), ...(store.rows.value ?? [])].find(
    (each) => each.chatId === one.chatId,
  );
  const chat = row ?? store.chats.value.get(one.chatId)?.chat;
  return (
    <tr>
      <th scope="row">
        <Link class="board-link" to={{ place: 'chat', chatId: one.chatId }}>
          {chat ? titleOf(chat, me) : one.chatId}
        </Link>
        {chat && <span class="hint"> {chat.reference}</span>}
      </th>
      <td>{labelOf(one, chat)}</td>
      <td>{words.stage[one.stage]}</td>
      <td>{one.agentId ? agentName(store, one.agentId) : one.desk}</td>
      <td class="number">{moment(one.at, store.now.value)}</td>
    </tr>
  );
};

/** Whom clocks have had told while the page was open. */
export const ToldList = ({ me }: { readonly me: Me }) => {
  const told = useStore().told.value;
  const { chat, clock, stage, who, at } = words.columns;
  return (
    <section class="reviews told" aria-labelledby="told-title">
      <h2 id="told-title">{words.board}</h2>
      {told.length === 0 ? (
        <p class="hint">{words.boardEmpty}</p>
      ) : (
        <div class="table-box" tabIndex={0}>
          <table>
            <Head names={[chat, clock, stage, who, at]} />
            <tbody>
              {told.map((one) => (
                <ToldRow key={one.actId} one={one} me={me} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
