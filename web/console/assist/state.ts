import type { AssistField, AssistTemplate } from '../../protocol/assist';
import type { Problem, Violation } from '../../protocol/problem';

/** What an agent has filled in so far. */
export interface Asked {
  readonly template: string;
  readonly channel: string;
  readonly clientId: string;
  readonly question: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly looked: readonly string[];
  readonly elsewhere: string;
  readonly confirmed: readonly string[];
}

export const NOTHING_ASKED: Asked = {
  template: '',
  channel: '',
  clientId: '',
  question: '',
  fields: {},
  looked: [],
  elsewhere: '',
  confirmed: [],
};

/** The client id has a box of its own, whatever the form. */
const CLIENT = 'CID';
const NOTICE = 'assist-notice';

/** The fields that a form shows beside the client id. */
export const fieldsOf = (template: AssistTemplate | undefined): readonly AssistField[] =>
  template?.fields.filter((field) => field.label !== CLIENT) ?? [];

/** Whether a field must be filled in, as far as the others say already. */
export const isNeeded = (field: AssistField, asked: Asked): boolean =>
  field.required ||
  (field.neededWhen?.values.includes(asked.fields[field.neededWhen.field] ?? '') ?? false);

/** Names as people write them: `account-notes` is `account notes`. */
export const spoken = (name: string): string => name.replaceAll('-', ' ');

/** The request that the filled-in form stands for. What is empty is left out. */
export const bodyOf = (
  asked: Asked,
  template: AssistTemplate | undefined,
  about: string | undefined,
): Record<string, unknown> => {
  const fields = fieldsOf(template)
    .map((field) => [field.label, (asked.fields[field.label] ?? '').trim()] as const)
    .filter(([, value]) => value !== '');
  const elsewhere = asked.elsewhere.split(',').map((one) => one.trim());
  return {
    ...(template ? { template: template.name } : {}),
    ...(!template && asked.channel !== '' ? { channel: asked.channel } : {}),
    ...(about === undefined ? {} : { aboutChatId: about }),
    clientId: asked.clientId.trim(),
    question: asked.question.trim(),
    fields: Object.fromEntries(fields),
    resourcesChecked: [...asked.looked.map(spoken), ...elsewhere.filter((one) => one !== '')],
    confirmed: asked.confirmed,
  };
};

/** A notice that the server wants confirmed; its suggestion is the id to confirm it by. */
export const noticesIn = (problem: Problem | null): readonly Violation[] =>
  problem?.violations.filter((one) => one.ruleId === NOTICE && one.suggestion) ?? [];

/** A list with one entry more or less. */
export const toggled = (list: readonly string[], entry: string): readonly string[] =>
  list.includes(entry) ? list.filter((one) => one !== entry) : [...list, entry];
