import { useEffect } from 'preact/hooks';
import { moment } from '../clocks/text';
import { bannerOf } from '../live/state';
import { leads } from '../protocol/acts';
import { plain } from '../protocol/text';
import { fill } from '../words/fill';
import { en } from '../words/console.en';
import { Announcements } from './announce/view';
import { worstFirst } from './board/state';
import { Board } from './board/view';
import { ChatView } from './chat/view';
import { useStore } from './context';
import { Desks } from './desks/view';
import { Inbox } from './inbox/view';
import { groupOf } from './inbox/state';
import { listenToKeys } from './keys/listen';
import { KeysDialog } from './keys/view';
import { Icon } from './pieces/icon';
import { Link } from './pieces/link';
import { Reports } from './reports/view';

type Place = 'inbox' | 'board' | 'desks' | 'reports';

const RailLink = ({ place, n }: { readonly place: Place; readonly n?: number }) => {
  const store = useStore();
  const here = store.route.value.place;
  const current = here === place || (place === 'inbox' && here === 'chat');
  return (
    <Link to={{ place }} class="rail-link" current={current}>
      <Icon name={place} />
      <span>{en[place]}</span>
      {n !== undefined && n > 0 && <span class="rail-count">{n}</span>}
    </Link>
  );
};

/** How many chats of the inbox wait for this agent. */
const useTurns = (): number => {
  const store = useStore();
  const me = store.me.value;
  return me ? (store.rows.value ?? []).filter((row) => groupOf(row, me) !== 'theirs').length : 0;
};

const Rail = () => {
  const store = useStore();
  const me = store.me.value;
  return (
    <nav class="rail" aria-label={en.places}>
      <RailLink place="inbox" n={useTurns()} />
      {me && leads(me) && <RailLink place="board" n={worstFirst(store.board.value ?? []).length} />}
      <RailLink place="desks" />
      {me && leads(me) && <RailLink place="reports" />}
    </nav>
  );
};

const Foot = ({ signOut }: { readonly signOut: () => void }) => {
  const store = useStore();
  const live = store.live.value;
  const banner = bannerOf(live, store.now.value - store.offset.value);
  const time = moment(live.since, Date.now());
  return (
    <footer class={`foot ${banner}`}>
      <p>
        <span class="dot" aria-hidden="true" />
        {fill(en.line[banner], { time })}
      </p>
      <span class="gap" />
      <button
        type="button"
        class="link"
        onClick={() => {
          store.keysOpen.value = true;
        }}
      >
        {en.line.keys}
        <kbd aria-hidden="true">?</kbd>
      </button>
      <span class="me">{store.me.value?.name}</span>
      <button type="button" class="link" onClick={signOut}>
        {en.signIn.out}
      </button>
    </footer>
  );
};

const Place = () => {
  const store = useStore();
  const me = store.me.value;
  const route = store.route.value;
  if (!me) return null;
  switch (route.place) {
    case 'board':
      return <Board me={me} />;
    case 'desks':
      return <Desks me={me} />;
    case 'reports':
      return <Reports me={me} />;
    case 'chat':
      return (
        <>
          <Inbox />
          <ChatView chatId={route.chatId} me={me} />
        </>
      );
    case 'inbox':
      return (
        <>
          <Inbox />
          <main class="conversation pane" id="conversation" tabIndex={-1}>
            <p class="empty">{en.chat.none}</p>
          </main>
        </>
      );
  }
};

/** The signed-in page: rail, place, status line, and the regions that speak. */
export const App = ({ signOut }: { readonly signOut: () => void }) => {
  const store = useStore();
  const route = store.route.value;
  const turns = useTurns();
  const known = route.place === 'chat' ? store.chats.value.get(route.chatId)?.chat : undefined;
  const title =
    route.place === 'chat'
      ? plain(known?.customer?.name) || known?.reference || en.inbox
      : en[route.place];
  useEffect(() => listenToKeys(store), [store]);
  useEffect(() => {
    document.title = `${turns > 0 ? `(${turns}) ` : ''}${title} – ${en.product}`;
  }, [turns, title]);
  return (
    <div class={`app at-${route.place}${store.contextOpen.value ? ' with-context' : ''}`}>
      <div class="skip">
        {(route.place === 'chat' || route.place === 'inbox') && <a href="#list">{en.skipList}</a>}
        <a href="#conversation">{en.skipChat}</a>
        {known && <a href="#reply">{en.skipReply}</a>}
      </div>
      <Rail />
      <Place />
      <Foot signOut={signOut} />
      <Announcements />
      {store.keysOpen.value && <KeysDialog />}
    </div>
  );
};
