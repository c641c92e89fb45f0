/** Small pieces that the Flow pages share. */
import type {RunState, RunSummary, WorkflowSummary} from '../../../flow/types.ts';
import {dateTime} from '../format.ts';
import {Anchor} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

const TONES: Record<RunState, string> = {
  running: 'info',
  waiting: 'warn',
  retrying: 'warn',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

export function RunStateTag({run}: {run: Pick<RunSummary, 'state' | 'until'>}) {
  const words = useFlowWords();
  const {language} = useSession();
  return (
    <>
      <span class={`state ${TONES[run.state]}`}>{words.runStates[run.state]}</span>
      {run.until !== null && <span class="sub">{fill(words.until, {when: dateTime(run.until, language)})}</span>}
    </>
  );
}

/** A workflow's safety letter; what it means stands in its title and, read aloud, behind it. */
export function Letter({letter}: Pick<WorkflowSummary, 'letter'>) {
  const words = useFlowWords();
  if (letter === null) return <span class="none">—</span>;
  return (
    <span class={`letter ${letter}`} title={words.letters[letter]}>
      {letter}
      <span class="lab-visually-hidden">: {words.letters[letter]}</span>
    </span>
  );
}

export function RunsTable({runs}: {runs: readonly RunSummary[]}) {
  const words = useFlowWords();
  const {told} = useSentences();
  const {language} = useSession();
  if (runs.length === 0) return <p class="soft pad">{words.noRuns}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.started}</th>
          <th scope="col">{words.order}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Anchor to={`/flow/runs/${run.id}`}>{dateTime(run.startedAt, language)}</Anchor>
            </th>
            <td>{run.subject ?? <span class="none">—</span>}</td>
            <td>
              <RunStateTag run={run} />
              {run.error !== null && <span class="sub">{told(run.errorSaid, run.error)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** JSON, a script or a query, as a person reads it: laid out where it is JSON, also where JSON stands inside of a text. */
export function readable(value: unknown): string {
  const seen: unknown = typeof value === 'string' ? parsed(value) : value;
  return typeof seen === 'string' ? seen : JSON.stringify(seen, null, 2);
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
