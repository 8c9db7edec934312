import type { Author, Message } from '../protocol/documents';
import type { EventOf } from '../protocol/events';
import type { Outgoing } from './state';

/** A message of the stream as the chat document would show it. */
export const messageOf = (event: EventOf<'chat.message-posted'>): Message => ({
  messageId: event.data.messageId,
  clientMessageId: event.data.clientMessageId,
  author: event.data.author,
  text: event.data.text,
  at: event.time,
  sequence: event.sequence,
});

/** Adds a message once, in order of sequence, however often the stream repeats it. */
export const withMessage = (messages: readonly Message[], message: Message): readonly Message[] => {
  if (messages.some((known) => known.messageId === message.messageId)) return messages;
  const later = messages.findIndex((known) => known.sequence > message.sequence);
  return later < 0
    ? [...messages, message]
    : [...messages.slice(0, later), message, ...messages.slice(later)];
};

/** The echoes still to be drawn: a confirmed message with the same client id replaces its echo. */
export const echoes = (
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  chatId: string,
): readonly Outgoing[] => {
  const confirmed = new Set(messages.map((message) => message.clientMessageId));
  return outgoing.filter((item) => item.chatId === chatId && !confirmed.has(item.key));
};

/** Whether a message continues the one before it, so that the name need not be said again. */
export const continues = (author: Author, before: Author | undefined): boolean =>
  before !== undefined && before.kind === author.kind && before.id === author.id;
