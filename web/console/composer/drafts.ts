/** Which box a text is in. Notes and replies never share one. */
export type Box = 'reply' | 'concern' | 'action' | 'followUp' | 'note';
export type Drafts = Readonly<Record<string, string>>;

const keyOf = (chatId: string, box: Box): string => `${chatId}/${box}`;

export const draftOf = (drafts: Drafts, chatId: string, box: Box): string =>
  drafts[keyOf(chatId, box)] ?? '';

/** The drafts with one changed; an empty one is forgotten. */
export const withDraft = (drafts: Drafts, chatId: string, box: Box, text: string): Drafts => {
  const { [keyOf(chatId, box)]: _, ...rest } = drafts;
  return text === '' ? rest : { ...rest, [keyOf(chatId, box)]: text };
};

/** Whether anything is written for a chat that has not gone out. */
export const hasDraft = (drafts: Drafts, chatId: string): boolean =>
  Object.keys(drafts).some((key) => key.startsWith(`${chatId}/`));
