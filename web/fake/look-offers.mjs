// What an agent is offered, and the line they may take from.
import { agents, chats, open, tell } from './world.mjs';

/** A chat in the line, waiting for so many seconds, and whom it is offered to. */
const waits = (seconds, offer) => {
  const casey = agents.get('casey');
  casey.status = 'away'; // Nobody gets it without being asked.
  const chat = open({ site: 'loan', customer: { name: 'Ida Falk' }, message: 'Hello?' });
  casey.status = 'available';
  chat.since = new Date(Date.now() - seconds * 1000).toISOString();
  if (offer === undefined) return chat;
  const answerBy = new Date(Date.now() + 45_000).toISOString();
  chat.offer = { offeredTo: offer, answerBy };
  const data = { deskId: chat.desk, chatId: chat.chatId, agentId: offer, answerBy };
  tell({ chatId: undefined, sequence: 0 }, 'desk.answer-awaited', data);
  return chat;
};

/** @param t `{page, shot, axe, base, check}` */
export const lookAtOffers = async ({ page, shot, axe, base, check }) => {
  chats.clear();
  for (const agent of agents.values()) agent.status = 'offline';
  agents.get('casey').status = 'available';
  await page.goto(`${base}/console/`);
  await page.getByLabel('User name').fill('casey');
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  waits(200);
  waits(90, 'casey');
  const box = page.getByRole('region', { name: 'Chats offered to you' });
  await box.getByText('A chat at customer-service waits for your answer').waitFor();
  await box.getByText('1 chat waits at customer-service').waitFor();
  await shot('offers');
  await axe('offers');
  await box.getByRole('button', { name: 'Decline' }).click();
  await box.getByRole('button', { name: 'Decline' }).click();
  await box.getByText('Say why you decline.').waitFor();
  await shot('offers-why');
  await axe('a decline without a reason');
  await box.getByLabel('Why not?').fill('I am in a call until noon.');
  await box.getByRole('button', { name: 'Decline' }).click();
  await box.getByText('2 chats wait at customer-service').waitFor();
  const asked = waits(30, 'casey');
  await page.getByText('A chat is offered to you. Answer by').first().waitFor();
  await box.getByRole('button', { name: 'Take it' }).click();
  await page.waitForURL(`**/console/chats/${asked.chatId}`);
  await box.getByRole('button', { name: 'Take the next one' }).click();
  await box.getByText('1 chat waits at customer-service').waitFor();
  const taken = [...chats.values()].filter((chat) => chat.agent?.id === 'casey').length;
  check('one was taken and one was claimed', taken === 2);
};
