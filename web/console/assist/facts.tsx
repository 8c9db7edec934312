import { moment } from '../../clocks/text';
import type { Chat } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { Facts } from '../chat/context';
import { useStore } from '../context';
import { Act } from '../pieces/act';
import { agentName } from '../pieces/names';

const Request = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const { assist } = chat;
  if (!assist) return null;
  const about = assist.aboutChatId;
  return (
    <section aria-labelledby="request-title">
      <h2 id="request-title">{en.assist.request}</h2>
      <Facts
        facts={[
          [en.assist.clientId, assist.clientId],
          [en.assist.form, assist.template ?? ''],
          ...Object.entries(chat.fields ?? {}).map(
            ([label, value]) => [label, plain(value)] as const,
          ),
          [en.assist.looked, assist.resourcesChecked.join(', ')],
        ]}
      />
      {about !== undefined && (
        <Act onClick={() => store.go({ place: 'chat', chatId: about })}>{en.assist.openAbout}</Act>
      )}
    </section>
  );
};

const Links = ({ chat }: { readonly chat: Chat }) => {
  const store = useStore();
  const links = chat.assists ?? [];
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="help-title">
      <h2 id="help-title">{en.assist.help}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.chatId}>
            <Act onClick={() => store.go({ place: 'chat', chatId: link.chatId })}>
              {fill(en.assist.by, {
                reference: link.reference,
                name: agentName(store, link.agentId),
                time: moment(link.at, store.now.value),
              })}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** In an assist chat what was asked; in a customer's chat the ways to the help asked for. */
export const AssistFacts = ({ chat }: { readonly chat: Chat }) => (
  <>
    <Request chat={chat} />
    <Links chat={chat} />
  </>
);
