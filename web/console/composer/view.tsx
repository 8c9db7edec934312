import { useState } from 'preact/hooks';
import { may } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { Answer } from '../assist/answer';
import { AssistDialog } from '../assist/view';
import { CaseActs } from '../case/view';
import { useAct, useStore } from '../context';
import { EscalateDialog } from '../escalate/view';
import { FinishDialog } from '../finish/view';
import { Act } from '../pieces/act';
import { improved, type Hint } from '../lint/state';
import { useHints } from '../lint/use';
import { Hints } from '../lint/view';
import { Finding, Trouble, Waits } from '../pieces/finding';
import { customerName, holder } from '../pieces/names';
import { TransferDialog } from '../transfer/view';
import { draftOf } from './drafts';

interface ComposerProps {
  readonly chat: Chat;
  readonly me: Me;
}

/** The box for the customer. It posts messages and nothing else. */
const ReplyBox = ({ chat, send }: { readonly chat: Chat; readonly send: () => void }) => {
  const store = useStore();
  const draft = draftOf(store.drafts.value, chat.chatId, 'reply');
  const returned = store.returned.value.get(chat.chatId);
  const first = !chat.messages?.some((message) => message.author.kind === 'agent');
  const among = chat.assist !== undefined;
  const hints = useHints({
    kind: among ? 'assist_request' : first ? 'greeting' : 'customer_message',
    text: draft,
    sop: chat.sop,
    context: among
      ? { messageType: 'reply' }
      : { customerName: plain(chat.customer?.name) || null },
  });
  const use = (hint: Hint): void => store.draft(chat.chatId, 'reply', improved(draft, hint));
  const override = (ruleId: string, reason: string): void => {
    if (store.say(chat.chatId, draft.trim(), [{ ruleId, reason }])) {
      store.draft(chat.chatId, 'reply', '');
    }
  };
  return (
    <div class="reply">
      <label for="reply">
        {among ? en.assist.reply : fill(en.reply.label, { name: customerName(chat.customer) })}
      </label>
      <textarea
        id="reply"
        rows={2}
        value={draft}
        maxLength={4000}
        aria-invalid={returned ? 'true' : undefined}
        aria-describedby="reply-hint reply-found reply-hints"
        onInput={(event) => store.draft(chat.chatId, 'reply', event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <p class="hint" id="reply-hint">
        {en.reply.hint}
      </p>
      <div class="findings" id="reply-found">
        {returned?.violations.map((found) => (
          <Finding key={found.ruleId} found={found} override={override} />
        ))}
        {returned && returned.violations.length === 0 && (
          <div class="finding block">
            <p>{returned.detail}</p>
          </div>
        )}
      </div>
      {!returned && <Hints id="reply-hints" hints={hints} use={use} />}
    </div>
  );
};

const watching = (chat: Chat, name: string): string => {
  if (chat.state === 'closed') return en.reply.closed;
  return name === '' ? en.reply.nobody : fill(en.reply.watching, { name });
};

/** Under the conversation: who may write, and every act that the table allows now. */
export const Composer = ({ chat, me }: ComposerProps) => {
  const store = useStore();
  const [dialog, setDialog] = useState<'transfer' | 'escalate' | 'finish' | 'assist' | null>(null);
  const takeOver = useAct(`/chats/${chat.chatId}/takeover`);
  const table = store.table.value;
  const mayWrite = may(table, 'post-message', chat, me);
  const mayFinish = (['propose-resolution', 'resolve', 'close'] as const).some((act) =>
    may(table, act, chat, me),
  );
  const others = chat.agent?.id !== me.agentId;
  const close = (): void => setDialog(null);
  const send = (): void => {
    const text = draftOf(store.drafts.value, chat.chatId, 'reply').trim();
    if (text === '') return;
    if (store.say(chat.chatId, text)) store.draft(chat.chatId, 'reply', '');
    else store.announcer.assertive(en.reply.full);
  };
  return (
    <div class="composer">
      {mayWrite ? (
        <ReplyBox chat={chat} send={send} />
      ) : (
        <p class="watching" id="reply" tabIndex={-1}>
          {watching(chat, holder(store, chat))}
        </p>
      )}
      <div class="acts" role="group" aria-label={en.reply.acts}>
        {others && may(table, 'take-over', chat, me) && (
          <Act
            shortcut="x"
            main={!mayWrite}
            busy={takeOver.progress !== null}
            onClick={() => void takeOver.run({})}
          >
            {en.takeOver}
          </Act>
        )}
        {may(table, 'escalate', chat, me) && (
          <Act shortcut="e" onClick={() => setDialog('escalate')}>
            {en.escalate.button}
          </Act>
        )}
        {may(table, 'transfer', chat, me) && (
          <Act shortcut="t" onClick={() => setDialog('transfer')}>
            {en.transfer.button}
          </Act>
        )}
        {mayFinish && (
          <Act shortcut="f" onClick={() => setDialog('finish')}>
            {en.finish.button}
          </Act>
        )}
        {mayWrite && chat.assist === undefined && (
          <Act onClick={() => setDialog('assist')}>{en.assist.button}</Act>
        )}
        <span class="gap" />
        {mayWrite && (
          <Act main onClick={send}>
            {en.reply.send}
          </Act>
        )}
      </div>
      <Answer chat={chat} me={me} />
      {chat.assist === undefined && <CaseActs chat={chat} me={me} />}
      <Waits progress={takeOver.progress} />
      <Trouble problem={takeOver.problem} fields={[]} override={takeOver.override} />
      {dialog === 'transfer' && <TransferDialog chat={chat} close={close} />}
      {dialog === 'escalate' && <EscalateDialog chat={chat} close={close} />}
      {dialog === 'assist' && <AssistDialog about={chat.chatId} close={close} />}
      {dialog === 'finish' && <FinishDialog chat={chat} me={me} close={close} />}
    </div>
  );
};
