// Made-up promises for the fake gateway's report. Development only.
import { isLead, Refused } from './world.mjs';

const PROMISES = [
  ['2026-11-21', 'first-reply', 'customer-service', 'casey', 41, 1],
  ['2026-11-21', 'transfer-acknowledgement', 'loan-engineers', 'lee', 12, 2],
  ['2026-11-22', 'first-reply', 'customer-service', 'cam', 38, 0],
  ['2026-11-22', 'transfer-acknowledgement', 'loan-engineers', '', 0, 3],
].map(([day, clock, desk, agent, kept, broken]) => ({
  ...{ day, clock, desk, agent, sop: 'tidio-loan@1', kept, broken },
}));

const sum = (lines, what) => lines.reduce((all, line) => all + line[what], 0);

/** The answer to `GET /reports/clocks`: an object, or a text if a table is asked for. */
export const report = (query, who) => {
  if (!isLead(who)) throw new Refused(403, 'forbidden', 'Reports are for leads and auditors.');
  const by = query.get('by').split(',');
  const groups = new Map();
  for (const one of PROMISES) {
    const name = by.map((part) => one[part]).join('\t');
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const items = [...groups.values()].map((lines) => ({
    ...Object.fromEntries(by.map((part) => [part, lines[0][part]])),
    kept: sum(lines, 'kept'),
    broken: sum(lines, 'broken'),
  }));
  if (query.get('format') === 'csv') {
    const rows = items.map((item) => Object.values(item).join(','));
    return [[...by, 'kept', 'broken'].join(','), ...rows].join('\r\n');
  }
  return {
    from: query.get('from'),
    to: query.get('to'),
    by,
    kept: sum(items, 'kept'),
    broken: sum(items, 'broken'),
    items,
  };
};
