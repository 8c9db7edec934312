import { neighbour } from '../inbox/state';
import type { Store } from '../store';
import { actOf, type KeyAct } from './state';

const FIELDS = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select';
const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** Puts focus on the row before or after the focused one, in the list or the board. */
const moveRow = (step: 1 | -1): void => {
  const rows = Array.from(document.querySelectorAll<HTMLElement>('.row, .board-link'));
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? rows[step === 1 ? 0 : rows.length - 1] : rows[at + step];
  next?.focus();
};

const perform = (store: Store, act: KeyAct): void => {
  const route = store.route.value;
  const here = route.place === 'chat' ? route.chatId : null;
  const open = (chatId: string | undefined): void => {
    if (chatId !== undefined) store.go({ place: 'chat', chatId });
  };
  switch (act.do) {
    case 'press':
      document.querySelector<HTMLElement>(`[aria-keyshortcuts="${act.key}"]`)?.click();
      break;
    case 'order':
      document.querySelector<HTMLElement>('[aria-keyshortcuts="."]')?.click();
      break;
    case 'row':
      moveRow(act.step);
      break;
    case 'chat':
      open(neighbour(store.arrangement.value, here, act.step));
      break;
    case 'next':
      open(store.arrangement.value?.order.flatMap(([, ids]) => ids).find((id) => id !== here));
      break;
    case 'go':
      store.go({ place: act.place });
      break;
    case 'pane':
      if (act.pane === 'context') store.contextOpen.value = true;
      focusOn(`#${act.pane}`);
      break;
    case 'reply':
      focusOn('#reply');
      break;
    case 'note':
      store.contextOpen.value = true;
      focusOn('.notes textarea'); // At once where it is visible: the next key is already text.
      if (!document.activeElement?.matches('.notes textarea')) {
        requestAnimationFrame(() => focusOn('.notes textarea'));
      }
      break;
    case 'help':
      store.keysOpen.value = true;
      break;
    case 'out':
      stepOut(store);
      break;
    case 'await':
      break;
  }
};

/** Out of a field to its pane, out of the drawer, out of the chat to its row. Never discards. */
const stepOut = (store: Store): void => {
  const active = document.activeElement;
  const route = store.route.value;
  if (active?.matches(FIELDS)) active.closest<HTMLElement>('.pane')?.focus();
  else if (store.contextOpen.value) store.contextOpen.value = false;
  else if (route.place === 'chat') focusOn(`.row[data-chat="${CSS.escape(route.chatId)}"]`);
};

/** Listens to the keyboard of the whole page; answers how to stop. */
export const listenToKeys = (store: Store): (() => void) => {
  let after: string | null = null;
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const act = actOf(
      {
        key: event.key,
        ctrl: event.ctrlKey,
        alt: event.altKey,
        inField: target.matches(FIELDS),
        inDialog: document.querySelector('dialog[open]') !== null,
      },
      after,
    );
    after = act?.do === 'await' ? event.key : null;
    if (!act) return;
    const arrows =
      act.do === 'row' && !target.closest('.rows, .table-box, body:not(:focus-within)');
    if (arrows && event.key.startsWith('Arrow')) return; // Arrows scroll outside of lists.
    event.preventDefault();
    perform(store, act);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
};
