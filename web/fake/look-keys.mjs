// Acknowledge, reply, note, transfer and move about without a mouse.
import { agents, assign, chats, open } from './world.mjs';
import { commands } from './commands.mjs';

/** @param t `{page, base, check}` */
export const lookAtKeys = async ({ page, base, check }) => {
  chats.clear();
  for (const agent of agents.values()) agent.status = 'offline';
  const make = (name, agentId) => {
    const chat = open({ site: 'loan', customer: { name }, message: `Hello from ${name}` });
    assign(chat, agentId);
    return chat;
  };
  make('Ana', 'lee');
  const bo = make('Bo', 'casey');
  commands.transfers(
    bo,
    { toAgent: 'lee', context: 'Bo asks for the payoff balance' },
    agents.get('casey'),
  );
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  await page.goto(`${base}/console/`);
  await page.getByLabel('User name').waitFor();
  await page.keyboard.type('lee');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /Bo/ }).waitFor();
  await page.keyboard.press('j');
  check('j goes to what needs me first', (await focused()).startsWith('Bo'));
  await page.keyboard.press('j');
  check('j goes on', (await focused()).startsWith('Ana'));
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await heading('Bo');
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Acknowledge'));
  await page.keyboard.press('a');
  await page.getByRole('textbox', { name: /^Reply to Bo/ }).waitFor();
  check('a acknowledges', bo.agent.id === 'lee');
  await page.keyboard.press('r');
  await page.keyboard.type('Hello Bo, t and f are only letters here');
  await page.keyboard.press('Control+Enter');
  await page.locator('.message.ours:not(.echo)', { hasText: 'only letters' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('Asked for the payoff balance');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Looked it up and told him');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-text', { hasText: 'payoff' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Finish' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement?.id === 'context');
  check('a dialog gives the focus back', true);
  await page.keyboard.press('u');
  await heading('Ana');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  check('escape leads to the row', (await focused()).startsWith('Ana'));
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await heading('Desks');
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Busy/ }).waitFor();
  check('the status is set by keys', agents.get('lee').status === 'busy');
  await page.goBack();
  await heading('Ana');
  check('the back button works', true);
};
