// Twilio's own library signs webhooks, and Twilio's own counter counts text messages: a command a line in, an answer a line out.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
const { SegmentedMessage } = require('sms-segments-calculator');
const say = event => process.stdout.write(`${JSON.stringify(event)}\n`);

const commands = {
  sign: ({ token, url, fields }) => say({ event: 'signed', signature: getExpectedTwilioSignature(token, url, fields) }),
  count: ({ texts }) => say({ event: 'counted', segments: texts.map(text => new SegmentedMessage(text, 'auto', false).segmentsCount) }),
};
createInterface({ input: process.stdin }).on('line', text => {
  const command = JSON.parse(text);
  commands[command.do](command);
}).on('close', () => process.exit(0));
say({ event: 'ready' });
