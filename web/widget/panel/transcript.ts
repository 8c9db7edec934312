import { continues, echoes } from '../../outbox/messages';
import type { Outgoing } from '../../outbox/state';
import type { Author, Message } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import type { Words } from '../../words/widget.en';
import { h, keyed } from './dom';
import type { Talk } from './state';

/** How close to its end the transcript counts as read to the end, in px. */
const NEAR_END = 80;

type Line =
  | { readonly kind: 'message'; readonly message: Message; readonly more: boolean }
  | { readonly kind: 'notice'; readonly key: string; readonly name: string }
  | { readonly kind: 'echo'; readonly item: Outgoing };

const keyOf = (line: Line): string => {
  switch (line.kind) {
    case 'message':
      return `m-${line.message.messageId}-${line.more}`;
    case 'notice':
      return `n-${line.key}`;
    case 'echo':
      return `e-${line.item.key}-${line.item.phase}`;
  }
};

/** Messages, notices and echoes in the order in which they happened. */
export const linesOf = (talk: Talk, outgoing: readonly Outgoing[]): readonly Line[] => {
  const lines: Line[] = [];
  let before: Author | undefined;
  const notices = [...talk.notices];
  for (const message of talk.messages) {
    while (notices[0] && notices[0].sequence < message.sequence) {
      lines.push(noticeLine(notices.shift()));
      before = undefined;
    }
    lines.push({ kind: 'message', message, more: continues(message.author, before) });
    before = message.author;
  }
  return [
    ...lines,
    ...notices.map(noticeLine),
    ...echoes(talk.messages, outgoing, talk.chatId ?? '').map((item): Line => ({
      kind: 'echo',
      item,
    })),
  ];
};

const noticeLine = (notice: Talk['notices'][number] | undefined): Line => ({
  kind: 'notice',
  key: String(notice?.sequence),
  name: notice?.name ?? '',
});

export interface TranscriptActs {
  readonly retry: (key: string) => void;
  readonly edit: (item: Outgoing) => void;
}

/** The region that shows what was said. */
export const createTranscript = (words: Words, acts: TranscriptActs) => {
  const list = h('ol', { class: 'lines', role: 'list' });
  const region = h(
    'div',
    { class: 'log', role: 'region', 'aria-label': words.transcript, tabindex: '0' },
    list,
  );
  const time = (iso: string): string =>
    new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  const messageLine = (message: Message, more: boolean): HTMLElement => {
    const mine = message.author.kind === 'visitor';
    const name = mine ? words.you : plain(message.author.name) || words.us;
    const line = h('li', { class: `line ${mine ? 'mine' : 'theirs'} ${message.author.kind}` });
    const meta = h(
      'p',
      { class: more ? 'meta unseen' : 'meta' },
      h('bdi', {}, name),
      ' ',
      h('time', { datetime: message.at }, time(message.at)),
    );
    line.append(meta, h('p', { class: 'bubble', dir: 'auto' }, plain(message.text)));
    return line;
  };
  const echoLine = (item: Outgoing): HTMLElement => {
    const line = h(
      'li',
      { class: `line mine echo ${item.phase}` },
      h('p', { class: 'bubble', dir: 'auto' }, item.text),
    );
    if (item.phase === 'failed' || item.phase === 'refused') {
      line.append(
        h(
          'p',
          { class: 'trouble' },
          h('span', {}, item.problem ? `${words.notSent} ${item.problem.detail}` : words.notSent),
          ' ',
          item.phase === 'failed'
            ? h(
                'button',
                { type: 'button', class: 'link', click: () => acts.retry(item.key) },
                words.tryAgain,
              )
            : h(
                'button',
                { type: 'button', class: 'link', click: () => acts.edit(item) },
                words.edit,
              ),
        ),
      );
    } else if (item.phase !== 'sent') {
      const text = item.phase === 'checking' ? words.checking : words.sending;
      line.append(h('p', { class: 'progress' }, text));
    }
    return line;
  };
  const make = (line: Line): HTMLElement => {
    switch (line.kind) {
      case 'message':
        return messageLine(line.message, line.more);
      case 'notice':
        return h('li', { class: 'notice' }, fill(words.joined, { name: line.name }));
      case 'echo':
        return echoLine(line.item);
    }
  };

  let atEnd = true;
  const toEnd = (): void => {
    region.scrollTop = region.scrollHeight;
  };
  region.addEventListener(
    'scroll',
    () => {
      atEnd = region.scrollHeight - region.scrollTop - region.clientHeight < NEAR_END;
    },
    { passive: true },
  );
  // What comes below (a question, the keyboard) must not hide the end from one who was there.
  new ResizeObserver(() => {
    if (atEnd) toEnd();
  }).observe(region);
  return {
    region,
    toEnd,
    update: (talk: Talk, outgoing: readonly Outgoing[]): void => {
      const size = list.childElementCount;
      keyed(list, linesOf(talk, outgoing), keyOf, make);
      if (atEnd && list.childElementCount !== size) toEnd();
    },
  };
};
