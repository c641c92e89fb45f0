/** The lab's clock: what waits for it, and moving it on. */
import type {FlowState} from '../../../flow/types.ts';
import {dateTime} from '../format.ts';
import {Anchor} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {useSentences} from './sentences.ts';
import {useFlowWords, type FlowWords} from './words.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const STEPS = [10, HOUR, DAY, 10 * DAY];

export function Clock({state, onChanged}: {state: FlowState; onChanged(): void}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {language, toast} = useSession();
  return (
    <section class="sheet" aria-labelledby="clock">
      <h2 id="clock">{words.clock}</h2>
      <p class="soft">{fill(words.clockNote, {now: dateTime(state.now, language)})}</p>
      <div class="choices">
        {STEPS.map((minutes) => (
          <button
            key={minutes}
            type="button"
            aria-label={`${words.move} ${spanOf(minutes, words)}`}
            onClick={() =>
              void flow
                .moveClock(minutes)
                .catch((error: unknown) => toast(wrong(error), true))
                .then(onChanged)
            }
          >
            +{spanOf(minutes, words)}
          </button>
        ))}
      </div>
      <h3>{words.upcoming}</h3>
      {state.upcoming.length === 0 && <p class="soft">{words.nothingComing}</p>}
      <ul class="plain">
        {state.upcoming.map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.runId ?? ''}`}>
            <Anchor to={entry.runId === null ? `/flow/workflows/${entry.workflowId}` : `/flow/runs/${entry.runId}`}>
              {entry.what}
            </Anchor>
            <span class="sub">{dateTime(entry.at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function spanOf(minutes: number, words: FlowWords): string {
  if (minutes === HOUR) return words.hour;
  if (minutes === DAY) return words.day;
  return minutes < HOUR ? fill(words.minutes, {n: minutes}) : fill(words.days, {n: minutes / DAY});
}
