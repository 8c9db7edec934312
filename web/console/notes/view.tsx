import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import { may } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { plain } from '../../protocol/text';
import { en } from '../../words/console.en';
import { Proposals } from '../case/view';
import { draftOf, type Box } from '../composer/drafts';
import { useAct, useStore } from '../context';
import { useHints } from '../lint/use';
import { Hints } from '../lint/view';
import { Act } from '../pieces/act';
import { Field } from '../pieces/field';
import { Trouble, Waits } from '../pieces/finding';
import { agentName } from '../pieces/names';

const SLOTS = ['concern', 'action', 'followUp'] as const;

const NoteForm = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const save = useAct(`/chats/${chat.chatId}/notes`, () => {
    for (const box of one ? (['note'] as const) : SLOTS) store.draft(chat.chatId, box, '');
    store.announcer.polite(en.notes.saved);
  });
  const drafts = store.drafts.value;
  const [one, setOne] = useState(draftOf(drafts, chat.chatId, 'note') !== '');
  const text = (box: Box): string => draftOf(drafts, chat.chatId, box);
  const hints = useHints({
    kind: 'note',
    text: one ? text('note') : '',
    sop: chat.sop,
    context: { transferred: (chat.transfers ?? []).length > 0 },
  });
  const send = async (): Promise<void> => {
    const followUp = text('followUp').trim();
    const body = one
      ? { text: text('note').trim() }
      : {
          concern: text('concern').trim(),
          action: text('action').trim(),
          ...(followUp === '' ? {} : { followUp }),
        };
    await save.run(body);
  };
  const slot = (box: Box, label: string, field: string, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      value={text(box)}
      id={`note-${box}`}
      change={(value) => store.draft(chat.chatId, box, value)}
      found={at(save.problem, field)}
      override={save.override}
      save={() => void send()}
      rows={box === 'note' ? 4 : 2}
    />
  );
  return (
    <form
      class="note-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={one}
          onChange={(event) => {
            setOne(event.currentTarget.checked);
            save.clear();
          }}
        />
        {en.notes.one}
      </label>
      {one ? (
        <>
          {slot('note', en.notes.note, 'text')}
          {!save.problem && <Hints id="note-hints" hints={hints} use={() => {}} />}
        </>
      ) : (
        <>
          {slot('concern', en.notes.concern, 'concern')}
          {slot('action', en.notes.action, 'action')}
          {slot('followUp', en.notes.followUp, 'followUp', en.notes.optional)}
        </>
      )}
      <Trouble problem={save.problem} fields={one ? ['text'] : SLOTS} override={save.override} />
      <Waits progress={save.progress} />
      <Act submit busy={save.progress !== null}>
        {en.notes.save}
      </Act>
    </form>
  );
};

/** Everything internal, on its own paper; nothing here can reach the customer. */
export const Notes = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const store = useStore();
  const notes = chat.notes ?? [];
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{en.notes.title}</h2>
      <p class="hint">{en.notes.paper}</p>
      {notes.length === 0 && <p class="empty">{en.notes.none}</p>}
      <ul class="note-list">
        {notes.map((note) => (
          <li key={note.noteId}>
            <p class="meta">
              {agentName(store, note.author)}{' '}
              <time dateTime={note.at}>{moment(note.at, store.now.value)}</time>
            </p>
            <p class="note-text" dir="auto">
              {note.redactedBy ? en.notes.redacted : plain(note.text)}
            </p>
            {note.amendedBy && <p class="hint">{en.notes.amended}</p>}
          </li>
        ))}
      </ul>
      <Proposals chat={chat} me={me} />
      {may(store.table.value, 'record-note', chat, me) && (
        <NoteForm key={chat.chatId} chat={chat} />
      )}
    </section>
  );
};
