// The writes of the fake gateway: what each does, and a few rules to refuse it by.
import { randomUUID } from 'node:crypto';
import { agents, isLead, moveClock, post, Refused, startClock, tell } from './world.mjs';

const iso = (millis) => new Date(millis).toISOString();
const text = (plain) => ({ plain });

const need = (condition, status, code, detail, violations) => {
  if (!condition) throw new Refused(status, code, detail, violations);
};
const violation = (ruleId, requirement, field, message, suggestion) => ({
  ruleId,
  requirement,
  severity: 'block',
  field,
  message,
  suggestion,
  overridable: false,
});
const pending = (chat, tid) => {
  const transfer = chat.transfers.find((t) => t.transferId === tid && t.state === 'requested');
  need(transfer, 409, 'transfer-not-open', 'This transfer is no longer open.');
  return transfer;
};
const back = (chat, transfer, state) => {
  transfer.state = state;
  Object.assign(chat, { state: 'active', receiver: undefined, unattended: true });
  moveClock(chat, 'transfer-acknowledgement', 'cancelled', 'clock.cancelled', { reason: state });
};

const escalation = (chat, id) => {
  const found = chat.escalations.find((one) => one.escalationId === id);
  need(found, 404, 'unknown-escalation', 'There is no such escalation.');
  return found;
};

