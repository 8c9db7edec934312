import type { Chat, Customer, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { en } from '../../words/console.en';
import type { Store } from '../store';

/** What to call a customer who may not have said their name. */
export const customerName = (customer: Customer | undefined): string =>
  plain(customer?.name) || en.list.visitor;

/** What a chat is called: by its customer, or among colleagues by who asks. */
export const titleOf = (
  chat: Pick<Chat, 'assist' | 'customer'>,
  me: Pick<Me, 'agentId'> | null,
): string => {
  if (!chat.assist) return customerName(chat.customer);
  return chat.assist.agentId === me?.agentId ? en.assist.mine : chat.assist.agentName;
};

/** The name of an agent by id, or the id where the list does not have it. */
export const agentName = (store: Store, agentId: string | undefined): string =>
  store.agents.value.find((agent) => agent.agentId === agentId)?.name ?? agentId ?? '';

/** Who has a chat now. */
export const holder = (store: Store, chat: Pick<Chat, 'agent'>): string =>
  plain(chat.agent?.name) || agentName(store, chat.agent?.id);
