// An agent asks a lead: the form, what it lacks, the notice, the talk, and the way back.
import { agents, assign, chats, open } from './world.mjs';

const signIn = async (page, base, user) => {
  await page.goto(`${base}/console/`);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
};
const button = (where, name) => where.getByRole('button', { name, exact: true });

/** @param t `{page, context, shot, axe, base, check}` */
export const lookAtAssist = async ({ page, context, shot, axe, base, check }) => {
  chats.clear();
  for (const agent of agents.values()) agent.status = 'offline';
  agents.get('morgan').status = 'available';
  const ana = open({ site: 'loan', customer: { name: 'Ana Ruiz' }, message: 'I move to Texas.' });
  assign(ana, 'casey');
  await signIn(page, base, 'casey');
  await page.getByRole('link', { name: /Ana Ruiz/ }).click();
  await page.locator('.composer').getByRole('button', { name: 'Ask a lead' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Form').selectOption('STATE-TO-STATE TRANSFER');
  await dialog.getByLabel('ACCOUNT BALANCE').fill('-$25.00');
  await button(dialog, 'Ask').click();
  await dialog.locator('.finding', { hasText: 'R102' }).waitFor();
  await dialog.locator('.finding', { hasText: 'R103' }).waitFor();
  await shot('assist-refused');
  await axe('assist form with findings');
  await dialog.getByLabel('Client id').fill('552019');
  await dialog.getByLabel('FROM').fill('Virginia');
  await dialog.getByLabel('What do you need to know?').fill('Can this be processed, please?');
  await dialog.getByLabel('account notes').check();
  await button(dialog, 'Ask').click();
  const notice = dialog.getByRole('checkbox', { name: /will not transfer/ });
  await notice.check();
  await shot('assist-notice');
  await button(dialog, 'Ask').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('textbox', { name: 'Write to your colleague' }).waitFor();
  await page.locator('.message.ours', { hasText: 'Can this be processed' }).waitFor();
  await shot('assist-chat');
  await axe('assist chat');
  const assist = [...chats.values()].find((chat) => chat.kind === 'assist');
  check('the form went along', assist.fields.FROM === 'Virginia');

  const lead = await context.newPage();
  await signIn(lead, base, 'morgan');
  await lead.goto(`${base}/console/chats/${assist.chatId}`);
  const answer = lead.getByRole('textbox', { name: 'Write to your colleague' });
  await answer.fill('I am looking at the account now.');
  await answer.press('Enter');
  await page.locator('.message.theirs', { hasText: 'looking at the account' }).waitFor();
  check('the answer stands on the other side', true);
  await lead.getByRole('button', { name: /^Finish/ }).click();
  await lead.getByRole('button', { name: 'Propose resolution' }).click();
  await button(page, 'Yes, it does').click();
  await lead.getByText('Customer says it is solved').waitFor();
  check('the one who asked has answered', assist.resolution.answered === true);
  await lead.close();

  await page
    .getByRole('complementary')
    .getByRole('button', { name: /customer’s chat/ })
    .click();
  await page.getByRole('heading', { name: 'Help asked for' }).waitFor();
  await shot('assist-link');
  await axe('customer chat with its assist chat');
  assist.silentSince = new Date().toISOString();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /by Casey/ })
    .click();
  for (const [width, height] of [
    [1100, 760],
    [320, 640],
  ]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`nothing scrolls sideways at ${width}`, wide <= 0);
    await shot(`assist-${width}`);
  }
};
