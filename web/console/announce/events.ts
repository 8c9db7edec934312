import { isClockEvent } from '../../clocks/state';
import { moment } from '../../clocks/text';
import type { Clock, Row } from '../../protocol/documents';
import type { EventOf, PublicEvent } from '../../protocol/events';
import { plain } from '../../protocol/text';
import { en } from '../../words/console.en';
import { fill } from '../../words/fill';
import { asksMe } from '../notices/state';
import { withEntry, type Signals } from '../signals';
import type { Announcer } from './announcer';

/** How much of a message is read out. */
const SPOKEN_LENGTH = 140;

/** Says what concerns this agent and counts what is unread; everything else stays silent. */
export const createEventAnnouncer = (signals: Signals, announcer: Announcer) => {
  const rowOf = (chatId: string | undefined): Row | undefined =>
    signals.rows.value?.find((row) => row.chatId === chatId);
  /** Of chats that somebody else has, too: those on the board of a lead. */
  const seen = (chatId: string | undefined): Row | undefined =>
    rowOf(chatId) ?? signals.board.value?.find((row) => row.chatId === chatId);
  const customer = (chatId: string | undefined): string => {
    const row = seen(chatId);
    const known = chatId === undefined ? undefined : signals.chats.value.get(chatId)?.chat;
    const name = plain((row ?? known)?.customer?.name);
    return name || (row ?? known)?.reference || en.list.visitor;
  };
  const clocksOf = (chatId: string | undefined): readonly Clock[] => rowOf(chatId)?.clocks ?? [];

  const message = (event: EventOf<'chat.message-posted'>): void => {
    const { author, text } = event.data;
    const { chatId } = event;
    const route = signals.route.value;
    const among = rowOf(chatId)?.assist !== undefined;
    const theirs = among && author.id !== signals.me.value?.agentId;
    if ((author.kind === 'agent' && !theirs) || chatId === undefined) return;
    if (route.place === 'chat' && route.chatId === chatId) {
      const name = plain(author.name) || en.list.visitor;
      const said = plain(text).slice(0, SPOKEN_LENGTH);
      announcer.polite(fill(en.chat.said, { name, text: said }));
    } else if (rowOf(chatId) && (author.kind === 'visitor' || theirs)) {
      const count = (signals.unread.value.get(chatId) ?? 0) + 1;
      signals.unread.value = withEntry(signals.unread.value, chatId, count);
    }
  };
  const assigned = (event: EventOf<'chat.assigned'>): void => {
    const { agentId, transferId } = event.data;
    if (agentId !== signals.me.value?.agentId) return;
    const name = customer(event.chatId);
    const clock = clocksOf(event.chatId).find((one) => one.transferId === transferId);
    if (transferId === undefined) announcer.assertive(fill(en.said.newChat, { customer: name }));
    else if (clock) {
      const time = moment(clock.breachAt, signals.now.value);
      announcer.assertive(fill(en.said.transferBy, { customer: name, time }));
    } else announcer.assertive(fill(en.said.transfer, { customer: name }));
  };
  const clock = (event: PublicEvent): void => {
    if (!isClockEvent(event) || !rowOf(event.chatId)) return;
    const known = clocksOf(event.chatId).find((one) => one.clockId === event.data.clockId);
    const words = {
      customer: customer(event.chatId),
      label: known?.label ?? event.data.clock,
      time: known ? moment(known.breachAt, signals.now.value) : '',
    };
    if (event.type === 'clock.warned') announcer.polite(fill(en.said.warned, words));
    if (event.type === 'clock.breached') announcer.assertive(fill(en.said.breached, words));
    if (event.type === 'clock.breach-withdrawn') announcer.polite(fill(en.said.withdrawn, words));
  };
  const silent = (event: EventOf<'chat.assist-fell-silent'>): void => {
    const { agentId, requesterId } = event.data;
    const mine = signals.me.value?.agentId;
    if (mine === agentId || mine === requesterId) {
      announcer.assertive(fill(en.said.silent, { customer: customer(event.chatId) }));
    }
  };
  const helpAsked = (event: EventOf<'chat.help-asked'>): void => {
    if (event.data.agentId === signals.me.value?.agentId) {
      announcer.assertive(fill(en.said.help, { customer: customer(event.chatId) }));
    }
  };
  const offered = (event: EventOf<'desk.answer-awaited'>): void => {
    if (event.data.agentId !== signals.me.value?.agentId) return;
    const time = moment(event.data.answerBy, signals.now.value);
    announcer.assertive(fill(en.offers.said, { time }));
  };
  const offerOver = (event: EventOf<'desk.offer-timed-out'>): void => {
    if (event.data.agentId === signals.me.value?.agentId) announcer.polite(en.offers.gone);
  };
  const told = (event: EventOf<'chat.people-notified'>): void => {
    const { clockId, clock: name, stage } = event.data;
    const me = signals.me.value;
    if (!me || !asksMe(event, me)) return;
    const clocks = seen(event.chatId)?.clocks ?? [];
    const label = clocks.find((one) => one.clockId === clockId)?.label ?? name;
    const words = {
      customer: customer(event.chatId),
      clock: label,
      stage: en.notices.stage[stage],
    };
    announcer.polite(fill(en.notices.said, words));
  };
  return (event: PublicEvent): void => {
    if (event.type === 'chat.message-posted') message(event);
    else if (event.type === 'chat.assigned') assigned(event);
    else if (event.type === 'chat.assist-fell-silent') silent(event);
    else if (event.type === 'chat.help-asked') helpAsked(event);
    else if (event.type === 'chat.people-notified') told(event);
    else if (event.type === 'desk.answer-awaited') offered(event);
    else if (event.type === 'desk.offer-timed-out') offerOver(event);
    else clock(event);
  };
};
