// The widget in hostile company: a phone, a page that styles everything, calls before the load.
import { agents, chats } from './world.mjs';

/** @param t `{page, shot, axe, base, check}` */
export const lookAtHost = async ({ page, shot, axe, base, check }) => {
  chats.clear();
  agents.get('cam').status = 'available';
  await page.addInitScript(() => {
    window.chatkeeper = { q: [['setUser', { name: 'Ana', email: 'ana@example.com' }], ['sing']] };
  });
  await page.route('**/demo/page.css', (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: '* { all: unset; font-size: 40px !important } body { display: block; height: 3000px }',
    }),
  );
  await page.goto(`${base}/demo/saas`);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await page.getByLabel('Message', { exact: true }).waitFor();
  check(
    'what the page has told is not asked again',
    (await page.getByLabel('Name').isHidden()) && (await page.getByLabel('E-mail').isHidden()),
  );
  check(
    'the panel is modal on a phone',
    await page.locator('dialog.panel').evaluate((d) => d.matches(':modal')),
  );
  check(
    'the panel fills the screen',
    await page.locator('dialog.panel').evaluate((d) => {
      const box = d.getBoundingClientRect();
      return (
        box.top === 0 && box.left === 0 && box.width === innerWidth && box.height === innerHeight
      );
    }),
  );
  check(
    'the page can’t change its type',
    await page
      .getByLabel('Message', { exact: true })
      .evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize) < 20),
  );
  await shot('host-phone');
  await axe('phone');
  await page.getByLabel('Message', { exact: true }).fill('Hello');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByRole('heading', { name: 'Cam Diaz' }).waitFor();
  await shot('host-phone-talk');
  await page.getByRole('button', { name: 'Minimise' }).click();
  check('the page scrolls again', await page.evaluate(() => document.body.style.overflow === ''));
  check(
    'the host element has no size',
    await page
      .locator('chatkeeper-widget')
      .evaluate((host) => host.getBoundingClientRect().width === 0),
  );
  const heard = await page.evaluate(
    () =>
      new Promise((done) => {
        window.chatkeeper.on('ready', () => done(true));
      }),
  );
  check('ready is heard late', heard);
  await page.evaluate(() => window.chatkeeper.open());
  check('isOpen tells', await page.evaluate(() => window.chatkeeper.isOpen));
  await page.evaluate(() => window.chatkeeper.reset());
  check('reset forgets', await page.evaluate(() => localStorage.length === 0));
};
