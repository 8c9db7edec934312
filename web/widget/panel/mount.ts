import { fill } from '../../words/fill';
import type { Panel, Shell } from '../contract';
import panelText from './panel.css';
import { createTalking } from './talk';
import talkText from './talk.css';
import { createView } from './view';

/** How long a "yes" waits for its rating before it is sent alone. */
const RATING_MILLIS = 120_000;
/** The banner depends on time only while the connection is lost. */
const LOOK_MILLIS = 1_000;

/** Fills the shell that the loader made, and goes on with a chat that is running. */
export const mount = (shell: Shell): Panel => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelText + talkText);
  shell.shadow.adoptedStyleSheets = [...shell.shadow.adoptedStyleSheets, sheet];

  let unread = 0;
  let looking: ReturnType<typeof setInterval> | undefined;
  let rating: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    unread = 0;
    shell.unread(0);
  };
  const sendYes = (): void => {
    if (talking.talk().rating) void talking.rate(null, '');
  };
  const changed = (): void => {
    view?.update();
    const lost = talking.talk().stage !== 'form' && talking.live().phase !== 'live';
    if (lost) looking ??= setInterval(() => view.update(), LOOK_MILLIS);
    else {
      clearInterval(looking);
      looking = undefined;
    }
    if (talking.talk().rating) rating ??= setTimeout(sendYes, RATING_MILLIS);
    else {
      clearTimeout(rating);
      rating = undefined;
    }
  };
  const heard = (name: string, text: string): void => {
    view.announce(
      fill(view.words.fromAgent, { name: name || view.words.us, text: text.slice(0, 140) }),
    );
    shell.emit('message', { name, text });
    if (!shell.isOpen()) shell.unread(++unread);
  };
  const talking = createTalking(shell, changed, heard);
  const view: ReturnType<typeof createView> = createView(shell, talking);
  talking.resume();
  view.update();
  window.addEventListener('pagehide', sendYes);
  return {
    opened: (focus) => {
      read();
      view.toEnd();
      void view.lookAtHours();
      if (focus && !matchMedia('(pointer: coarse)').matches) view.focus();
    },
    closed: sendYes,
    personChanged: () => view.update(),
    reset: () => {
      talking.clear();
      read();
    },
  };
};
