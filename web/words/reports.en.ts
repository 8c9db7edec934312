/** The texts of reports, and of what is done because of clocks, in English. */
export const reportsTexts = {
  from: 'From',
  to: 'To',
  by: 'Told apart by',
  dimensions: { day: 'Day', clock: 'Clock', desk: 'Desk', agent: 'Agent', sop: 'Procedure' },
  kept: 'Kept',
  broken: 'Broken',
  share: 'Share kept',
  summary: '{kept} kept · {broken} broken · {share}',
  none: 'No promise was settled in these days.',
  unknown: 'nobody in particular',
  loading: 'Counting…',
  again: 'Try again',
  leadsOnly: 'Reports are for those who lead.',
  csv: 'Download as CSV',
  csvFailed: 'The table could not be downloaded.',
  onePart: 'Choose at least one thing to tell the lines apart by.',
  days: 'The first day must not lie after the last, and at most {n} days fit into a report.',
  more: 'The first {n} of {all} lines are shown; the download has all of them.',
};

/** The texts about what was done because of a clock, in English. */
export const noticesTexts = {
  title: 'Done because of clocks',
  stage: {
    warned: 'is close to its end',
    breached: 'is over time',
    repeated: 'is still over time',
  },
  notify: '{name} was told',
  inform: 'the customer was told',
  reassign: 'taken from {name}, now in the line of {desk}',
  board: 'Told because of clocks',
  boardEmpty: 'Nothing has been told since you opened this page.',
  columns: { chat: 'Chat', clock: 'Clock', stage: 'Stage', who: 'Who was told', at: 'When' },
  said: '{customer}: {clock} {stage}. You are asked to look at it',
};
