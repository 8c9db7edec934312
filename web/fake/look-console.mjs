// Walks through the console's places as an agent, a specialist and a lead.
import { commands } from './commands.mjs';
import { agents, assign, chats, moveClock, open, post } from './world.mjs';

const signIn = async (page, base, user) => {
  await page.goto(`${base}/console/`);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
};
const visitorSays = (chat, text) =>
  post(chat, { kind: 'visitor', name: chat.customer.name }, text, undefined, {
    visitor: chat.chatId,
  });
const button = (page, name) => page.getByRole('button', { name, exact: true });

const seed = () => {
  chats.clear();
  for (const agent of agents.values()) agent.status = 'offline';
  const make = (name, message, agentId) => {
    const chat = open({
      site: 'loan',
      topic: 'Loan status',
      customer: { name, email: 'x@example.com' },
      message,
    });
    if (agentId) assign(chat, agentId);
    return chat;
  };
  const cy = make('Cy Park', 'Is my appointment tomorrow?', 'casey');
  post(
    cy,
    { kind: 'agent', id: 'casey', name: 'Casey Brook' },
    'Yes, at ten.',
    undefined,
    agents.get('casey'),
  );
  const bo = make('Bo Lind', 'Nobody answers me', 'casey');
  moveClock(bo, 'first-reply', 'breached', 'clock.breached');
  bo.clocks[0].breachAt = new Date(Date.now() - 200_000).toISOString();
  const di = make(
    'Di Moss with a very long name that does not fit',
    'What is the rate for a car loan over sixty months, please?',
    'casey',
  );
  moveClock(di, 'first-reply', 'warned', 'clock.warned');
  const ana = make('Ana Ruiz', 'Did you get my documents?', 'casey');
  return { cy, bo, di, ana };
};

