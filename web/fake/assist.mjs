// Agents who ask leads, in the fake gateway. Development only.
import { agents, assign, open, post, Refused, tell } from './world.mjs';

const field = (label, more = {}) => ({
  label,
  required: true,
  requirement: 'R102',
  choices: [],
  ...more,
});

export const templates = {
  sop: { id: 'assist-chat', version: 1 },
  items: [
    {
      name: 'STATE-TO-STATE TRANSFER',
      channel: 'state-to-state',
      requirement: 'R105',
      fields: [
        field('CID'),
        field('FROM', { hint: 'The state they are transferring from.' }),
        field('TO'),
        field('NEW SHOP', { hint: 'Name and city or address of the new shop.' }),
        field('ACCOUNT BALANCE', {
          creditNotice: { id: 'credit-will-not-transfer', text: 'A credit will not transfer.' },
        }),
      ],
    },
    {
      name: 'MECHANIC BYPASS',
      channel: 'poc-and-ma',
      requirement: 'R107',
      fields: [
        field('CID'),
        field('REASON'),
        field('FORMS ON FILE', { required: false, choices: ['both', 'one', 'none'] }),
        field('FROM FAX/EMAIL', {
          required: false,
          neededWhen: { field: 'FORMS ON FILE', values: ['one', 'none'] },
        }),
      ],
    },
  ],
  channels: [
    { id: 'leadership', title: 'Leadership', desk: 'leads', open: true, usual: true },
    { id: 'weekend', title: 'Weekend Chat', desk: 'leads', open: false, usual: false },
  ],
  topics: [],
  resources: ['sop', 'account-notes', 'knowledge-site'],
  leastResources: 1,
  silence: 'PT10M',
};

const found = (ruleId, requirement, where, message, suggestion) => ({
  ruleId,
  requirement,
  severity: 'block',
  field: where,
  message,
  suggestion,
  overridable: false,
});

const violations = (body) => [
  ...(/\d/.test(body.clientId ?? '')
    ? []
    : [found('request-missing-client-id', 'R102', 'clientId', 'Name the client id.')]),
  ...((body.resourcesChecked ?? []).length > 0
    ? []
    : [found('assist-resources', 'R103', 'resourcesChecked', 'Look first, and say where.')]),
  ...((body.fields?.['ACCOUNT BALANCE'] ?? '').startsWith('-') &&
  !(body.confirmed ?? []).includes('credit-will-not-transfer')
    ? [
        found(
          'assist-notice',
          'R105',
          'confirmed',
          'An account credit will not transfer. Tell the client, and confirm that you have.',
          'credit-will-not-transfer',
        ),
      ]
    : []),
];

/** Opens an assist chat, with a lead if one is free. */
export const ask = (body, who) => {
  const wrong = violations(body);
  if (wrong.length > 0) throw new Refused(422, 'sop-violation', 'Rules are not met.', wrong);
  const chat = open({ site: 'assist', customer: { name: who.name }, topic: body.template });
  Object.assign(chat, {
    kind: 'assist',
    desk: 'leads',
    agent: undefined,
    state: 'waiting',
    clocks: [],
    fields: body.fields,
    assist: {
      agentId: who.agentId,
      agentName: who.name,
      channel: body.channel ?? 'leadership',
      template: body.template,
      clientId: body.clientId,
      aboutChatId: body.aboutChatId,
      resourcesChecked: body.resourcesChecked,
      confirmed: body.confirmed ?? [],
    },
  });
  const author = { kind: 'agent', id: who.agentId, name: who.name, asks: true };
  post(chat, author, body.question, undefined, who);
  chat.unattended = true;
  const lead = [...agents.values()].find(
    (agent) => agent.role === 'lead' && agent.status === 'available',
  );
  if (lead) assign(chat, lead.agentId);
  return { chatId: chat.chatId, reference: chat.reference, findings: [], sequence: chat.sequence };
};

/** The customer's chat shows the way. */
export const link = (about, asked, who) => {
  about.assists = [
    ...(about.assists ?? []),
    {
      chatId: asked.chatId,
      reference: asked.reference,
      agentId: who.agentId,
      at: new Date().toISOString(),
    },
  ];
  tell(about, 'chat.assist-linked', {
    assistChatId: asked.chatId,
    assistReference: asked.reference,
    agentId: who.agentId,
  });
};
