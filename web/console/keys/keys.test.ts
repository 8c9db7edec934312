import { describe, expect, it } from 'vitest';
import { draftOf, hasDraft, withDraft } from '../composer/drafts';
import { pathOf, routeOf, startOf } from '../route';
import { actOf, type Press } from './state';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  alt: false,
  inField: false,
  inDialog: false,
  ...more,
});

describe('single keys', () => {
  it('act_only_outside_of_fields_and_dialogs', () => {
    expect(actOf(press('t'), null)).toEqual({ do: 'press', key: 't' });
    expect(actOf(press('t', { inField: true }), null)).toBeNull();
    expect(actOf(press('t', { inDialog: true }), null)).toBeNull();
    expect(actOf(press('t', { ctrl: true }), null)).toBeNull();
  });

  it('go_to_places_after_g', () => {
    expect(actOf(press('g'), null)).toEqual({ do: 'await' });
    expect(actOf(press('b'), 'g')).toEqual({ do: 'go', place: 'board' });
    expect(actOf(press('t'), 'g')).toBeNull();
  });

  it('change_chats_even_while_typing', () => {
    expect(actOf(press('ArrowDown', { alt: true, inField: true }), null)).toEqual({
      do: 'chat',
      step: 1,
    });
    expect(actOf(press('2'), null)).toEqual({ do: 'pane', pane: 'conversation' });
  });
});

describe('drafts', () => {
  it('belong_to_one_chat_and_one_box', () => {
    const drafts = withDraft(withDraft({}, 'a', 'reply', 'Hi'), 'b', 'note', 'N');
    expect([draftOf(drafts, 'a', 'reply'), draftOf(drafts, 'b', 'reply')]).toEqual(['Hi', '']);
    expect(hasDraft(withDraft(drafts, 'a', 'reply', ''), 'a')).toBe(false);
  });
});

describe('addresses', () => {
  it('name_a_place_and_come_back_to_it', () => {
    for (const path of ['/console/inbox', '/console/chats/chat-7', '/console/board']) {
      const route = routeOf(path);
      expect(route && pathOf(route)).toBe(path);
    }
    expect(routeOf('/console/')).toBeNull();
    const me = { agentId: 'm', name: 'M', status: 'away', capacity: 1, held: 0 } as const;
    expect(startOf({ ...me, role: 'csr' }).place).toBe('inbox');
    expect(startOf({ ...me, role: 'lead' }).place).toBe('board');
    expect(startOf({ ...me, role: 'supervisor' }).place).toBe('desks');
  });
});
