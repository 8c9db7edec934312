import { describe, expect, it } from 'vitest';
import { readEvent, type PublicEvent } from '../protocol/events';
import { askedOf } from '../protocol/resolution';
import type { Chat } from '../protocol/documents';
import { createHappenings } from './happenings';
import { dayAndTime, introText } from './panel/hours';
import { createSession } from './panel/session';
import { canWrite, evolve, NO_TALK, screenOf, type Talk, type TalkEvent } from './panel/state';
import { waitingText } from './panel/waiting';
import { linesOf } from './panel/transcript';
import { en } from '../words/widget.en';
import { visibleBox } from './viewport';

const chat: Chat = {
  chatId: 'chat-1',
  reference: 'CK-1',
  state: 'waiting',
  sequence: 2,
  messages: [{ messageId: 'm2', author: { kind: 'visitor' }, text: 'Hello', at: '', sequence: 2 }],
};
const told = (type: string, sequence: number, data: object): TalkEvent => {
  const event = readEvent(`io.chatkeeper.${type}.v1`, {
    id: `e${sequence}`,
    streamId: 'chat-1',
    sequence,
    time: '',
    chatId: 'chat-1',
    data,
  });
  return { type: 'Told', event: event as PublicEvent };
};
const posted = (sequence: number, kind: string): TalkEvent =>
  told('chat.message-posted', sequence, {
    messageId: `m${sequence}`,
    author: { kind, name: { plain: 'Cam' } },
    text: { plain: 'x' },
  });
const after = (...events: TalkEvent[]): Talk => events.reduce(evolve, NO_TALK);
const there: TalkEvent = { type: 'Pictured', chat };
const assigned = told('chat.assigned', 3, { agentName: 'Cam' });

describe('the screens of the widget', () => {
  it('go_from_the_form_over_the_line_to_a_talk', () => {
    expect(screenOf(NO_TALK)).toBe('form');
    expect(screenOf(after({ type: 'Starting' }))).toBe('starting');
    expect(screenOf(after(there))).toBe('waiting');
    const talk = after(there, assigned);
    expect([screenOf(talk), talk.agent, talk.notices.length]).toEqual(['talking', 'Cam', 1]);
  });

  it('say_the_place_in_line_and_how_long_it_takes_as_far_as_that_is_known', () => {
    expect(waitingText(en, after(there), 0)).toBe(en.waiting);
    const placed = (place: number, wait: number | null, opensAt: string | null = null): Talk =>
      after(there, { type: 'Placed', place, wait, opensAt });
    expect(waitingText(en, placed(2, null), 0)).toMatch(/^You’re 2nd in line\. /);
    expect(waitingText(en, placed(3, 4), 0)).toMatch(/^You’re 3rd in line, about 4 min\. /);
    expect(evolve(placed(2, 5), assigned)).toMatchObject({ place: null, wait: null });
    const same = placed(2, 5);
    expect(evolve(same, { type: 'Placed', place: 2, wait: 5, opensAt: null })).toBe(same);
  });

  it('say_when_we_open_instead_of_a_place_while_the_desk_is_closed', () => {
    const opensAt = '2026-11-30T08:00:00Z';
    const placed = (at: string | null): TalkEvent => {
      return { type: 'Placed', place: 1, wait: null, opensAt: at };
    };
    const now = Date.parse('2026-11-29T20:00:00Z');
    expect(waitingText(en, after(there, placed(opensAt)), now)).toMatch(/^We open Monday.*:00/);
    expect(waitingText(en, after(there, placed(opensAt), placed(null)), now)).toMatch(
      /^You’re 1st/,
    );
    expect(after(there, placed(opensAt), assigned).opensAt).toBeNull();
  });

  it('invite_to_leave_a_message_while_nobody_is_there', () => {
    const opensAt = '2026-11-30T08:00:00Z';
    const now = Date.parse('2026-11-29T20:00:00Z');
    expect(introText(en, null, now)).toBe(en.intro);
    expect(introText(en, { open: true }, now)).toBe(en.intro);
    const closed = { open: false, opensAt, answerBy: '2026-11-30T11:00:00Z' };
    expect(introText(en, closed, now)).toMatch(/closed until Monday .*answer by Monday /);
    expect(dayAndTime(opensAt, now, ['en-GB'])).not.toContain('30');
    expect(dayAndTime(opensAt, now - 7 * 86_400_000, ['en-GB'])).toContain('30 November');
  });

  it('go_back_to_the_line_when_the_agent_is_lost', () => {
    const back = after(there, assigned, told('chat.given-back', 4, {}));
    expect([screenOf(back), back.agent]).toEqual(['waiting', null]);
  });

  it('name_the_new_person_only_when_they_have_acknowledged', () => {
    const asked = told('chat.assigned', 4, { agentName: 'Lee', transferId: 't' });
    expect(after(there, assigned, asked).agent).toBe('Cam');
    const taken = told('chat.transfer-acknowledged', 5, { agentName: 'Lee' });
    expect(after(there, assigned, asked, taken).agent).toBe('Lee');
  });

  it('ask_and_rate_and_end', () => {
    const asked = [there, assigned, told('chat.resolution-proposed', 4, { question: 'Solved?' })];
    expect(screenOf(after(...asked))).toBe('question');
    expect(screenOf(after(...asked, { type: 'SaidYes' }))).toBe('rating');
    const done = after(
      ...asked,
      { type: 'SaidYes' },
      { type: 'Answered' },
      told('chat.resolved', 5, {}),
    );
    expect([screenOf(done), canWrite(screenOf(done))]).toEqual(['resolved', true]);
    expect(after(...asked, told('chat.resolved', 5, {}), posted(6, 'visitor')).state).toBe(
      'active',
    );
    expect(screenOf(evolve(done, told('chat.closed', 6, {})))).toBe('closed');
    expect(canWrite('closed')).toBe(false);
  });

  it('let_a_visitor_who_left_come_back', () => {
    const left = after(there, told('chat.visitor-left', 3, { reason: 'left' }));
    expect(screenOf(left)).toBe('left');
    expect(screenOf(evolve(left, posted(4, 'visitor')))).toBe('waiting');
  });

  it('take_an_event_once', () => {
    const talk = after(there, posted(3, 'agent'), posted(3, 'agent'));
    expect(talk.messages.map((m) => m.sequence)).toEqual([2, 3]);
  });

  it('show_notices_where_they_happened', () => {
    const kinds = linesOf(after(there, assigned, posted(4, 'agent')), []).map((line) => line.kind);
    expect(kinds).toEqual(['message', 'notice', 'message']);
  });
});

