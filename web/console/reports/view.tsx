import { useEffect, useRef, useState } from 'preact/hooks';
import { ReadFailed } from '../../live/read';
import { leads } from '../../protocol/acts';
import type { Me } from '../../protocol/documents';
import { DIMENSIONS, type ClockReport, type Dimension, type Tally } from '../../protocol/reports';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Head } from '../desks/head';
import { agentName } from '../pieces/names';
import { Status } from '../status/view';
import {
  DRAWN,
  firstWish,
  flawOf,
  MOST_DAYS,
  pathOf,
  shareKept,
  toggled,
  type Wish,
} from './state';

const words = en.reportsPage;

/** A report on its way, here, or refused. */
type Answer =
  | { readonly phase: 'asking' }
  | { readonly phase: 'here'; readonly report: ClockReport }
  | { readonly phase: 'failed'; readonly why: string };

/** Asks again whenever the wish has changed; an older answer never covers a newer one. */
const useReport = (wish: Wish): readonly [Answer, () => void] => {
  const store = useStore();
  const [answer, setAnswer] = useState<Answer>({ phase: 'asking' });
  const [turn, setTurn] = useState(0);
  const path = flawOf(wish) === null ? pathOf(wish) : null;
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    setAnswer({ phase: 'asking' });
    store.reads
      .report(path)
      .then((report): Answer => ({ phase: 'here', report }))
      .catch((failure: unknown): Answer => {
        const known = failure instanceof ReadFailed && failure.problem.status > 0;
        return { phase: 'failed', why: known ? failure.problem.detail : en.acts.unreachable };
      })
      .then((next) => {
        if (wanted) setAnswer(next);
      });
    return () => {
      wanted = false;
    };
  }, [path, turn]);
  return [answer, () => setTurn((n) => n + 1)];
};

interface FormProps {
  readonly wish: Wish;
  readonly change: (wish: Wish) => void;
}

const Form = ({ wish, change }: FormProps) => {
  const flaw = flawOf(wish);
  const day = (which: 'from' | 'to') => (
    <label>
      {words[which]}
      <input
        type="date"
        value={wish[which]}
        aria-invalid={flaw === 'days' ? 'true' : undefined}
        aria-describedby="report-flaw"
        onInput={(event) => change({ ...wish, [which]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form class="report-form" onSubmit={(event) => event.preventDefault()}>
      {day('from')}
      {day('to')}
      <fieldset aria-describedby="report-flaw">
        <legend>{words.by}</legend>
        {DIMENSIONS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={wish.by.includes(part)}
              onChange={() => change(toggled(wish, part))}
            />
            {words.dimensions[part]}
          </label>
        ))}
      </fieldset>
      <p class="trouble" id="report-flaw" role="status">
        {flaw === 'days' && fill(words.days, { n: MOST_DAYS })}
        {flaw === 'parts' && words.onePart}
      </p>
    </form>
  );
};

const Line = ({ tally, by }: { readonly tally: Tally; readonly by: readonly Dimension[] }) => {
  const store = useStore();
  const cell = (part: Dimension): string => {
    const value = tally[part] ?? '';
    if (value === '') return words.unknown;
    return part === 'agent' ? agentName(store, value) : value;
  };
  return (
    <tr>
      {by.map((part, n) =>
        n === 0 ? (
          <th key={part} scope="row">
            {cell(part)}
          </th>
        ) : (
          <td key={part}>{cell(part)}</td>
        ),
      )}
      <td class="number">{tally.kept}</td>
      <td class="number">{tally.broken}</td>
      <td class="number">{shareKept(tally)}</td>
    </tr>
  );
};

const Table = ({ report }: { readonly report: ClockReport }) => {
  const heads = report.by.map((part) => words.dimensions[part]);
  const all = report.items.length;
  if (all === 0) return <p class="empty">{words.none}</p>;
  return (
    <>
      <table>
        <Head names={[...heads, words.kept, words.broken, words.share]} />
        <tbody>
          {report.items.slice(0, DRAWN).map((tally, n) => (
            <Line key={n} tally={tally} by={report.by} />
          ))}
        </tbody>
      </table>
      {all > DRAWN && <p class="hint">{fill(words.more, { n: DRAWN, all })}</p>}
    </>
  );
};

/** The table as a file, fetched with the token and handed to the browser. */
const Download = ({ wish }: { readonly wish: Wish }) => {
  const store = useStore();
  const [failed, setFailed] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const fetched = async (): Promise<void> => {
    setFailed(false);
    const file = await store.file(`${pathOf(wish)}&format=csv`, 'text/csv').catch(() => null);
    setFailed(file === null);
    if (file === null || link.current === null) return;
    const url = URL.createObjectURL(file);
    link.current.href = url;
    link.current.click();
    store.after(1_000, () => URL.revokeObjectURL(url));
  };
  return (
    <>
      <button type="button" class="act" onClick={() => void fetched()}>
        {words.csv}
      </button>
      <a ref={link} hidden download={`clocks-${wish.from}-${wish.to}.csv`} />
      <span class="trouble" role="status">
        {failed && words.csvFailed}
      </span>
    </>
  );
};

/** Promises kept and broken, for those who lead. */
export const Reports = ({ me }: { readonly me: Me }) => {
  const store = useStore();
  const [wish, setWish] = useState(() => firstWish(store.now.value));
  return (
    <main class="page pane" id="conversation" tabIndex={-1}>
      <header class="pane-head">
        <h1>{en.reports}</h1>
        <Status />
      </header>
      {leads(me) ? <Board wish={wish} change={setWish} /> : <p class="empty">{words.leadsOnly}</p>}
    </main>
  );
};

const Board = ({ wish, change }: FormProps) => {
  const [answer, again] = useReport(wish);
  const report = answer.phase === 'here' ? answer.report : null;
  return (
    <>
      <Form wish={wish} change={change} />
      <div class="report-sum">
        <p aria-live="polite">
          {answer.phase === 'asking' && words.loading}
          {report && fill(words.summary, { ...sums(report), share: shareKept(report) })}
        </p>
        {report && <Download wish={wish} />}
      </div>
      <div class="table-box" role="region" aria-label={en.reports} tabIndex={0}>
        {report && <Table report={report} />}
        {answer.phase === 'failed' && (
          <p class="trouble" role="alert">
            {answer.why}{' '}
            <button type="button" class="link" onClick={again}>
              {words.again}
            </button>
          </p>
        )}
      </div>
    </>
  );
};

const sums = ({ kept, broken }: ClockReport) => ({ kept, broken });
