import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import type { Me, Review } from '../../protocol/documents';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Head } from '../desks/head';
import { Act } from '../pieces/act';
import { Link } from '../pieces/link';
import { ReviewDialog } from './ladder';
import { standing, triggerText } from './state';

const words = en.ladder;

const Row = ({ one, me }: { readonly one: Review; readonly me: Me }) => {
  const store = useStore();
  const [open, setOpen] = useState(false);
  const id = `review-${one.escalationId}`;
  const unhelped = one.state === 'taken-over' && !one.helpedFirst;
  return (
    <tr>
      <th scope="row">
        <Link id={id} class="board-link" to={{ place: 'chat', chatId: one.chatId }}>
          {one.reference}
        </Link>
      </th>
      <td>{triggerText(one.trigger)}</td>
      <td>{one.to}</td>
      <td>
        {standing(one)}
        {unhelped && <span class="chip bad">{words.unhelped}</span>}
      </td>
      <td class="number">{moment(one.at, store.now.value)}</td>
      <td>
        {one.by !== me.agentId && (
          <Act describedBy={id} onClick={() => setOpen(true)}>
            {words.review}
          </Act>
        )}
        {open && <ReviewDialog about={one} close={() => setOpen(false)} />}
      </td>
    </tr>
  );
};

/** Every escalation that nobody has looked at yet (R99), the oldest first. */
export const Reviews = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const reviews = store.reviews.value;
  const { chat, why, to, state, at, act } = words.columns;
  return (
    <section class="reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{words.queue}</h2>
      {reviews.length === 0 ? (
        <p class="hint">{words.queueEmpty}</p>
      ) : (
        <div class="table-box" role="region" aria-labelledby="reviews-title" tabIndex={0}>
          <table>
            <Head names={[chat, why, to, state, at, act]} />
            <tbody>
              {reviews.map((one) => (
                <Row key={one.escalationId} one={one} me={me} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
