import { moment, span } from '../../clocks/text';
import { leads } from '../../protocol/acts';
import type { Desk, GivenOut, Me } from '../../protocol/documents';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Status } from '../status/view';
import { Head } from './head';
import { openText, pressing } from './state';
import { People, Waiting } from './watched';

const words = en.desksPage;

const DeskRow = ({ desk, watches }: { readonly desk: Desk; readonly watches: boolean }) => {
  const store = useStore();
  const now = store.now.value;
  const rows = store.watched.value;
  const late = watches
    ? (['warned', 'breached'] as const).map((state) => pressing(rows, desk.deskId, state))
    : [];
  return (
    <tr>
      <th scope="row">{desk.deskId}</th>
      <td>{openText(desk, now)}</td>
      <td class="number big">{desk.waiting}</td>
      <td class="number">{desk.oldestSince ? span(now - Date.parse(desk.oldestSince)) : '–'}</td>
      {[desk.available, desk.busy, desk.wrapUp, desk.away, ...late].map((n, at) => (
        <td key={at} class="number big">
          {n ?? 0}
        </td>
      ))}
    </tr>
  );
};

const GivenRow = ({
  given,
  desk,
  now,
}: {
  readonly given: GivenOut;
  readonly desk: string;
  readonly now: number;
}) => (
  <tr>
    <th scope="row">{given.chatId}</th>
    <td>{desk}</td>
    <td>{given.agentId}</td>
    <td>{given.because ?? '–'}</td>
    <td>{given.passedOver?.join('; ') ?? '–'}</td>
    <td class="number">{moment(given.at, now)}</td>
  </tr>
);

const Lines = ({ watches }: { readonly watches: boolean }) => {
  const store = useStore();
  const { available, busy, away } = en.status;
  const heads = [words.desk, words.open, words.waits, words.oldest, available, busy];
  heads.push(en.status['wrap-up'], away);
  if (watches) heads.push(words.warned, words.breached);
  return (
    <table>
      <Head names={heads} />
      <tbody>
        {store.desks.value.map((desk) => (
          <DeskRow key={desk.deskId} desk={desk} watches={watches} />
        ))}
      </tbody>
    </table>
  );
};

const Given = () => {
  const store = useStore();
  return (
    <section aria-labelledby="given-title">
      <h2 id="given-title">{words.given}</h2>
      <table>
        <Head names={[words.chat, words.desk, words.to, words.why, words.others, words.at]} />
        <tbody>
          {store.desks.value
            .flatMap((desk) => (desk.placed ?? []).map((given) => ({ given, desk: desk.deskId })))
            .toSorted((a, b) => b.given.at.localeCompare(a.given.at))
            .map(({ given, desk }) => (
              <GivenRow
                key={`${desk} ${given.chatId}`}
                given={given}
                desk={desk}
                now={store.now.value}
              />
            ))}
        </tbody>
      </table>
    </section>
  );
};

/**
 * Lines and people of every desk, to be read from two metres. Who watches over chats also sees who
 * waits and what everybody has, and helps from here.
 */
export const Desks = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const watches = leads(me);
  return (
    <main class="page pane" id="conversation" tabIndex={-1}>
      <header class="pane-head">
        <h1>{en.desks}</h1>
        <Status />
      </header>
      {watches && store.live.value.phase === 'lost' && (
        <p class="strip">
          {fill(words.stale, { time: moment(store.watchedAt.value, store.now.value) })}
        </p>
      )}
      <div class="table-box" role="region" aria-label={en.desks} tabIndex={0}>
        {store.desks.value.length === 0 && <p class="empty">{words.none}</p>}
        <Lines watches={watches} />
        {watches && <Waiting me={me} />}
        <People me={watches ? me : null} />
        <Given />
      </div>
    </main>
  );
};
