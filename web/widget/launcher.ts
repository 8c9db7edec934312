import { count } from '../words/fill';
import { en } from '../words/widget.en';
import { textOn } from '../theme/contrast';
import sheetText from './loader.css';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z';

/** The pieces a page sees before anybody has opened the chat. */
export interface Launcher {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly region: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  unread(count: number): void;
  expanded(open: boolean): void;
}

const icon = (): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', BUBBLE);
  path.setAttribute('fill', 'currentColor');
  svg.append(path);
  return svg;
};

/** Puts the one element into the page: fixed, of zero size, with everything in its shadow. */
export const putLauncher = (): Launcher => {
  if (!customElements.get('chatkeeper-widget')) {
    customElements.define('chatkeeper-widget', class extends HTMLElement {});
  }
  const host = document.createElement('chatkeeper-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  shadow.adoptedStyleSheets = [sheet];

  const region = document.createElement('div');
  region.className = 'ck';
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', en.title);
  const dialog = document.createElement('dialog');
  dialog.className = 'panel';
  dialog.setAttribute('aria-label', en.title);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launch';
  button.setAttribute('aria-label', en.launcher);
  button.setAttribute('aria-expanded', 'false');
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  button.append(icon(), badge);
  region.append(dialog, button);
  shadow.append(region);
  document.body.append(host);

  const accent = getComputedStyle(host).getPropertyValue('--ck-accent').trim();
  if (/^#[0-9a-f]{6}$/i.test(accent)) host.style.setProperty('--ck-on-accent', textOn(accent));
  return {
    host,
    shadow,
    region,
    button,
    dialog,
    unread: (n) => {
      badge.textContent = n > 0 ? String(n) : '';
      button.setAttribute('aria-label', n > 0 ? count(n, en.launcherUnread) : en.launcher);
    },
    expanded: (open) => button.setAttribute('aria-expanded', String(open)),
  };
};
