// Three independent looks at one resource: Medplum's structure and invariant checks, the JSON schema of R4,
// and membership of every code that has a required binding.
import { validateResource } from '@medplum/core';
import { checkBindings } from './bindings.mjs';
import { checkSchema } from './schema.mjs';

/** All that is wrong with the resource, as "path: message"; empty when it is valid. */
export function validate(resource) {
  if (typeof resource?.resourceType !== 'string') {
    return ['$: a FHIR resource is a JSON object with a resourceType'];
  }
  return [...new Set([...checkStructure(resource), ...checkSchema(resource), ...checkBindingsIfReadable(resource)])];
}

function checkStructure(resource) {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    if (!error.outcome) {
      throw error;
    }
    return error.outcome.issue
      .filter((issue) => issue.severity === 'error' || issue.severity === 'fatal')
      .map((issue) => `${issue.expression?.[0] ?? '$'}: ${issue.details?.text ?? issue.diagnostics}`);
  }
}

function checkBindingsIfReadable(resource) {
  try {
    return checkBindings(resource);
  } catch (error) {
    return [`$: its codes cannot be checked (${error.message})`];
  }
}
