import { useLayoutEffect, useRef } from 'preact/hooks';
import { byUrgency } from '../../clocks/state';
import { moment } from '../../clocks/text';
import type { Chat, Me } from '../../protocol/documents';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { Composer } from '../composer/view';
import { useStore } from '../context';
import { Act } from '../pieces/act';
import { ClockMark } from '../pieces/clock';
import { Icon } from '../pieces/icon';
import { holder, titleOf } from '../pieces/names';
import { TransferCard } from '../transfer/card';
import { Context } from './context';
import { Transcript } from './transcript';

const Header = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const urgent = byUrgency(chat.clocks ?? [])[0];
  const facts = [chat.reference, chat.desk, holder(store, chat), en.chat.state[chat.state]];
  return (
    <header class="pane-head chat-head">
      <button
        type="button"
        class="act back"
        aria-label={en.chat.back}
        onClick={() => store.go({ place: 'inbox' })}
      >
        <Icon name="back" />
      </button>
      <div class="who">
        <h1>
          {titleOf(chat, store.me.value)}
          {chat.customer?.verified && <span class="chip ok">✓ {en.chat.verified}</span>}
          {chat.assist && <span class="chip">{en.assist.chip}</span>}
          {chat.escalated && <span class="chip bad">{en.chat.escalated}</span>}
        </h1>
        <p class="facts">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {urgent && <ClockMark clock={urgent} long />}
      <span class="toggle">
        <Act
          shortcut="i"
          onClick={() => {
            store.contextOpen.value = !store.contextOpen.value;
          }}
        >
          {en.chat.context}
        </Act>
      </span>
    </header>
  );
};

/** One chat: header, an open transfer, what was said, what to do; beside it its context. */
export const ChatView = ({ chatId, me }: { readonly chatId: string; readonly me: Me }) => {
  const store = useStore();
  const known = store.chats.value.get(chatId);
  const chat = known?.chat;
  const entered = useRef('');
  const from = useRef<Element | null>(null);
  useLayoutEffect(() => {
    from.current = document.activeElement;
  }, [chatId]);
  useLayoutEffect(() => {
    if (!chat || entered.current === chatId) return;
    entered.current = chatId;
    // Whoever has moved on while the chat was loading keeps the focus where it is.
    const active = document.activeElement;
    if (active !== from.current && active !== document.body) return;
    const card = document.querySelector<HTMLElement>('.card [aria-keyshortcuts="a"]');
    (card ?? document.getElementById('reply') ?? document.getElementById('conversation'))?.focus();
  });
  if (!chat) {
    const row = store.rows.value?.find((one) => one.chatId === chatId);
    return (
      <>
        <main class="conversation pane" id="conversation" tabIndex={-1}>
          {row && (
            <header class="pane-head">
              <h1>{titleOf(row, me)}</h1>
            </header>
          )}
          <p class="empty" role="status">
            {known?.missing ? en.chat.missing : en.chat.loading}
          </p>
        </main>
        <div class="context pane" />
      </>
    );
  }
  return (
    <>
      <main class="conversation pane" id="conversation" tabIndex={-1} key={chatId}>
        <Header chat={chat} />
        {chat.incomplete && (
          <p class="strip" role="status">
            {en.chat.incomplete}
          </p>
        )}
        {chat.silentSince !== undefined && (
          <p class="strip" role="status">
            {fill(en.assist.silent, { time: moment(chat.silentSince, store.now.value) })}
          </p>
        )}
        <TransferCard chat={chat} me={me} />
        <Transcript chat={chat} />
        <Composer chat={chat} me={me} />
      </main>
      <Context chat={chat} me={me} key={`context-${chatId}`} />
    </>
  );
};
