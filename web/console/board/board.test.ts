import { describe, expect, it } from 'vitest';
import type { Row } from '../../protocol/documents';
import { oldestSince, worstFirst } from './state';

const row = (chatId: string, since: string, state?: 'running' | 'breached', due = ''): Row => ({
  chatId,
  reference: chatId,
  state: 'active',
  since,
  clocks: state
    ? [{ clockId: chatId, clock: 'c', label: 'C', state, startedAt: since, breachAt: due }]
    : [],
});

describe('the board', () => {
  it('puts_the_worst_on_top', () => {
    const rows = [
      row('quiet', '2026-11-22T09:00:00Z'),
      row('soon', '2026-11-22T12:00:00Z', 'running', '2026-11-22T12:10:00Z'),
      row('over', '2026-11-22T11:00:00Z', 'breached', '2026-11-22T12:30:00Z'),
    ];
    expect(worstFirst(rows).map((r) => r.chatId)).toEqual(['over', 'soon', 'quiet']);
    expect(worstFirst([{ ...row('fine', '2026'), unattended: false }])).toEqual([]);
    expect(oldestSince(rows)).toBe('2026-11-22T09:00:00Z');
    expect(oldestSince([])).toBeUndefined();
  });
});
