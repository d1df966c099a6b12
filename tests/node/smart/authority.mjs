// panva's oidc-provider as the authorization server of a case system (SMART backend services), and a gate that lets nobody without
// its token through to the FHIR server. Prints "listening PORT". FHIR_SERVER is where the gate leads; KEYS the client's public keys (JWKS).
// POST /_revoke makes every token given out so far no good. GET /_given tells how many were given out.
import { createServer, request } from 'node:http';
import { Provider } from 'oidc-provider';

const jwks = JSON.parse(process.env.KEYS);
const behind = new URL(process.env.FHIR_SERVER);
const given = new Set();

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(address, {
  clients: [{
    client_id: 'the-assistant', grant_types: ['client_credentials'], redirect_uris: [], response_types: [], scope: 'system/*.cruds',
    token_endpoint_auth_method: 'private_key_jwt', jwks,
  }],
  scopes: ['system/*.cruds'],
  enabledJWA: { clientAuthSigningAlgValues: ['RS384', 'ES384'] },
  features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
});
provider.on('client_credentials.saved', (token) => given.add(token.jti));
const authority = provider.callback();

server.on('request', async (incoming, outgoing) => {
  if (incoming.url === '/_revoke') {
    await Promise.all([...given].map(async (id) => (await provider.ClientCredentials.find(id))?.destroy()));
    outgoing.end();
  } else if (incoming.url === '/_given') {
    outgoing.end(`${given.size}`);
  } else if (incoming.url.startsWith('/fhir')) {
    const token = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? '')?.[1];
    const known = token && await provider.ClientCredentials.find(token);
    if (!known || known.isExpired || !known.scope?.split(' ').includes('system/*.cruds')) {
      outgoing.writeHead(401, { 'content-type': 'application/fhir+json' }).end('{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"login","diagnostics":"No good token."}]}');
      incoming.resume();
      return;
    }
    const { authorization, ...headers } = incoming.headers;
    incoming.pipe(request({ host: behind.hostname, port: behind.port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    }));
  } else {
    authority(incoming, outgoing);
  }
});
console.log(`listening ${server.address().port}`);
process.stdin.resume().on('end', () => process.exit(0));
