import { leads } from '../protocol/acts';
import type { Me } from '../protocol/documents';

/** The places of the console; each has one address, and the back button works. */
export type Route =
  | { readonly place: 'inbox' }
  | { readonly place: 'chat'; readonly chatId: string }
  | { readonly place: 'board' }
  | { readonly place: 'desks' }
  | { readonly place: 'reports' };

const BASE = '/console';

/** The route of a path, or null for the console's bare address. */
export const routeOf = (path: string): Route | null => {
  const [place, id] = path.slice(BASE.length).split('/').filter(Boolean);
  switch (place) {
    case 'inbox':
      return { place: 'inbox' };
    case 'board':
      return { place: 'board' };
    case 'desks':
      return { place: 'desks' };
    case 'reports':
      return { place: 'reports' };
    case 'chats':
      return id ? { place: 'chat', chatId: decodeURIComponent(id) } : null;
    default:
      return null;
  }
};

export const pathOf = (route: Route): string =>
  route.place === 'chat'
    ? `${BASE}/chats/${encodeURIComponent(route.chatId)}`
    : `${BASE}/${route.place}`;

/** Where somebody starts: agents at their inbox, leads at the board, those above at the desks. */
export const startOf = (me: Me): Route => {
  if (!leads(me)) return { place: 'inbox' };
  return me.role === 'lead' ? { place: 'board' } : { place: 'desks' };
};
