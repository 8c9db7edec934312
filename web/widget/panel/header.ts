import type { Words } from '../../words/widget.en';
import { h } from './dom';

/** Title, a menu with "End chat", and the button that puts the panel away. */
export const createHeader = (words: Words, acts: { close: () => void; depart: () => void }) => {
  const title = h('h2', { id: 'title', tabindex: '-1' }, words.title);
  const end = h('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, words.endChat);
  const menu = h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': words.menu, hidden: true },
    end,
  );
  const more = h(
    'button',
    {
      type: 'button',
      class: 'icon',
      'aria-label': words.menu,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    '⋯',
  );
  const away = h('button', { type: 'button', class: 'icon', 'aria-label': words.minimise }, '–');

  const show = (open: boolean): void => {
    menu.hidden = !open;
    more.setAttribute('aria-expanded', String(open));
    if (open) end.focus();
  };
  more.addEventListener('click', () => show(menu.hidden !== false));
  end.addEventListener('click', () => {
    show(false);
    more.focus();
    acts.depart();
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    if (event.key === 'Escape') event.preventDefault(); // Closes the menu, not the panel.
    show(false);
    more.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(event.relatedTarget as Node | null) && event.relatedTarget !== more) {
      show(false);
    }
  });
  away.addEventListener('click', acts.close);
  return { header: h('div', { class: 'head' }, title, more, menu, away), title, more };
};

/** Two live regions: a text is added as a child and goes after ten seconds. */
export const createAnnouncer = () => {
  const polite = h('div', { role: 'status', class: 'unseen' });
  const assertive = h('div', { role: 'alert', class: 'unseen' });
  const put = (region: HTMLElement, text: string): void => {
    const line = h('p', {}, text);
    region.append(line);
    setTimeout(() => line.remove(), 10_000);
  };
  return {
    regions: [polite, assertive],
    polite: (text: string): void => put(polite, text),
    assertive: (text: string): void => put(assertive, text),
  };
};
