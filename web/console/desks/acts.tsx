import { useState } from 'preact/hooks';
import { asChat, may } from '../../protocol/acts';
import type { Me, Row } from '../../protocol/documents';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Trouble, Waits } from '../pieces/finding';
import { titleOf } from '../pieces/names';
import { TransferDialog } from '../transfer/view';

interface RowActsProps {
  readonly row: Row;
  readonly me: Me;
  /** The id of what names the chat, so that equal buttons can be told apart. */
  readonly describedBy: string;
  /** Whether its buttons are the ones that keys press. */
  readonly first?: boolean;
}

/** What somebody who watches over chats may do with one of them, as the table of acts says. */
export const RowActs = ({ row, me, describedBy, first }: RowActsProps) => {
  const store = useStore();
  const [reassigning, setReassigning] = useState(false);
  const takeOver = useAct(`/chats/${row.chatId}/takeover`);
  const callBack = useAct(
    `/chats/${row.chatId}/transfers/${row.transfer?.transferId ?? ''}/withdrawal`,
  );
  const table = store.table.value;
  const chat = asChat(row);
  const mayTake = row.agent?.id !== me.agentId && may(table, 'take-over', chat, me);
  const mayCall = row.transfer !== undefined && may(table, 'withdraw-transfer', chat, me);
  return (
    <div class="row-acts">
      {may(table, 'transfer', chat, me) && (
        <Act describedBy={describedBy} onClick={() => setReassigning(true)}>
          {en.desksPage.reassign}
        </Act>
      )}
      {mayCall && (
        <Act
          describedBy={describedBy}
          busy={callBack.progress !== null}
          onClick={() => void callBack.run({})}
        >
          {en.desksPage.callBack}
        </Act>
      )}
      {mayTake && (
        <Act
          main={first}
          shortcut={first ? 'x' : undefined}
          describedBy={describedBy}
          busy={takeOver.progress !== null}
          onClick={() => void takeOver.run({})}
        >
          {en.takeOver}
        </Act>
      )}
      <Waits progress={takeOver.progress ?? callBack.progress} />
      <Trouble problem={takeOver.problem} fields={[]} override={takeOver.override} />
      <Trouble problem={callBack.problem} fields={[]} />
      {reassigning && (
        <TransferDialog
          chat={row}
          title={fill(en.desksPage.reassignTitle, { name: titleOf(row, me) })}
          close={() => setReassigning(false)}
        />
      )}
    </div>
  );
};
