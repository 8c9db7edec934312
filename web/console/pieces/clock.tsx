import { byUrgency, type Stage } from '../../clocks/state';
import { clockText } from '../../clocks/text';
import type { Clock } from '../../protocol/documents';
import { useStore } from '../context';

/** A quarter of the ring for each quarter of the time that is gone. */
const ring = (clock: Clock, now: number): string => {
  const whole = Date.parse(clock.breachAt) - Date.parse(clock.startedAt);
  const part = Math.floor(((now - Date.parse(clock.startedAt)) / Math.max(whole, 1)) * 4);
  return (
    ['', 'M8 8V3a5 5 0 0 1 5 5z', 'M8 3a5 5 0 0 1 0 10z', 'M8 8V3a5 5 0 1 1-5 5z'][
      Math.min(3, Math.max(0, part))
    ] ?? ''
  );
};

const SHAPES: Record<Exclude<Stage, 'running'>, string> = {
  warned: 'M8 2l6.5 12h-13z',
  due: 'M8 2l6.5 12h-13z',
  breached: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z',
  paused: 'M5 3h2v10H5zM9 3h2v10H9z',
  met: 'M2.5 8.5l1.4-1.4L6.5 9.7l5.6-5.6 1.4 1.4-7 7z',
  cancelled: 'M3 7h10v2H3z',
  withdrawn: 'M2.5 8.5l1.4-1.4L6.5 9.7l5.6-5.6 1.4 1.4-7 7z',
};

const Shape = ({ clock, stage, now }: { clock: Clock; stage: Stage; now: number }) => (
  <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    {stage === 'running' ? (
      <>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d={ring(clock, now)} fill="currentColor" />
      </>
    ) : (
      <path d={SHAPES[stage]} fill="currentColor" />
    )}
    {stage === 'breached' && <path class="cut" d="M7.2 4h1.6v5H7.2zM7.2 10.4h1.6V12H7.2z" />}
  </svg>
);

/** One clock: shape, words and weight carry its stage, colour repeats it. */
export const ClockMark = ({ clock, long }: { readonly clock: Clock; readonly long?: boolean }) => {
  const store = useStore();
  const now = store.now.value;
  const stale = store.live.value.phase !== 'live';
  const text = clockText(clock, now, stale);
  const words = long ? text.long : text.short;
  if (words === '') return null;
  const rule = [clock.label, clock.requirement, clock.calendar].filter(Boolean).join(' · ');
  return (
    <span class={`clock ${text.stage}${long ? ' long' : ''}${stale ? ' stale' : ''}`} title={rule}>
      <Shape clock={clock} stage={text.stage} now={now} />
      <span>{words}</span>
    </span>
  );
};

/** The most urgent clock of a row, and how many more run. */
export const RowClocks = ({ clocks }: { readonly clocks: readonly Clock[] }) => {
  const open = byUrgency(clocks);
  const first = open[0];
  if (!first) return null;
  return (
    <span class="clocks">
      <ClockMark clock={first} />
      {open.length > 1 && <span class="more">+{open.length - 1}</span>}
    </span>
  );
};
