/** What a caller hears when a fault hits. */
import {type Fault, LabNetworkError} from './faults.ts';
import type {LabResponse} from './lab-types.ts';

/**
 * The answer that stands in for the real one.
 * @throws LabNetworkError where the fault cuts the network
 */
export function refusal(fault: Fault): LabResponse {
  switch (fault.answer ?? 'internalServerError') {
    case 'networkCut':
      throw new LabNetworkError(`The lab cut the connection (${fault.id})`);
    case 'internalServerError':
      return {status: 500, body: {errors: 'Internal Server Error'}};
    case 'badGateway':
      return {status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>'};
    case 'timeout':
      return {status: 504, body: {errors: 'Gateway Timeout'}};
    case 'internalError':
      return {
        status: 200,
        body: {
          errors: [
            {
              message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${fault.id}`,
              extensions: {code: 'INTERNAL_SERVER_ERROR'},
            },
          ],
        },
      };
  }
}

/** The real answer, made unreadable. */
export function spoil(response: LabResponse, fault: Fault): LabResponse {
  const {body} = response;
  if (typeof body === 'string') return response;
  switch (fault.malformed ?? 'notJson') {
    case 'notJson':
      return {status: 200, body: '<!doctype html><title>Something went wrong</title>'};
    case 'empty':
      return {status: 200, body: ''};
    case 'dataNull':
      return {status: 200, body: {...body, data: null}};
    case 'missingField':
      return {status: 200, body: {...body, data: {}}};
  }
}
