import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { continues, echoes } from '../../outbox/messages';
import type { Chat } from '../../protocol/documents';
import { count } from '../../words/fill';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Bubble, Echo } from './bubbles';

/** How close to its end the transcript counts as read to the end, in px. */
const NEAR_END = 60;
/** Messages that are drawn; older ones are in the record. */
const DRAWN = 300;

/** What was said. It stays at its end only for one who was there. */
export const Transcript = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(0);
  const [below, setBelow] = useState(0);
  const messages = (chat.messages ?? []).slice(-DRAWN);
  const waiting = echoes(messages, store.outgoing.value, chat.chatId);
  const size = messages.length + waiting.length;

  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    atEnd.current = true;
    setBelow(0);
  };
  useLayoutEffect(() => {
    const fresh = size - seen.current;
    seen.current = size;
    if (atEnd.current) toEnd();
    else if (fresh > 0) setBelow((before) => before + fresh);
  }, [size]);
  useLayoutEffect(() => {
    const region = box.current;
    if (!region) return;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watch.observe(region);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="transcript-box">
      <div
        ref={box}
        class="transcript"
        role="region"
        aria-label={en.chat.conversation}
        tabIndex={0}
        onScroll={(event) => {
          const region = event.currentTarget;
          atEnd.current = region.scrollHeight - region.scrollTop - region.clientHeight < NEAR_END;
          if (atEnd.current) setBelow(0);
        }}
      >
        {size === 0 && <p class="empty">{en.chat.empty}</p>}
        <ol>
          {messages.map((message, n) => (
            <Bubble
              key={message.messageId}
              message={message}
              among={chat.assist !== undefined}
              more={continues(message.author, messages[n - 1]?.author)}
            />
          ))}
          {waiting.map((item) => (
            <Echo key={item.key} item={item} />
          ))}
        </ol>
      </div>
      {below > 0 && (
        <button type="button" class="act below" onClick={toEnd}>
          {count(below, en.chat.newBelow)} <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
};
