// Microsoft's Direct Line client, driven over standard input: a command a line in, an event a line out, both JSON.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import WebSocket from 'ws';

const require = createRequire(import.meta.url);
const say = event => process.stdout.write(`${JSON.stringify(event)}\n`);

// The client waits 3 to 15 seconds before it comes back and renews its token each 15 minutes: here it does so sooner.
const realInterval = setInterval;
globalThis.setInterval = (act, delay, ...rest) => realInterval(act, delay === 900000 ? (process.argv.includes('no-refresh') ? delay : 500) : delay >= 3000 && delay <= 15000 ? delay / 30 : delay, ...rest);

// Every request and every socket is told, so that a test can see what the client really does.
const { XMLHttpRequest: Xhr } = require('xmlhttprequest-ssl');
globalThis.XMLHttpRequest = function () {
  const request = new Xhr();
  const open = request.open;
  request.open = (method, url, ...rest) => {
    say({ event: 'request', method, path: new URL(url).pathname });
    return open.call(request, method, url, ...rest);
  };
  return request;
};
const sockets = new Set();
globalThis.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    sockets.add(this);
    say({ event: 'socket' });
    this.on('close', () => sockets.delete(this));
    this.on('error', () => {});
  }
};
globalThis.window = globalThis;

const { DirectLine } = require('botframework-directlinejs');
let line;
const failed = error => say({ event: 'failed', message: String(error?.message ?? error) });
const commands = {
  connect({ options }) {
    line = new DirectLine(options);
    line.connectionStatus$.subscribe(status => say({ event: 'status', status }));
    line.activity$.subscribe(activity => say({ event: 'activity', activity }), failed, () => say({ event: 'completed' }));
  },
  post: ({ activity }) => line.postActivity(activity).subscribe(id => say({ event: 'posted', id }), failed),
  drop: () => sockets.forEach(socket => socket.terminate()),
  reconnect: ({ conversation }) => line.reconnect(conversation),
  end: () => process.exit(0),
};
createInterface({ input: process.stdin }).on('line', text => {
  const command = JSON.parse(text);
  commands[command.do](command);
}).on('close', () => process.exit(0));
say({ event: 'ready' });
