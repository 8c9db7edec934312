import { moment, span } from '../../clocks/text';
import { asChat, may } from '../../protocol/acts';
import type { Me, Row } from '../../protocol/documents';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Reviews } from '../escalate/reviews';
import { ToldList } from '../notices/view';
import { RowClocks } from '../pieces/clock';
import { Trouble, Waits } from '../pieces/finding';
import { customerName, holder } from '../pieces/names';
import { pathOf } from '../route';
import { Status } from '../status/view';
import { oldestSince, worstFirst } from './state';

const BoardRow = ({ row, me, first }: { row: Row; me: Me; first: boolean }) => {
  const store = useStore();
  const open = (): void => store.go({ place: 'chat', chatId: row.chatId });
  const takeOver = useAct(`/chats/${row.chatId}/takeover`, open);
  const id = `board-${row.chatId}`;
  const mayTake =
    row.agent?.id !== me.agentId && may(store.table.value, 'take-over', asChat(row), me);
  return (
    <tr>
      <th scope="row">
        <a
          id={id}
          class="board-link"
          href={pathOf({ place: 'chat', chatId: row.chatId })}
          onClick={(event) => {
            event.preventDefault();
            open();
          }}
        >
          {customerName(row.customer)}
        </a>
        <span class="hint"> {row.reference}</span>
        {row.escalated && <span class="chip bad">{en.chat.escalated}</span>}
      </th>
      <td>{row.desk}</td>
      <td>{holder(store, row) || en.boardPage.nobody}</td>
      <td>
        <RowClocks clocks={row.clocks ?? []} />
      </td>
      <td class="number">{moment(row.since, store.now.value)}</td>
      <td>
        {mayTake && (
          <Act
            main={first}
            shortcut={first ? 'x' : undefined}
            describedBy={id}
            busy={takeOver.progress !== null}
            onClick={() => void takeOver.run({})}
          >
            {en.takeOver}
          </Act>
        )}
        <Waits progress={takeOver.progress} />
        <Trouble problem={takeOver.problem} fields={[]} override={takeOver.override} />
      </td>
    </tr>
  );
};

/** Every chat that nobody attends to; there must be none. */
export const Board = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const rows = worstFirst(store.board.value ?? []);
  const now = store.now.value;
  const oldest = oldestSince(rows);
  const words = en.boardPage;
  const summary = [fill(words.summary, { n: rows.length })];
  if (oldest) summary.push(fill(words.oldest, { time: span(now - Date.parse(oldest)) }));
  return (
    <main class="page pane" id="conversation" tabIndex={-1}>
      <header class="pane-head">
        <h1>{en.board}</h1>
        {rows.length > 0 && <p class="facts">{summary.join(' · ')}</p>}
        <Status />
      </header>
      {store.live.value.phase === 'lost' && (
        <p class="strip">{fill(words.stale, { time: moment(store.boardAt.value, now) })}</p>
      )}
      {rows.length === 0 ? (
        <p class="empty good">
          <span aria-hidden="true">✓ </span>
          {words.empty}
        </p>
      ) : (
        <div class="table-box" role="region" aria-label={en.board} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[words.customer, words.desk, words.with, words.clock, words.since, words.act].map(
                  (head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, n) => (
                <BoardRow key={row.chatId} row={row} me={me} first={n === 0} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ToldList me={me} />
      <Reviews me={me} />
    </main>
  );
};
