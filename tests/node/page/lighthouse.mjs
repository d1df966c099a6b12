// Google's Lighthouse on a running program: node page/lighthouse.mjs http://localhost:5000/chat [more addresses]. Fails below 95.
import { existsSync } from 'node:fs';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';

const least = 0.95;
const categories = ['performance', 'accessibility', 'best-practices'];
const chromePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
let isGood = true;
for (const address of process.argv.slice(2)) {
  for (const [name, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
    const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'] });
    const { lhr } = await lighthouse(address, { port: chrome.port, output: 'json', onlyCategories: categories, logLevel: 'error' }, config);
    await chrome.kill();
    const scores = categories.map(category => [category, lhr.categories[category].score]);
    console.log(`${address} ${name}: ${scores.map(([category, score]) => `${category} ${Math.round(score * 100)}`).join(', ')}`);
    for (const [category, score] of scores.filter(([, score]) => score < least)) {
      isGood = false;
      for (const { id, weight } of lhr.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.9)) {
        console.log(`  ${category}: ${id} ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ''} (weight ${weight})`);
      }
    }
  }
}
process.exit(isGood ? 0 : 1);
