import type { Words } from '../../words/widget.en';
import type { User } from '../contract';
import { h, say } from './dom';
import { introText, isClosed, type Hours } from './hours';
import type { Opening } from './talk';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The form before a chat. Fields that the page has told us already are not asked again. */
export const createOpeningForm = (
  words: Words,
  user: () => User,
  start: (opening: Opening) => void,
) => {
  const name = h('input', { id: 'name', autocomplete: 'name', maxlength: '100' });
  const email = h('input', {
    id: 'email',
    type: 'email',
    autocomplete: 'email',
    maxlength: '200',
    'aria-describedby': 'email-hint email-trouble',
  });
  const message = h('textarea', {
    id: 'first',
    rows: '4',
    maxlength: '4000',
    'aria-describedby': 'first-trouble',
  });
  const emailTrouble = h('p', { class: 'trouble', id: 'email-trouble' });
  const firstTrouble = h('p', { class: 'trouble', id: 'first-trouble' });
  const intro = h('p', { class: 'intro' }, words.intro);
  const summary = h('p', { class: 'trouble', role: 'alert' });
  const button = h('button', { type: 'submit', class: 'main' }, words.start);
  const nameField = h('p', {}, h('label', { for: 'name' }, words.name), name);
  const emailField = h(
    'div',
    { class: 'field' },
    h('label', { for: 'email' }, words.email),
    h('span', { class: 'hint', id: 'email-hint' }, words.optional),
    email,
    emailTrouble,
  );

  const submit = (event: Event): void => {
    event.preventDefault();
    const wrongEmail = email.value.trim() !== '' && !EMAIL.test(email.value.trim());
    const empty = message.value.trim() === '';
    mark(email, emailTrouble, wrongEmail ? words.emailLooksWrong : '');
    mark(message, firstTrouble, empty ? words.needed : '');
    if (wrongEmail) email.focus();
    else if (empty) message.focus();
    else
      start({ name: name.value.trim(), email: email.value.trim(), message: message.value.trim() });
  };
  const form = h(
    'form',
    { class: 'form', novalidate: true, submit },
    intro,
    nameField,
    emailField,
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'first' }, words.message),
      message,
      firstTrouble,
    ),
    summary,
    button,
  );
  return {
    form,
    first: (): HTMLElement => (nameField.hidden ? message : name),
    update: (busy: boolean, hours: Hours | null): void => {
      nameField.hidden = Boolean(user().name);
      emailField.hidden = Boolean(user().email);
      button.disabled = busy;
      say(intro, introText(words, hours, Date.now()));
      const start = isClosed(hours) ? words.leave : words.start;
      say(button, busy ? words.starting : start);
    },
    trouble: (text: string): void => say(summary, text),
    clear: (): void => {
      form.reset();
      say(summary, '');
    },
  };
};

const mark = (field: HTMLElement, place: HTMLElement, text: string): void => {
  say(place, text);
  if (text) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
};

/** The box for messages: Enter sends, Shift+Enter makes a line. */
export const createMessageBox = (words: Words, send: (text: string) => boolean) => {
  const box = h('textarea', {
    id: 'box',
    rows: '1',
    maxlength: '4000',
    class: 'box',
    'aria-label': words.yourMessage,
    placeholder: words.placeholder,
    enterkeyhint: 'send',
  });
  const go = (): void => {
    const text = box.value.trim();
    if (text !== '' && send(text)) box.value = '';
    box.focus();
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    go();
  });
  const form = h(
    'form',
    {
      class: 'write',
      submit: (event: Event) => {
        event.preventDefault();
        go();
      },
    },
    box,
    h('button', { type: 'submit', class: 'main' }, words.send),
  );
  return { form, box };
};

/** Five radio buttons and a comment; both may be left out. */
export const createRating = (
  words: Words,
  done: (score: number | null, comment: string) => void,
) => {
  const scores = h('div', { class: 'scores' });
  for (let n = 1; n <= 5; n++) {
    scores.append(
      h(
        'label',
        { class: 'score' },
        h('input', { type: 'radio', name: 'score', value: String(n) }),
        h('span', {}, String(n)),
      ),
    );
  }
  const comment = h('textarea', { id: 'comment', rows: '2', maxlength: '1000' });
  const score = (): number | null =>
    Number(scores.querySelector<HTMLInputElement>('input:checked')?.value ?? 0) || null;
  const form = h(
    'form',
    {
      class: 'form rating',
      submit: (event: Event) => {
        event.preventDefault();
        done(score(), comment.value.trim());
        form.reset();
      },
    },
    h(
      'fieldset',
      {},
      h('legend', {}, words.rate),
      scores,
      h(
        'p',
        { class: 'ends', 'aria-hidden': 'true' },
        h('span', {}, words.poor),
        h('span', {}, words.great),
      ),
    ),
    h('div', { class: 'field' }, h('label', { for: 'comment' }, words.comment), comment),
    h(
      'p',
      { class: 'row' },
      h('button', { type: 'submit', class: 'main' }, words.sendRating),
      h('button', { type: 'button', class: 'plain', click: () => done(null, '') }, words.skip),
    ),
  );
  return form;
};