/** @param t `{page, context, shot, axe, base, check, trouble}` */
export const lookAtConsole = async ({ page, context, shot, axe, base, check, server, trouble }) => {
  const { ana, di, bo } = seed();
  await page.goto(`${base}/console/`);
  await page.getByLabel('User name').waitFor();
  await shot('console-sign-in');
  await axe('sign-in');
  await signIn(page, base, 'casey');
  await page.waitForURL('**/console/inbox');
  await page.getByRole('button', { name: /^Offline/ }).click();
  await shot('console-status-menu');
  await page.getByRole('menuitem', { name: 'Available' }).click();
  await page.getByRole('button', { name: /^Available/ }).waitFor();
  await shot('console-inbox');
  await axe('inbox');

  await page.getByRole('link', { name: /Ana Ruiz/ }).click();
  const reply = page.getByRole('textbox', { name: /^Reply to Ana Ruiz/ });
  await reply.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'reply');
  check('focus goes to the reply', true);
  await reply.fill('Hi Ana, let me <i>look</i>.');
  await reply.press('Enter');
  await page.locator('.message.ours:not(.echo)', { hasText: 'let me <i>look</i>' }).waitFor();
  check('no echo is left', (await page.locator('.message.ours').count()) === 1);
  visitorSays(ana, 'Thank you');
  await page.locator('.theirs', { hasText: 'Thank you' }).waitFor();
  await reply.fill('Draft for Ana');
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(
    () => document.querySelector('.row[aria-current] .name')?.textContent !== 'Ana Ruiz',
  );
  await page.getByRole('link', { name: /Ana Ruiz/ }).click();
  await reply.waitFor();
  check('the draft came back', (await reply.inputValue()) === 'Draft for Ana');
  await reply.fill('You get a refund today');
  await button(page, 'Send').click();
  await page.locator('.finding', { hasText: 'R77' }).waitFor();
  check(
    'a refused text is back in its box',
    (await reply.inputValue()) === 'You get a refund today',
  );
  await shot('console-refused');
  await axe('chat with a finding');

  await reply.fill('You need to send page two.');
  await button(page, 'Send').click();
  await button(page, 'Go ahead anyway…').click();
  await page.getByLabel('Your reason').fill('The bank asks for it in these words');
  await shot('console-override');
  await axe('override');
  await button(page, 'Go ahead').click();
  await page.locator('.message.ours:not(.echo)', { hasText: 'page two' }).waitFor();

  trouble.orders.push({ path: '/messages', status: 504, times: 1 });
  await reply.fill('I have your documents of May 10.');
  await button(page, 'Send').click();
  await page.getByText('Checking whether this went through').waitFor();
  await page.locator('.message.ours:not(.echo)', { hasText: 'May 10' }).waitFor();
  check(
    '504 ends in one message',
    ana.messages.filter((m) => m.text.includes('May 10')).length === 1,
  );

  await page.getByLabel('Concern').fill('Documents');
  await button(page, 'Save note').click();
  await page.locator('.notes .finding', { hasText: 'R63' }).waitFor();
  await shot('console-note-finding');
  await page.getByLabel('Concern').fill('Asked whether her documents of May 10 arrived');
  await page.getByLabel('Action').fill('Looked them up, all four are there');
  await button(page, 'Save note').click();
  await page.locator('.note-text', { hasText: 'all four' }).waitFor();
  check('the note form is empty again', (await page.getByLabel('Concern').inputValue()) === '');
  await page.getByRole('switch', { name: 'Write as one text' }).check();
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
  await axe('notes');

  await button(page, 'Escalate').click();
  await page.getByRole('dialog').waitFor();
  await shot('console-escalate');
  await axe('escalate dialog');
  await page.keyboard.press('Escape');
  await page.locator('h1', { hasText: 'Ana' }).click();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  agents.get('lee').status = 'available';
  await dialog.getByRole('radio', { name: 'mortgages' }).check();
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
  await dialog.locator('.finding', { hasText: 'R42' }).waitFor();
  await shot('console-transfer-refused');
  await axe('transfer dialog');
  await dialog
    .getByLabel('What must they know?')
    .fill('Ana asks about her application of May 10. Her documents are here.');
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
  await button(page, 'Withdraw').waitFor();
  await shot('console-transfer-sent');

  const other = await context.newPage();
  await signIn(other, base, 'lee');
  await other.getByText('Transfer from Casey Brook').waitFor();
  await other.getByRole('link', { name: /Ana Ruiz/ }).click();
  await button(other, 'Acknowledge').waitFor();
  await other.waitForFunction(() => document.activeElement?.textContent?.startsWith('Acknowledge'));
  await other.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-card.png` });
  await button(other, 'Acknowledge').click();
  await other.getByRole('textbox', { name: /^Reply to Ana/ }).waitFor();
  await page.getByText('This chat is with Lee Okafor').waitFor();
  check('the sender sees who has it', true);
  const leeReply = other.getByRole('textbox', { name: /^Reply to Ana/ });
  await leeReply.fill('Hello Ana, all four documents are here.');
  await leeReply.press('Enter');
  await other.locator('.message.ours:not(.echo)', { hasText: 'all four' }).waitFor();
  await button(other, 'Finish').click();
  const finish = other.getByRole('dialog');
  await finish.getByRole('button', { name: 'Propose resolution' }).click();
  await finish.getByText('Waiting for the customer').waitFor();
  commands['resolution-answer'](ana, { resolved: true, score: 5 }, { visitor: ana.chatId });
  await finish.getByText('rated 5 of 5').waitFor();
  ana.noted = false;
  await finish.getByLabel('Summary').fill('All documents are there; answer by Friday.');
  await finish.getByRole('button', { name: 'Resolve', exact: true }).click();
  await finish.getByText('R51').waitFor();
  await other.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-finish.png` });
  ana.noted = true;
  await finish.getByRole('button', { name: 'Resolve', exact: true }).click();
  await finish.getByRole('button', { name: 'Close chat' }).click();
  await finish.waitFor({ state: 'hidden' });
  check('the chat is closed', ana.state === 'closed');
  await other.close();

  const lead = await context.newPage();
  await lead.goto('about:blank');
  await signIn(lead, base, 'morgan');
  await lead.waitForURL('**/console/board');
  await lead.getByRole('row', { name: /Di Moss/ }).waitFor();
  await lead.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-board.png` });
  await lead
    .getByRole('row', { name: /Di Moss/ })
    .getByRole('button', { name: 'Take over' })
    .click();
  await lead.getByRole('textbox', { name: /^Reply to Di Moss/ }).waitFor();
  check('the lead has taken over', di.agent.id === 'morgan');
  commands.escalations(
    bo,
    { trigger: 'unresolved', detail: 'Bo waits', inform: { contact: 'this chat' } },
    agents.get('casey'),
  );
  await lead.goto(`${base}/console/chats/${bo.chatId}`);
  await button(lead, 'Help').click();
  await lead.getByText('Morgan Hale helps').waitFor();
  await axe('an escalation', lead);
  await lead.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-helping.png` });
  await button(lead, 'Done helping…').click();
  await lead.getByLabel('What was done?').fill('Told Bo when he hears from us.');
  await button(lead, 'Give back').click();
  await lead.getByText('back with the agent').waitFor();
  await lead.getByRole('link', { name: 'Board' }).click();
  const queue = lead.getByRole('region', { name: 'Escalations to review' }).getByRole('row');
  await queue.filter({ hasText: bo.reference }).getByRole('button', { name: 'Review' }).click();
  await axe('review dialog', lead);
  await lead.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-review.png` });
  await button(lead, 'Save review').click();
  await lead.getByText('Every escalation has been reviewed.').waitFor();
  check('the escalation is reviewed', bo.escalations[0].review.verdict === 'within-policy');
  await lead.getByRole('link', { name: 'Desks' }).click();
  await lead
    .getByRole('row', { name: /loan-engineers/ })
    .first()
    .waitFor();
  await lead.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-desks.png` });
  const people = lead.getByRole('row', { name: /Casey Brook/ });
  await people.getByText(/\d+ chats?/).click();
  const held = people.getByRole('listitem').filter({ hasText: 'Bo Lind' });
  await held.getByRole('button', { name: 'Reassign' }).click();
  const again = lead.getByRole('dialog', { name: 'Reassign the chat of Bo Lind' });
  await again.getByRole('radio', { name: 'Lou Marin' }).check();
  await again.getByLabel('What must they know?').fill('Bo waits for his rate, nobody answered.');
  await again.getByRole('button', { name: 'Transfer', exact: true }).click();
  await held.getByRole('button', { name: 'Call back' }).waitFor();
  check('the lead has reassigned', di.agent.id === 'morgan');
  await axe('desks of a lead', lead);
  await lead.screenshot({ path: `${process.argv[2] ?? 'target/shots'}/console-desks-lead.png` });
  await lead.close();

  trouble.down = true;
  server.cut();
  await page.getByText('Reconnecting.').waitFor();
  await page.getByRole('link', { name: /Cy Park/ }).click();
  await shot('console-reconnecting');
  trouble.down = false;
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 });
  await page.getByRole('link', { name: /Cy Park/ }).click();
  await page.getByRole('textbox', { name: /^Reply to Cy/ }).waitFor();
  await page.locator('h1', { hasText: 'Cy' }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shot('console-keys');
  await axe('keys');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Reply to Cy/ }).fill('Kept over the end of a session');
  trouble.orders.push({ path: '/messages', status: 401, times: 1 });
  await button(page, 'Send').click();
  await page.getByText('Your session has ended.').waitFor();
  await page.getByLabel('User name').fill('casey');
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Kept over the end of a session').first().waitFor();
  await page.locator('.message.ours:not(.echo)', { hasText: 'Kept over' }).waitFor();
  check('a text survives the end of a session', true);
  for (const [width, height] of [
    [1100, 760],
    [390, 780],
    [320, 640],
  ]) {
    await page.setViewportSize({ width, height });
    await shot(`console-${width}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`nothing scrolls sideways at ${width}`, wide <= 0);
    await axe(`chat at ${width}`);
  }
};
