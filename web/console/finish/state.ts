import type { Chat } from '../../protocol/documents';
import { askedOf, type Asked } from '../../protocol/resolution';

/** The steps on the way to a closed chat, as the document shows them. */
export interface Steps {
  readonly asked: Asked;
  readonly score?: number;
  readonly resolved: boolean;
  readonly closed: boolean;
}

export const stepsOf = (chat: Chat): Steps => {
  const closed = chat.state === 'closed';
  return {
    asked: askedOf(chat.resolution),
    score: chat.resolution?.score,
    resolved: closed || chat.state === 'resolved',
    closed,
  };
};

/** What a check before an act has found, from `GET /chats/{id}/next`. */
export interface NextAct {
  readonly act: string;
  readonly violations: readonly { readonly requirement: string; readonly message: string }[];
}
