import { useState } from 'preact/hooks';
import { span } from '../../clocks/text';
import type { Me } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { en } from '../../words/console.en';
import { count, fill } from '../../words/fill';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Field } from '../pieces/field';
import { Trouble, Waits } from '../pieces/finding';
import { linesOf, offersTo, type Line, type Offer } from './state';

const words = en.offers;

const OfferCard = ({ offer, first }: { readonly offer: Offer; readonly first: boolean }) => {
  const store = useStore();
  const now = store.now.value;
  const path = `/chats/${offer.chatId}/offer`;
  const settled = (): void => store.loadPeople();
  const accept = useAct(`${path}/acceptance`, () => {
    settled();
    store.go({ place: 'chat', chatId: offer.chatId });
  });
  const decline = useAct(`${path}/decline`, settled);
  const [why, setWhy] = useState<string | null>(null);
  const sendDecline = (): void => {
    if (why === null || why.trim() === '') decline.fail('reason', words.whyNeeded);
    else void decline.run({ reason: why.trim() });
  };
  const left = Date.parse(offer.answerBy) - now;
  const named = `offer-${offer.chatId}`;
  return (
    <li class="card">
      <p id={named}>
        {fill(words.offered, { desk: offer.deskId })}{' '}
        <span class="hint">
          {left > 0 ? fill(words.left, { time: span(left) }) : words.over} ·{' '}
          {fill(words.waited, { time: span(now - Date.parse(offer.since)) })}
        </span>
      </p>
      {why !== null && (
        <Field
          label={words.why}
          hint={words.whyHint}
          value={why}
          change={setWhy}
          found={at(decline.problem, 'reason')}
          save={sendDecline}
        />
      )}
      <div class="row-acts">
        {why === null && (
          <Act
            main={first}
            describedBy={named}
            busy={accept.progress !== null}
            onClick={() => void accept.run({})}
          >
            {words.accept}
          </Act>
        )}
        <Act
          describedBy={named}
          busy={decline.progress !== null}
          onClick={() => (why === null ? setWhy('') : sendDecline())}
        >
          {words.decline}
        </Act>
        {why !== null && <Act onClick={() => setWhy(null)}>{words.cancel}</Act>}
      </div>
      <Waits progress={accept.progress ?? decline.progress} />
      <Trouble problem={accept.problem ?? decline.problem} fields={['reason']} />
    </li>
  );
};

const NextInLine = ({ line }: { readonly line: Line }) => {
  const store = useStore();
  const claim = useAct(`/desks/${line.deskId}/claims`, () => {
    store.loadPeople();
    store.reloadInbox();
  });
  const named = `line-${line.deskId}`;
  return (
    <li>
      <p class="strip">
        <span id={named}>{fill(count(line.waiting, words.line), { desk: line.deskId })}</span>{' '}
        <Act describedBy={named} busy={claim.progress !== null} onClick={() => void claim.run({})}>
          {words.next}
        </Act>
      </p>
      <Waits progress={claim.progress} />
      <Trouble problem={claim.problem} fields={[]} />
    </li>
  );
};

/** What somebody is asked to take, with the time that is left, and the lines they may take from. */
export const Offers = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const offers = offersTo(store.desks.value, me.agentId);
  const lines = linesOf(store.desks.value, me, store.now.value);
  if (offers.length === 0 && lines.length === 0) return null;
  return (
    <section class="offers" aria-label={words.title}>
      <ul>
        {offers.map((offer, at) => (
          <OfferCard key={offer.chatId} offer={offer} first={at === 0} />
        ))}
        {lines.map((line) => (
          <NextInLine key={line.deskId} line={line} />
        ))}
      </ul>
    </section>
  );
};
