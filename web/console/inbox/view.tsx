import { useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { AssistDialog } from '../assist/view';
import { hasDraft } from '../composer/drafts';
import { useStore } from '../context';
import { Offers } from '../offers/view';
import { Act } from '../pieces/act';
import { RowClocks } from '../pieces/clock';
import { agentName, titleOf } from '../pieces/names';
import { pathOf } from '../route';
import { Status } from '../status/view';
import { arrange, asksMe, grouped, helpsHere, type Group } from './state';

/** The second line of a row: what is asked, or what was said last. */
const lineOf = (row: Row, from: string): string =>
  row.transfer && from !== ''
    ? `${fill(en.list.transferFrom, { name: from })} · ${plain(row.transfer.context)}`
    : plain(row.lastLine) || (row.topic ?? row.reference);

const InboxRow = ({ row, first }: { readonly row: Row; readonly first: boolean }) => {
  const store = useStore();
  const route = store.route.value;
  const me = store.me.value;
  const current = route.place === 'chat' && route.chatId === row.chatId;
  const unread = store.unread.value.get(row.chatId) ?? 0;
  const asked = me !== null && asksMe(row, me);
  const path = pathOf({ place: 'chat', chatId: row.chatId });
  return (
    <li>
      <a
        class="row"
        href={path}
        aria-current={current ? 'page' : undefined}
        tabIndex={current || first ? 0 : -1}
        data-chat={row.chatId}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          store.go({ place: 'chat', chatId: row.chatId });
        }}
      >
        <span class="row-top">
          <span class="name">{titleOf(row, me)}</span>
          <RowClocks clocks={row.clocks ?? []} />
        </span>
        <span class="row-line">
          <span class="last">
            {lineOf(row, asked ? agentName(store, row.transfer?.fromAgent) : '')}
          </span>
          {hasDraft(store.drafts.value, row.chatId) && <span class="chip">{en.list.draft}</span>}
          {row.assist && <span class="chip">{en.assist.chip}</span>}
          {row.silentSince !== undefined && <span class="chip bad">{en.assist.silentChip}</span>}
          {me && helpsHere(row, me) && <span class="chip bad">{en.ladder.helpWanted}</span>}
          {row.escalated && <span class="chip bad">{en.chat.escalated}</span>}
          {unread > 0 && <span class="chip new">{fill(en.list.unread, { n: unread })}</span>}
        </span>
      </a>
    </li>
  );
};

/** The inbox: whose turn, and until when. Its order holds still under the pointer and the focus. */
export const Inbox = () => {
  const store = useStore();
  const rows = store.rows.value;
  const me = store.me.value;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [asking, setAsking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const groups = grouped(rows ?? [], me ?? { agentId: '' });
  const arrangement = arrange(store.arrangement.peek(), groups, pointed || focused);
  useEffect(() => {
    store.arrangement.value = arrangement;
  });
  const byId = new Map((rows ?? []).map((row) => [row.chatId, row]));
  const firstId = arrangement.order.flatMap(([, ids]) => ids)[0];
  const openHere = store.route.value.place === 'chat' && byId.has(store.route.value.chatId);

  const Section = ({ group, ids }: { group: Group; ids: readonly string[] }) =>
    ids.length === 0 ? null : (
      <section aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`} class={`group ${group}`}>
          {en.list[group]} <span class="count">{ids.length}</span>
        </h2>
        <ul>
          {ids.map((id) => {
            const row = byId.get(id);
            return row && <InboxRow key={id} row={row} first={!openHere && id === firstId} />;
          })}
        </ul>
      </section>
    );
  return (
    <div class="list pane" id="list" tabIndex={-1}>
      <header class="pane-head">
        <h1>{en.inbox}</h1>
        <Act onClick={() => setAsking(true)}>{en.assist.short}</Act>
        <Status />
      </header>
      {store.inboxFailed.value && (
        <p class="strip" role="status">
          {en.list.failed} <Act onClick={store.reloadInbox}>{en.list.again}</Act>
        </p>
      )}
      {arrangement.outdated && (
        <p class="strip">
          <Act
            shortcut="."
            onClick={() => {
              setPointed(false);
              setFocused(false);
            }}
          >
            {en.list.outdated}
          </Act>
        </p>
      )}
      {me && <Offers me={me} />}
      <nav
        ref={list}
        class="rows"
        aria-label={en.inbox}
        onPointerEnter={(event) => setPointed(event.pointerType === 'mouse')}
        onPointerLeave={() => setPointed(false)}
        onFocusIn={() => setFocused(true)}
        onFocusOut={(event) => {
          if (!list.current?.contains(event.relatedTarget as Node | null)) setFocused(false);
        }}
      >
        {rows?.length === 0 && <p class="empty">{en.list.empty}</p>}
        {arrangement.order.map(([group, ids]) => Section({ group, ids }))}
      </nav>
      {asking && <AssistDialog close={() => setAsking(false)} />}
    </div>
  );
};
