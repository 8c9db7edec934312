// Chats on their way to somebody: answering an offer, and taking the next one from a line.
import { assign, chats, Refused, tell } from './world.mjs';

const told = (name, chat, data) =>
  tell({ chatId: undefined, sequence: 0 }, name, {
    deskId: chat.desk,
    chatId: chat.chatId,
    ...data,
  });

const give = (chat, who) => {
  const deskId = chat.desk;
  delete chat.offer;
  assign(chat, who.agentId);
  told('desk.chat-placed', { ...chat, desk: deskId }, { agentId: who.agentId });
};

/** `acceptance` or `decline` of what is offered to somebody. */
export const answer = (word, chat, body, who) => {
  if (chat.offer?.offeredTo !== who.agentId) {
    throw new Refused(409, 'not-offered', 'This chat is not offered to you any more.');
  }
  if (word === 'acceptance') give(chat, who);
  else {
    delete chat.offer;
    told('desk.offer-declined', chat, { agentId: who.agentId, reason: body.reason });
  }
  return { sequence: chat.sequence };
};

/** The one who has waited longest and is offered to nobody. */
export const claim = (deskId, who) => {
  const next = [...chats.values()]
    .filter((chat) => chat.state === 'waiting' && chat.desk === deskId && !chat.offer)
    .toSorted((a, b) => a.since.localeCompare(b.since))[0];
  if (!next) throw new Refused(409, 'line-empty', 'Nobody waits here whom you could take.');
  give(next, who);
  return { status: 201, chatId: next.chatId, sequence: next.sequence };
};
