import { describe, expect, test } from 'vitest';
import { bodyOf, FORMS, proposals } from './state';

const form = (id: string) => {
  const found = FORMS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('forms about the case', () => {
  test('say what was filled in, and leave out what may be left out', () => {
    expect(bodyOf(form('classify'), { category: ' loan-status ' }, 'casey')).toEqual({
      category: 'loan-status',
    });
    expect(bodyOf(form('classify'), { category: 'x', complaint: true }, 'casey')).toEqual({
      category: 'x',
      complaint: true,
    });
  });

  test('a promise belongs to the agent who makes it, and its time is a moment', () => {
    const due = new Date(2026, 10, 27, 15, 0);
    const body = bodyOf(form('promise'), { what: 'Call', dueAt: '2026-11-27T15:00' }, 'casey');
    expect(body).toEqual({ what: 'Call', dueAt: due.toISOString(), owner: 'casey' });
  });

  test('a time that is none is left to the server to ask for', () => {
    expect(bodyOf(form('promise'), { what: 'Call', dueAt: '' }, 'casey')).toEqual({
      what: 'Call',
      owner: 'casey',
    });
  });
});

describe('promises read out of notes', () => {
  const dueAt = '2026-11-27T20:00:00Z';
  const note = {
    noteId: 'n',
    text: '',
    author: 'casey',
    at: '',
    proposedFollowUps: [{ what: 'Call', dueAt }],
  };

  test('are offered until they are promised or past', () => {
    const before = Date.parse('2026-11-26T12:00:00Z');
    expect(proposals({ notes: [note] }, before)).toHaveLength(1);
    expect(proposals({ notes: [note] }, Date.parse('2026-11-28T00:00:00Z'))).toEqual([]);
    const followUps = [
      {
        followUpId: 'f',
        what: 'Call',
        owner: 'casey',
        dueAt: '2026-11-27T20:00:00.000Z',
        state: 'open',
      },
    ];
    expect(proposals({ notes: [note], followUps }, before)).toEqual([]);
  });
});