/** The writes under `/chats/{id}/`, by their last words. */
export const commands = {
  messages: (chat, body, who) => {
    need(
      who.visitor || [chat.agent?.id, chat.assist?.agentId].includes(who.agentId),
      409,
      'not-responsible',
      `${chat.agent?.name ?? 'Nobody'} has this chat now. Your text was not sent.`,
    );
    need(!/refund/i.test(body.text) || who.visitor, 422, 'sop-violation', 'One rule is not met.', [
      violation(
        'promise-refund',
        'R77',
        'text',
        'A refund isn’t approved yet. Say what you’ll do and by when.',
      ),
    ]);
    need(
      !/you need to/i.test(body.text) || body.overrides || who.visitor,
      422,
      'sop-violation',
      'One rule is not met.',
      [
        {
          ...violation(
            'tone-order',
            'R74',
            'text',
            '“You need to” sounds like an order.',
            'What we can do is…',
          ),
          severity: 'warn',
          overridable: true,
        },
      ],
    );
    const author = who.visitor
      ? { kind: 'visitor', name: chat.customer.name ?? 'Visitor' }
      : {
          kind: 'agent',
          id: who.agentId,
          name: who.name,
          ...(chat.assist?.agentId === who.agentId ? { asks: true } : {}),
        };
    return post(chat, author, body.text, body.clientMessageId, who);
  },
  transfers: (chat, body, who) => {
    need(
      (body.context ?? '').trim().split(/\s+/).length > 2,
      422,
      'sop-violation',
      'One rule is not met.',
      [
        violation(
          'transfer-context',
          'R42',
          'context',
          'Add what the customer asked and what you know, so the next person needn’t ask again.',
        ),
      ],
    );
    const toAgent =
      body.toAgent ??
      [...agents.values()].find(
        (a) =>
          (a.homeDesk === body.toDesk || a.skills.includes(body.toSkill)) &&
          a.status === 'available',
      )?.agentId;
    const transfer = {
      transferId: randomUUID(),
      fromAgent: who.agentId,
      fromDesk: chat.desk,
      toDesk: body.toDesk,
      toAgent: body.toAgent,
      toSkill: body.toSkill,
      context: body.context,
      state: 'requested',
      at: iso(Date.now()),
    };
    chat.transfers.push(transfer);
    Object.assign(chat, {
      state: 'transferring',
      receiver: toAgent && { id: toAgent, name: agents.get(toAgent)?.name },
    });
    tell(chat, 'chat.transfer-requested', { ...transfer, context: text(body.context) }, who);
    post(
      chat,
      { kind: 'agent', id: who.agentId, name: who.name },
      'I’m bringing in a specialist. They can read our chat, so you won’t have to repeat anything.',
      undefined,
      who,
    );
    startClock(chat, 'transfer-acknowledgement', 'Acknowledge', 15, {
      transferId: transfer.transferId,
      agentId: toAgent,
    });
    if (toAgent)
      tell(chat, 'chat.assigned', {
        agentId: toAgent,
        agentName: agents.get(toAgent)?.name,
        desk: body.toDesk,
        transferId: transfer.transferId,
      });
    return { transferId: transfer.transferId };
  },
  acknowledgement: (chat, _body, who, tid) => {
    const transfer = pending(chat, tid);
    Object.assign(transfer, { state: 'acknowledged', acknowledgedAt: iso(Date.now()) });
    Object.assign(chat, {
      state: 'active',
      receiver: undefined,
      desk: who.homeDesk,
      agent: { id: who.agentId, name: who.name },
    });
    tell(
      chat,
      'chat.transfer-acknowledged',
      {
        transferId: tid,
        agentId: who.agentId,
        agentName: who.name,
        desk: who.homeDesk,
        fromAgent: transfer.fromAgent,
      },
      who,
    );
    moveClock(chat, 'transfer-acknowledgement', 'met', 'clock.met', {
      metAt: iso(Date.now()),
      late: false,
    });
    return {};
  },
  decline: (chat, body, who, tid) => {
    back(chat, pending(chat, tid), 'declined');
    tell(
      chat,
      'chat.transfer-declined',
      { transferId: tid, agentId: who.agentId, reason: text(body.reason) },
      who,
    );
    return {};
  },
  withdrawal: (chat, _body, who, tid) => {
    back(chat, pending(chat, tid), 'withdrawn');
    tell(chat, 'chat.transfer-withdrawn', { transferId: tid }, who);
    return {};
  },
  notes: (chat, body, who) => {
    const whole =
      body.text ?? [body.concern, body.action, body.followUp].filter(Boolean).join('. ');
    need(whole.split(/\s+/).length > 3, 422, 'sop-violation', 'One rule is not met.', [
      violation(
        'note-one-word',
        'R63',
        body.text === undefined ? 'concern' : 'text',
        'One word doesn’t tell the story. Say what was asked and what you did.',
      ),
    ]);
    const note = { noteId: randomUUID(), text: whole, author: who.agentId, at: iso(Date.now()) };
    chat.notes.push(note);
    chat.noted = true;
    tell(
      chat,
      'notes.accepted',
      { noteId: note.noteId, kind: 'slots', note: { text: text(whole) } },
      who,
    );
    tell(chat, 'chat.noted', { noteId: note.noteId, kind: 'slots', author: who.agentId }, who);
    return { noteId: note.noteId };
  },
  escalations: (chat, body, who) => {
    const escalationId = randomUUID();
    const updateBy = iso(Date.now() + 30 * 60_000);
    chat.escalations.push({
      escalationId,
      trigger: body.trigger,
      to: body.to ?? 'lead',
      at: iso(Date.now()),
      updateBy,
      state: 'asked',
      by: who.agentId,
    });
    chat.escalated = true;
    tell(
      chat,
      'chat.escalated',
      {
        escalationId,
        trigger: body.trigger,
        detail: text(body.detail),
        to: body.to ?? 'lead',
        toDesk: 'leads',
        updateBy,
        contact: text(body.inform.contact),
      },
      who,
    );
    const lead = [...agents.values()].find((a) => isLead(a) && a.status === 'available');
    if (lead) {
      chat.escalations.at(-1).helper = { id: lead.agentId, name: lead.name };
      tell(chat, 'chat.help-asked', {
        escalationId,
        agentId: lead.agentId,
        agentName: lead.name,
        desk: 'leads',
      });
    }
    return { escalationId };
  },
  help: (chat, _body, who, id) => {
    const helper = { id: who.agentId, name: who.name };
    Object.assign(escalation(chat, id), { state: 'helping', helper, helped: true });
    const data = { escalationId: id, agentId: who.agentId, agentName: who.name };
    tell(chat, 'chat.escalation-helped', data, who);
    return {};
  },
  return: (chat, body, who, id) => {
    Object.assign(escalation(chat, id), { state: 'returned', outcome: body.outcome });
    const data = { escalationId: id, agentId: who.agentId, outcome: text(body.outcome) };
    tell(chat, 'chat.escalation-returned', data, who);
    return {};
  },
  review: (chat, body, who, id) => {
    const one = escalation(chat, id);
    one.review = { ...body, by: who.agentId, helpedFirst: one.helped === true };
    const data = { escalationId: id, agentId: who.agentId, verdict: body.verdict };
    tell(chat, 'chat.escalation-reviewed', data, who);
    return {};
  },
  takeover: (chat, _body, who) => {
    need(isLead(who), 403, 'forbidden', 'Only a lead can take over.');
    const from = chat.agent?.id;
    Object.assign(chat, {
      state: 'active',
      receiver: undefined,
      desk: who.homeDesk,
      unattended: true,
      agent: { id: who.agentId, name: who.name },
    });
    for (const one of chat.escalations.filter((e) => /asked|helping/.test(e.state))) {
      Object.assign(one, { state: 'taken-over', helper: { id: who.agentId, name: who.name } });
    }
    tell(
      chat,
      'chat.taken-over',
      { agentId: who.agentId, agentName: who.name, fromAgent: from },
      who,
    );
    moveClock(chat, 'transfer-acknowledgement', 'cancelled', 'clock.cancelled', {
      reason: 'taken-over',
    });
    return {};
  },
  'resolution-proposal': (chat, _body, who) => {
    chat.resolution = { proposed: true, question: 'Does this resolve your question today?' };
    tell(chat, 'chat.resolution-proposed', { question: chat.resolution.question }, who);
    return {};
  },
  'resolution-answer': (chat, body, who) => {
    need(
      chat.resolution && chat.resolution.answered === undefined,
      409,
      'no-question',
      'Nothing to answer.',
    );
    chat.resolution = { ...chat.resolution, answered: body.resolved, score: body.score };
    if (body.resolved) tell(chat, 'chat.resolution-confirmed', { score: body.score }, who);
    else tell(chat, 'chat.resolution-refused', {}, who);
    return {};
  },
  resolution: (chat, body, who) => {
    need(chat.noted, 422, 'sop-violation', 'One rule is not met.', [
      violation(
        'note-before-resolve',
        'R51',
        undefined,
        'Write a note before closing. The last one is from before the transfer.',
      ),
    ]);
    chat.state = 'resolved';
    tell(chat, 'chat.resolved', { summary: text(body.summary) }, who);
    return {};
  },
  closure: (chat, _body, who) => {
    chat.state = 'closed';
    chat.unattended = false;
    tell(chat, 'chat.closed', { agentId: chat.agent?.id, desk: chat.desk, reason: 'done' }, who);
    return {};
  },
  departure: (chat, _body, who) => {
    tell(chat, 'chat.visitor-left', { reason: 'left' }, who);
    return {};
  },
};