describe('the question whether it is solved', () => {
  it('is_read_in_both_spellings', () => {
    expect(askedOf(undefined)).toBe('no');
    expect(askedOf({ proposed: true })).toBe('waiting');
    expect(askedOf({ question: 'Q', proposedAt: 'T', answer: 'open' })).toBe('waiting');
    expect(askedOf({ question: 'Q', answer: 'confirmed' })).toBe('yes');
    expect(askedOf({ proposed: true, answered: false })).toBe('refused');
  });
});

describe('the page around the widget', () => {
  it('gets_no_errors_from_its_own_listeners_and_hears_ready_late', () => {
    const happenings = createHappenings();
    const heard: string[] = [];
    const warn = console.warn;
    console.warn = () => {};
    happenings.on('message', () => {
      throw new Error('theirs');
    });
    const off = happenings.on('message', () => heard.push('message'));
    happenings.emit('message');
    off();
    happenings.emit('message');
    happenings.emit('ready');
    happenings.on('ready', () => heard.push('ready'));
    console.warn = warn;
    expect(heard).toEqual(['message', 'ready']);
  });

  it('may_block_its_storage', () => {
    const blocked = {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    const session = createSession(blocked, 'k');
    session.write({ chatId: 'c', reference: 'r', token: 't', rating: false, outgoing: [] });
    expect(session.read()).toBeNull();
    expect(createSession(null, 'k').read()).toBeNull();
  });

  it('keeps_the_whole_screen_unless_a_keyboard_is_up', () => {
    expect(visibleBox(500, 90, 844, true)).toEqual({ top: 90, height: 500 });
    expect(visibleBox(500, 0, 844, false)).toBeNull();
    expect(visibleBox(760, 0, 844, true)).toBeNull();
  });
});
