// Pictures of the resident page in light and dark at 1280 and 390: node page/pictures.mjs http://localhost:5000 FOLDER
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [home, folder] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

async function say(page, words) {
  const before = await page.$eval('#log', log => log.dataset.last);
  await page.type('#message', words);
  await page.keyboard.press('Enter');
  await page.waitForFunction(last => document.getElementById('log').dataset.last !== last, {}, before);
}

async function take(name, width, scheme, steps) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: width > 600 ? 860 : 844 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await steps(page);
  await page.screenshot({ path: `${folder}/${name}-${scheme}-${width}.png` });
  await context.close();
}

for (const scheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    await take('page', width, scheme, async page => { await page.goto(`${home}/chat`); await say(page, 'hot meals in Ely'); });
  }
  await take('carry-on', 390, scheme, async page => { await page.goto(`${home}/chat`); await say(page, 'hot meals in Ely'); await page.goto(`${home}/carry-on`); await page.click('main .send'); await page.waitForSelector('.code'); });
}
await take('kiosk', 1280, 'light', async page => { await page.goto(`${home}/kiosk`); await page.evaluate(() => document.getElementById('still-there').showModal()); });
await browser.close();
