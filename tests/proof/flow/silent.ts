import type {RunDetails, StepRecord} from '../../../lab/flow/index.ts';

const said = ({did}: StepRecord) => did.startsWith('Mailed ') || did.startsWith('Sent tagsAdd');

/** Runs that came to their end on an order, and neither tagged it nor mailed. A run that failed says so in Flow's log. */
export function silentRuns(runs: readonly RunDetails[]): readonly string[] {
  return runs
    .filter(({state, steps}) => state === 'completed' && steps.some(({item}) => item !== null) && !steps.some(said))
    .map(({steps}) => `a run said nothing: it ended with “${steps.at(-1)?.name ?? ''}”`);
}
