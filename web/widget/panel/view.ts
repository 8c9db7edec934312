import { bannerOf } from '../../live/state';
import { fill } from '../../words/fill';
import { en, type Words } from '../../words/widget.en';
import type { Shell } from '../contract';
import { followViewport } from '../viewport';
import { h, say } from './dom';
import { createMessageBox, createOpeningForm, createRating } from './forms';
import { createAnnouncer, createHeader } from './header';
import { askHours, type Hours } from './hours';
import { canWrite, screenOf, type Screen } from './state';
import type { Talking } from './talk';
import { createTranscript } from './transcript';
import { waitingText } from './waiting';

/** At most one announcement of the place in line in this time. */
const PLACE_QUIET_MILLIS = 60_000;

/** Builds the panel once; `update` then changes only what differs. */
export const createView = (shell: Shell, talking: Talking) => {
  const words: Words = { ...en, ...shell.settings().texts };
  const announcer = createAnnouncer();
  let placeSaid = 0;
  let failedSaid = new Set<string>();
  let hours: Hours | null = null;

  const header = createHeader(words, {
    close: shell.close,
    depart: () => void talking.depart(),
  });
  const banner = h('p', { class: 'banner' });
  const transcript = createTranscript(words, {
    retry: talking.retry,
    edit: (item) => {
      talking.drop(item.key);
      messageBox.box.value = item.text;
      messageBox.box.focus();
    },
  });
  const opening = createOpeningForm(words, shell.user, (form) => {
    opening.trouble('');
    void talking.start(form).then((verdict) => {
      if (verdict.kind === 'accepted') {
        opening.clear();
        messageBox.box.focus();
      } else if (verdict.kind === 'refused') opening.trouble(verdict.problem.detail);
      else if (verdict.kind === 'busy') {
        opening.trouble(fill(words.busy, { time: clock(Date.now() + verdict.retryMillis) }));
      } else opening.trouble(words.startFailed);
    });
  });
  const messageBox = createMessageBox(words, (text) => {
    const taken = talking.say(text);
    if (taken) transcript.toEnd();
    else announcer.assertive(words.tooMany);
    return taken;
  });
  const yes = h(
    'button',
    {
      type: 'button',
      class: 'main',
      click: () => {
        talking.yes();
        rating.querySelector('input')?.focus();
      },
    },
    words.yes,
  );
  const notYet = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      click: () => {
        void talking.notYet();
        messageBox.box.focus();
      },
    },
    words.notYet,
  );
  const questionText = h('p', { id: 'question', dir: 'auto' });
  const question = h(
    'div',
    { class: 'question', role: 'group', 'aria-labelledby': 'question' },
    questionText,
    h('p', { class: 'row' }, yes, notYet),
  );
  const rating = createRating(words, (score, comment) => {
    void talking.rate(score, comment);
    header.more.focus();
  });
  const state = h('p', { class: 'state' });
  const again = h(
    'button',
    {
      type: 'button',
      class: 'main',
      click: () => {
        talking.clear();
        opening.first().focus();
      },
    },
    words.startNew,
  );
  const ended = h('div', { class: 'ended' }, again);
  const reference = h('p', { class: 'reference' });

  shell.dialog.removeAttribute('aria-label');
  shell.dialog.setAttribute('aria-labelledby', 'title');
  const page = h(
    'div',
    { class: 'page' },
    header.header,
    banner,
    opening.form,
    transcript.region,
    state,
    question,
    rating,
    ended,
    messageBox.form,
    reference,
  );
  shell.dialog.append(page);
  shell.dialog.parentElement?.append(...announcer.regions);
  followViewport(shell.dialog, () => page.contains(shell.shadow.activeElement));

  const clock = (at: number): string =>
    new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const bannerText = (screen: Screen): string => {
    if (screen === 'form' || screen === 'starting' || screen === 'gone') return '';
    const kind = bannerOf(talking.live(), Date.now());
    if (kind === 'offline') return fill(words.offline, { time: clock(talking.live().since) });
    return kind === 'reconnecting' ? words.reconnecting : '';
  };
  const stateText = (screen: Screen): string => {
    switch (screen) {
      case 'waiting':
        return waitingText(words, talking.talk(), Date.now());
      case 'connecting':
        return words.connecting;
      case 'resolved':
        return words.resolved;
      case 'closed':
        return words.closed;
      case 'left':
        return words.left;
      case 'gone':
        return words.gone;
      case 'form':
      case 'starting':
      case 'talking':
      case 'question':
      case 'rating':
        return '';
    }
  };
  const sayPlace = (text: string, screen: Screen): void => {
    if (screen !== 'waiting' || text === state.textContent) return;
    if (Date.now() - placeSaid < PLACE_QUIET_MILLIS) return;
    placeSaid = Date.now();
    announcer.polite(text);
  };
  const sayFailures = (): void => {
    const failed = talking.outgoing().filter((i) => i.phase === 'failed' || i.phase === 'refused');
    if (failed.some((item) => !failedSaid.has(item.key))) announcer.assertive(words.notSent);
    failedSaid = new Set(failed.map((item) => item.key));
  };

  const update = (): void => {
    const talk = talking.talk();
    const screen = screenOf(talk);
    const before = screen === 'form' || screen === 'starting';
    const over = screen === 'closed' || screen === 'left' || screen === 'gone';
    const text = stateText(screen);
    sayPlace(text, screen);
    sayFailures();
    page.dataset['screen'] = screen;
    say(header.title, screen === 'rating' ? words.thanks : (talk.agent ?? words.title));
    header.more.hidden = before || over || screen === 'connecting';
    say(banner, bannerText(screen));
    say(state, text);
    opening.form.hidden = !before;
    opening.update(screen === 'starting', hours);
    transcript.region.hidden = before;
    transcript.update(talk, talking.outgoing());
    question.hidden = screen !== 'question';
    say(questionText, talk.question || words.question);
    rating.hidden = screen !== 'rating';
    ended.hidden = !over;
    messageBox.form.hidden = !canWrite(screen);
    say(
      reference,
      before || talk.reference === '' ? '' : fill(words.reference, { reference: talk.reference }),
    );
  };
  return {
    update,
    /** Asks when somebody is there, while that still matters. */
    lookAtHours: async (): Promise<void> => {
      if (talking.talk().stage !== 'form') return;
      hours = await askHours(shell);
      update();
    },
    announce: announcer.polite,
    toEnd: transcript.toEnd,
    focus: (): void => {
      const screen = screenOf(talking.talk());
      if (screen === 'form') opening.first().focus();
      else if (canWrite(screen)) messageBox.box.focus();
      else header.title.focus();
    },
    words,
  };
};
