import { moment, span } from '../../clocks/text';
import type { Agent, Desk, GivenOut } from '../../protocol/documents';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Status } from '../status/view';

const words = en.desksPage;

const Head = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

const DeskRow = ({ desk, now }: { readonly desk: Desk; readonly now: number }) => (
  <tr>
    <th scope="row">{desk.deskId}</th>
    <td>{desk.open === false ? words.no : words.yes}</td>
    <td class="number big">{desk.waiting}</td>
    <td class="number">{desk.oldestSince ? span(now - Date.parse(desk.oldestSince)) : '–'}</td>
    {[desk.available, desk.busy, desk.wrapUp, desk.away].map((n, at) => (
      <td key={at} class="number big">
        {n ?? 0}
      </td>
    ))}
  </tr>
);

const AgentRow = ({ agent }: { readonly agent: Agent }) => (
  <tr>
    <th scope="row">{agent.name}</th>
    <td>{agent.role}</td>
    <td>{agent.homeDesk}</td>
    <td>
      <span class={`dot ${agent.status}`} aria-hidden="true" /> {en.status[agent.status]}
    </td>
    <td class="number">
      {agent.held}/{agent.capacity}
    </td>
  </tr>
);

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

/** Lines and people of every desk, to be read from two metres. */
export const Desks = () => {
  const store = useStore();
  const now = store.now.value;
  const { available, busy, away } = en.status;
  return (
    <main class="page pane" id="conversation" tabIndex={-1}>
      <header class="pane-head">
        <h1>{en.desks}</h1>
        <Status />
      </header>
      <div class="table-box" role="region" aria-label={en.desks} tabIndex={0}>
        {store.desks.value.length === 0 && <p class="empty">{words.none}</p>}
        <table>
          <Head
            names={[
              words.desk,
              words.open,
              words.waits,
              words.oldest,
              available,
              busy,
              en.status['wrap-up'],
              away,
            ]}
          />
          <tbody>
            {store.desks.value.map((desk) => (
              <DeskRow key={desk.deskId} desk={desk} now={now} />
            ))}
          </tbody>
        </table>
        <h2>{words.people}</h2>
        <table>
          <Head names={[words.person, words.role, words.home, words.state, words.slots]} />
          <tbody>
            {store.agents.value.map((agent) => (
              <AgentRow key={agent.agentId} agent={agent} />
            ))}
          </tbody>
        </table>
        <h2>{words.given}</h2>
        <table>
          <Head names={[words.chat, words.desk, words.to, words.why, words.others, words.at]} />
          <tbody>
            {store.desks.value
              .flatMap((desk) => (desk.placed ?? []).map((given) => ({ given, desk: desk.deskId })))
              .toSorted((a, b) => b.given.at.localeCompare(a.given.at))
              .map(({ given, desk }) => (
                <GivenRow key={`${desk} ${given.chatId}`} given={given} desk={desk} now={now} />
              ))}
          </tbody>
        </table>
      </div>
    </main>
  );
};
