/** A key press, without the DOM. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly inField: boolean;
  readonly inDialog: boolean;
}

/** What a press means. `press` clicks the visible button that carries the key. */
export type KeyAct =
  | { readonly do: 'press'; readonly key: string }
  | { readonly do: 'row'; readonly step: 1 | -1 }
  | { readonly do: 'chat'; readonly step: 1 | -1 }
  | { readonly do: 'go'; readonly place: 'inbox' | 'board' | 'desks' | 'reports' }
  | { readonly do: 'pane'; readonly pane: 'list' | 'conversation' | 'context' }
  | { readonly do: 'reply' | 'note' | 'next' | 'help' | 'order' | 'out' | 'await' };

const PRESSED = 'adwtexofsivcpb';
const PLACES = { i: 'inbox', b: 'board', d: 'desks', r: 'reports' } as const;
const PANES = { 1: 'list', 2: 'conversation', 3: 'context' } as const;

const lookUp = <T extends object>(table: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(table, key) ? table[key as keyof T] : undefined;

/** The act of a press; `after` is `g` when that was the key before. */
export const actOf = (press: Press, after: string | null): KeyAct | null => {
  if (press.key === 'Escape') return press.inDialog ? null : { do: 'out' };
  if (press.inDialog) return null;
  if (press.alt && !press.ctrl) {
    if (press.key === 'ArrowDown') return { do: 'chat', step: 1 };
    if (press.key === 'ArrowUp') return { do: 'chat', step: -1 };
  }
  if (press.inField || press.ctrl || press.alt) return null;
  if (after === 'g') {
    const place = lookUp(PLACES, press.key);
    return place ? { do: 'go', place } : null;
  }
  const pane = lookUp(PANES, press.key);
  if (pane) return { do: 'pane', pane };
  switch (press.key) {
    case 'g':
      return { do: 'await' };
    case 'j':
    case 'ArrowDown':
      return { do: 'row', step: 1 };
    case 'k':
    case 'ArrowUp':
      return { do: 'row', step: -1 };
    case 'r':
      return { do: 'reply' };
    case 'n':
      return { do: 'note' };
    case 'u':
      return { do: 'next' };
    case '?':
      return { do: 'help' };
    case '.':
      return { do: 'order' };
    default:
      return PRESSED.includes(press.key) ? { do: 'press', key: press.key } : null;
  }
};
