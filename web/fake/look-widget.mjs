// Walks through the widget's screens, keeps pictures of them and runs axe on each.
import { commands } from './commands.mjs';
import { agents, assign, chats, open, post } from './world.mjs';

/** @param t `{page, shot, axe, base, check, server, trouble}` */
export const lookAtWidget = async ({ page, shot, axe, base, check, server, trouble }) => {
  for (const agent of agents.values()) agent.status = 'offline';
  await outsideHours({ page, shot, axe, base, check, trouble });
  chats.clear();
  open({ site: 'loan', customer: { name: 'Bo' }, message: 'First in line' });
  await page.goto(`${base}/demo/loan`);
  const launcher = page.getByRole('button', { name: 'Chat', exact: true });
  await launcher.waitFor();
  await shot('widget-closed');
  await launcher.click();
  await page.getByLabel('Name').waitFor();
  check(
    'focus is in the first field',
    await page.getByLabel('Name').evaluate((field) => field.getRootNode().activeElement === field),
  );
  await shot('widget-form');
  await axe('widget form');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByLabel('E-mail').fill('nonsense');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await shot('widget-form-trouble');
  await page.getByLabel('Name').fill('Ana Ruiz');
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.getByLabel('Message', { exact: true }).fill('Did you get my documents?');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByText('2nd in line').waitFor();
  await shot('widget-waiting');
  await axe('widget waiting');
  const chat = [...chats.values()].at(-1);
  assign(chat, 'cam');
  const cam = agents.get('cam');
  await page.getByText('Cam Diaz is here').waitFor();
  post(
    chat,
    { kind: 'agent', id: 'cam', name: 'Cam Diaz' },
    'Hi Ana, I’m Cam. Let me look.',
    undefined,
    cam,
  );
  const box = page.getByLabel('Your message');
  await box.fill(
    '<b>Thanks</b> & see https://example.com/an-address-that-must-wrap-somewhere-or-it-breaks',
  );
  await box.press('Enter');
  await page.locator('.line.mine:not(.echo)').nth(1).waitFor();
  check('own message is shown once', (await page.getByText('<b>Thanks</b>').count()) === 1);
  await shot('widget-talking');
  await axe('widget talking');

  trouble.orders.push({ path: '/messages', status: 504, times: 2 });
  await box.fill('Sent through trouble');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Checking whether').waitFor();
  await page.locator('.line.mine:not(.echo)', { hasText: 'Sent through trouble' }).waitFor();
  check(
    '504 ends in one message',
    chat.messages.filter((m) => m.text === 'Sent through trouble').length === 1,
  );

  trouble.down = true;
  server.cut();
  await box.fill('Written while away');
  await box.press('Enter');
  await page.getByText('Reconnecting.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });
  await shot('widget-offline');
  await axe('widget offline');
  await page.reload();
  await page.getByRole('button', { name: /^Chat/ }).click();
  await page.getByText('Written while away').waitFor();
  trouble.down = false;
  await page
    .locator('.line.mine:not(.echo)', { hasText: 'Written while away' })
    .waitFor({ timeout: 30_000 });
  check(
    'offline message sent once',
    chat.messages.filter((m) => m.text === 'Written while away').length === 1,
  );

  commands.transfers(chat, { toAgent: 'lee', context: 'Asked about documents of May 10' }, cam);
  commands.acknowledgement(chat, {}, agents.get('lee'), chat.transfers[0].transferId);
  await page.getByText('Lee Okafor is here').waitFor();
  await shot('widget-transferred');
  await page.keyboard.press('Escape');
  check(
    'escape gives focus back',
    await page
      .getByRole('button', { name: 'Chat', exact: true })
      .evaluate((button) => button.getRootNode().activeElement === button),
  );
  post(
    chat,
    { kind: 'agent', id: 'lee', name: 'Lee Okafor' },
    'We have them all.',
    undefined,
    agents.get('lee'),
  );
  await page.getByRole('button', { name: 'Chat, 1 new message' }).waitFor();
  await shot('widget-unread');
  await page.getByRole('button', { name: 'Chat, 1 new message' }).click();
  commands['resolution-proposal'](chat, {}, agents.get('lee'));
  await page.getByRole('button', { name: 'Not yet' }).waitFor();
  await shot('widget-question');
  await axe('widget question');
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByRole('radio', { name: '5' }).check();
  await page.getByLabel('Comment').fill('Quick and kind');
  await shot('widget-rating');
  await axe('widget rating');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await page.getByRole('button', { name: 'Send rating' }).waitFor({ state: 'hidden' });
  check('the rating arrived', chat.resolution.score === 5 && chat.resolution.answered === true);
  chat.state = 'resolved';
  commands.closure(chat, {}, agents.get('lee'));
  await page.getByRole('button', { name: 'Start a new chat' }).waitFor();
  await shot('widget-ended');
  await axe('widget ended');
  await page.getByRole('button', { name: 'Start a new chat' }).click();
  await page.getByLabel('Message', { exact: true }).fill('One more');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'End chat' }).click();
  await page.getByText('You ended this chat.').waitFor();
  check(
    'one global only',
    await page.evaluate(
      () => 'chatkeeper' in window && typeof window.chatkeeper.open === 'function',
    ),
  );
};

/** Nobody is there: when we open is said before and after a message is left. */
const outsideHours = async ({ page, shot, axe, base, check, trouble }) => {
  const monday = new Date();
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7));
  monday.setUTCHours(9, 0, 0, 0);
  const answerBy = new Date(monday.getTime() + 3 * 3_600_000).toISOString();
  trouble.hours = { open: false, opensAt: monday.toISOString(), answerBy };
  await page.goto(`${base}/demo/loan`);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await page.getByText('closed until Monday').waitFor();
  await shot('widget-outside-hours');
  await axe('widget outside hours');
  await page.getByLabel('Message', { exact: true }).fill('Please call me back');
  await page.getByRole('button', { name: 'Leave message' }).click();
  await page.getByText('We open Monday').waitFor();
  check('no place while closed', (await page.getByText('in line').count()) === 0);
  await shot('widget-message-left');
  await axe('widget message left');
  trouble.hours = { open: true };
  await page.evaluate(() => localStorage.clear());
};
