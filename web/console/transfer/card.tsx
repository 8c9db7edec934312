import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import { may } from '../../protocol/acts';
import type { Chat, Me, Transfer } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { openTransfer } from '../chat/state';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Field } from '../pieces/field';
import { Trouble, Waits } from '../pieces/finding';
import { agentName } from '../pieces/names';
import { destination } from './state';

interface CardProps {
  readonly chat: Chat;
  readonly transfer: Transfer;
  readonly me: Me;
}

/** A transfer that waits for an answer: what to know, and the acts of those it concerns. */
const Card = ({ chat, transfer, me }: CardProps) => {
  const store = useStore();
  const path = `/chats/${chat.chatId}/transfers/${transfer.transferId}`;
  const acknowledge = useAct(`${path}/acknowledgement`);
  const decline = useAct(`${path}/decline`);
  const withdraw = useAct(`${path}/withdrawal`);
  const [why, setWhy] = useState<string | null>(null);
  const table = store.table.value;
  const mayTake = may(table, 'acknowledge-transfer', chat, me);
  const from = agentName(store, transfer.fromAgent);
  const to = destination(transfer, (agentId) => agentName(store, agentId));

  const sendDecline = (): void => {
    if (why === null || why.trim() === '') {
      decline.fail('reason', en.transfer.whyNeeded);
      setWhy(why ?? '');
    } else void decline.run({ reason: why.trim() });
  };
  return (
    <section class="card" aria-labelledby="transfer-title">
      <h2 id="transfer-title">
        {fill(en.transfer.from, { name: from })}
        <span class="hint">
          {' '}
          · {moment(transfer.at, store.now.value)}
          {!mayTake && to && ` · ${fill(en.transfer.waitsFor, { name: to })}`}
        </span>
      </h2>
      <blockquote dir="auto">{plain(transfer.context)}</blockquote>
      {why !== null && (
        <Field
          label={en.transfer.why}
          value={why}
          change={setWhy}
          id="decline-reason"
          found={at(decline.problem, 'reason')}
          save={sendDecline}
        />
      )}
      <div class="row-acts">
        {mayTake && why === null && (
          <Act
            main
            shortcut="a"
            busy={acknowledge.progress !== null}
            onClick={() => void acknowledge.run({})}
          >
            {en.transfer.acknowledge}
          </Act>
        )}
        {may(table, 'decline-transfer', chat, me) && (
          <Act
            shortcut="d"
            busy={decline.progress !== null}
            onClick={() => (why === null ? setWhy('') : sendDecline())}
          >
            {en.transfer.decline}
          </Act>
        )}
        {why !== null && <Act onClick={() => setWhy(null)}>{en.transfer.cancel}</Act>}
        {may(table, 'withdraw-transfer', chat, me) && (
          <Act shortcut="w" busy={withdraw.progress !== null} onClick={() => void withdraw.run({})}>
            {en.transfer.withdraw}
          </Act>
        )}
      </div>
      <Waits progress={acknowledge.progress ?? decline.progress ?? withdraw.progress} />
      <Trouble
        problem={acknowledge.problem ?? decline.problem ?? withdraw.problem}
        fields={['reason']}
      />
    </section>
  );
};

/** The card of the open transfer, if there is one. */
export const TransferCard = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const transfer = openTransfer(chat);
  return transfer ? (
    <Card key={transfer.transferId} chat={chat} transfer={transfer} me={me} />
  ) : null;
};
