// Reports, and what is told because of clocks, as a lead and as an agent see them.
import { readFileSync } from 'node:fs';
import { agents, assign, chats, moveClock, open, tell } from './world.mjs';

/** @param t `{page, context, shot, axe, base, check, trouble}` */
export const lookAtReports = async ({ page, context, shot, axe, base, check, trouble }) => {
  chats.clear();
  for (const agent of agents.values()) agent.status = 'offline';
  const bo = open({ site: 'loan', customer: { name: 'Bo Lind' }, message: 'Nobody answers me' });
  assign(bo, 'casey');
  const signIn = async (at, user) => {
    await at.goto(`${base}/console/`);
    await at.getByLabel('User name').fill(user);
    await at.getByLabel('Password').fill('demo');
    await at.getByRole('button', { name: 'Sign in' }).click();
    await at.getByRole('navigation', { name: 'Places' }).waitFor();
  };
  await signIn(page, 'morgan');
  await page.getByText('Nothing has been told').waitFor();
  moveClock(bo, 'first-reply', 'breached', 'clock.breached');
  const act = {
    clockId: bo.clocks[0].clockId,
    clock: 'first-reply',
    stage: 'breached',
    target: 'lead',
    desk: 'leads',
  };
  const told = tell(bo, 'chat.people-notified', act);
  bo.notices = [{ ...act, action: 'notify', at: told.time }];
  const list = page.getByRole('region', { name: 'Told because of clocks' });
  await list.getByRole('row', { name: /Bo Lind.*First reply.*is over time.*leads/ }).waitFor();
  await page.getByText('Bo Lind: First reply is over time. You are asked').waitFor();
  await shot('notices-board');
  await axe('the board with notices');
  await list.getByRole('link', { name: /Bo Lind/ }).click();
  await page.getByRole('heading', { name: 'Done because of clocks' }).waitFor();
  await page.getByText('leads was told').waitFor();
  await axe('a chat with a notice');

  await page.getByRole('link', { name: 'Reports' }).click();
  await page.waitForURL('**/console/reports');
  const row = (name) => page.getByRole('row', { name });
  await row(/first-reply customer-service 79 1 98.7%/).waitFor();
  await page.getByText('91 kept · 6 broken · 93.8%').waitFor();
  await page.getByRole('checkbox', { name: 'Agent' }).check();
  await row(/loan-engineers nobody in particular 0 3 0%/).waitFor();
  await row(/first-reply customer-service Casey Brook 41 1/).waitFor();
  await shot('reports');
  await axe('reports');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  check('the table is downloaded', csv.startsWith('clock,desk,agent,kept,broken'));
  check('the file has a name', /^clocks-.*\.csv$/.test(file.suggestedFilename()));
  for (const part of ['Clock', 'Desk', 'Agent']) {
    await page.getByRole('checkbox', { name: part }).uncheck();
  }
  await page.getByText('Choose at least one thing').waitFor();
  await page.getByRole('checkbox', { name: 'Day' }).check();
  await row(/2026-11-21 53 3/).waitFor();
  await page.getByLabel('From').fill('2026-01-01');
  await page.getByText('at most 92 days').waitFor();
  await axe('days that do not fit');
  const today = new Date().toISOString().slice(0, 10);
  trouble.orders.push({ path: '/reports/clocks', status: 422, times: 1 });
  await page.getByLabel('From').fill(today);
  await page.getByText('Ordered trouble.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await row(/2026-11-22 38 3/).waitFor();
  for (const [width, height] of [
    [1100, 760],
    [390, 780],
    [320, 640],
  ]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`reports do not scroll sideways at ${width}`, wide <= 0);
    await shot(`reports-${width}`);
  }

  const agent = await context.newPage();
  await agent.goto('about:blank');
  await signIn(agent, 'casey');
  check(
    'agents have no reports',
    (await agent.getByRole('link', { name: 'Reports' }).count()) === 0,
  );
  await agent.goto(`${base}/console/reports`);
  await agent.getByText('Reports are for those who lead.').waitFor();
  await agent.close();
};
