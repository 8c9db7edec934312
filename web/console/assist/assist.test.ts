import { describe, expect, it } from 'vitest';
import type { AssistField, AssistTemplate } from '../../protocol/assist';
import { readProblem } from '../../protocol/problem';
import { bodyOf, fieldsOf, isNeeded, NOTHING_ASKED, noticesIn, toggled } from './state';

const field = (label: string, more: Partial<AssistField> = {}): AssistField => ({
  label,
  required: true,
  choices: [],
  ...more,
});
const bypass: AssistTemplate = {
  name: 'MECHANIC BYPASS',
  fields: [
    field('CID'),
    field('REASON'),
    field('FORMS ON FILE', { required: false, choices: ['both', 'one', 'none'] }),
    field('FROM FAX/EMAIL', {
      required: false,
      neededWhen: { field: 'FORMS ON FILE', values: ['one', 'none'] },
    }),
  ],
};

describe('a request to a lead', () => {
  it('asks_for_the_client_once_and_for_the_fields_of_its_form', () => {
    expect(fieldsOf(bypass).map((one) => one.label)).toEqual([
      'REASON',
      'FORMS ON FILE',
      'FROM FAX/EMAIL',
    ]);
    expect(fieldsOf(undefined)).toEqual([]);
  });

  it('needs_a_conditional_field_only_when_another_says_so', () => {
    const from = bypass.fields[3]!;
    const filled = (value: string) => ({ ...NOTHING_ASKED, fields: { 'FORMS ON FILE': value } });
    expect(isNeeded(from, NOTHING_ASKED)).toBe(false);
    expect(isNeeded(from, filled('both'))).toBe(false);
    expect(isNeeded(from, filled('one'))).toBe(true);
    expect(isNeeded(bypass.fields[1]!, NOTHING_ASKED)).toBe(true);
  });

  it('sends_what_is_filled_in_and_nothing_of_another_form', () => {
    const asked = {
      ...NOTHING_ASKED,
      channel: 'credits',
      clientId: ' 448120 ',
      question: ' Possible? ',
      fields: { REASON: ' Starter replaced ', UTR: '7', 'FROM FAX/EMAIL': ' ' },
      looked: ['account-notes'],
      elsewhere: 'TREDS, , client log',
    };
    expect(bodyOf(asked, bypass, 'chat-1')).toEqual({
      template: 'MECHANIC BYPASS',
      aboutChatId: 'chat-1',
      clientId: '448120',
      question: 'Possible?',
      fields: { REASON: 'Starter replaced' },
      resourcesChecked: ['account notes', 'TREDS', 'client log'],
      confirmed: [],
    });
    expect(bodyOf(asked, undefined, undefined)).toMatchObject({ channel: 'credits', fields: {} });
    expect(bodyOf(asked, undefined, undefined)).not.toHaveProperty('aboutChatId');
  });

  it('shows_a_notice_that_must_be_confirmed', () => {
    const notice = {
      ruleId: 'assist-notice',
      suggestion: 'credit',
      message: 'm',
      severity: 'block',
    };
    const problem = readProblem(422, { violations: [notice, { ...notice, ruleId: 'other' }] });
    expect(noticesIn(problem).map((one) => one.suggestion)).toEqual(['credit']);
    expect(noticesIn(null)).toEqual([]);
    expect(toggled(toggled([], 'credit'), 'credit')).toEqual([]);
  });
});
