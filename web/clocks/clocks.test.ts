import { describe, expect, it } from 'vitest';
import type { Clock, ClockState } from '../protocol/documents';
import type { PublicEvent } from '../protocol/events';
import { byUrgency, evolve, joined, soonest, stageOf, type ClockEvent } from './state';
import { clockText, durationMillis, leftText, overText, span } from './text';

const NOW = Date.parse('2026-11-22T14:31:00Z');
const inMinutes = (n: number): string => new Date(NOW + n * 60_000).toISOString();
const clock = (state: ClockState, minutes: number, id = 'c'): Clock => ({
  clockId: id,
  clock: 'transfer-acknowledgement',
  label: 'Acknowledge',
  state,
  startedAt: inMinutes(-11),
  breachAt: inMinutes(minutes),
});
const said = (c: Clock, stale = false): string => clockText(c, NOW, stale, 'en-GB').short;
const event = (type: PublicEvent['type'], data: object): ClockEvent =>
  ({
    type,
    id: 'e',
    streamId: 's',
    sequence: 1,
    time: inMinutes(0),
    data: { clockId: 'c', subject: 'chat-1', clock: 'x', ...data },
  }) as ClockEvent;

describe('a clock that stands still', () => {
  it('goes_on_with_what_was_left', () => {
    const paused = evolve(
      [clock('warned', 4)],
      event('clock.paused', { pausedAt: inMinutes(0), remaining: 'PT4M', reason: 'replied' }),
    );
    expect(paused[0]).toMatchObject({ state: 'paused', remaining: 'PT4M' });
    const resumed = evolve(
      paused,
      event('clock.resumed', {
        resumedAt: inMinutes(60),
        calendar: 'always',
        warned: true,
        breachAt: inMinutes(64),
      }),
    );
    expect(resumed[0]).toMatchObject({ state: 'warned', breachAt: inMinutes(64) });
  });
});

describe('the stage of a clock', () => {
  it('is_never_breached_by_local_time_alone', () => {
    expect(stageOf(clock('running', -30), NOW)).toBe('due');
    expect(stageOf(clock('warned', -30), NOW)).toBe('due');
    expect(stageOf(clock('breached', -3), NOW)).toBe('breached');
    expect(stageOf(clock('paused', -3), NOW)).toBe('paused');
  });

  it('is_said_in_words', () => {
    expect(said(clock('running', 12))).toBe('12 min');
    expect(said(clock('running', 12), true)).toBe('~ 12 min');
    expect(said(clock('warned', 4))).toBe('4 min left');
    expect(said(clock('warned', 0.6))).toBe('45 s left');
    expect(said(clock('warned', -1))).toBe('due now');
    expect(said(clock('breached', -3))).toBe('3 min over');
    expect(said({ ...clock('paused', 9), remaining: 'PT6M' })).toBe('paused, 6 min left');
    expect(clockText({ ...clock('met', 4), metAt: inMinutes(-8) }, NOW, false).long).toBe(
      'Acknowledge · met in 3 min',
    );
  });

  it('counts_up_to_minutes_left_and_down_to_minutes_over', () => {
    expect([leftText(61_000), leftText(59_000), leftText(1)]).toEqual(['2 min', '1 min', '15 s']);
    expect([overText(59_000), overText(119_000)]).toEqual(['just over', '1 min over']);
    expect([span(7_200_000), span(7_500_000), span(3 * 86_400_000)]).toEqual([
      '2 h',
      '2 h 5 min',
      '3 d',
    ]);
    expect(durationMillis('P1DT2H3M4.5S')).toBe(93_784_500);
  });
});

describe('the clocks of a chat', () => {
  it('are_sorted_by_the_moment_they_are_due_and_paused_ones_come_last', () => {
    const clocks = [
      clock('running', 60, 'b'),
      clock('paused', 1, 'p'),
      clock('met', 0, 'm'),
      clock('breached', -5, 'a'),
    ];
    expect(byUrgency(clocks).map((c) => c.clockId)).toEqual(['a', 'b', 'p']);
    expect(soonest([])).toBe(Number.POSITIVE_INFINITY);
  });

  it('follow_their_events', () => {
    let clocks = evolve(
      [],
      event('clock.started', {
        label: 'Acknowledge',
        startedAt: inMinutes(0),
        breachAt: inMinutes(15),
      }),
    );
    clocks = evolve(clocks, event('clock.warned', {}));
    clocks = evolve(clocks, event('clock.breached', {}));
    expect(clocks[0]?.state).toBe('breached');
    clocks = evolve(clocks, event('clock.breach-withdrawn', { metAt: inMinutes(14) }));
    expect(clocks.map((c) => [c.state, c.metAt])).toEqual([['withdrawn', inMinutes(14)]]);
  });

  it('never_go_back_a_stage_when_a_document_lags', () => {
    const known = [clock('breached', 1), clock('running', 3, 'new')];
    expect(joined([clock('warned', 1)], known).map((c) => [c.clockId, c.state])).toEqual([
      ['c', 'breached'],
      ['new', 'running'],
    ]);
    expect(joined([clock('met', 1)], known)[0]?.state).toBe('met');
  });
});
