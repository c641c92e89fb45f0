/** What workflows sent: mails and requests, kept instead of sent. */
import type {OutboxEntry} from '../../../flow/types.ts';
import {dateTime} from '../format.ts';
import {Anchor} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {useFlowWords} from './words.ts';

export function Outbox({entries}: {entries: readonly OutboxEntry[]}) {
  const words = useFlowWords();
  return (
    <section class="sheet sent" aria-labelledby="outbox">
      <h2 id="outbox">{words.outbox}</h2>
      <p class="soft">{entries.length === 0 ? words.outboxEmpty : words.outboxNote}</p>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function Entry({entry}: {entry: OutboxEntry}) {
  const words = useFlowWords();
  const {language} = useSession();
  const isMail = entry.kind === 'email';
  return (
    <details class="recorded">
      <summary>
        <span>{isMail ? entry.subject : `${entry.method} ${entry.url}`}</span>
        <span class="soft">
          {isMail ? fill(words.to, {who: entry.to}) : (entry.status ?? '')} · {dateTime(entry.at, language)}
        </span>
      </summary>
      <pre tabIndex={0}>{isMail ? entry.message : entry.body}</pre>
      <p class="note">
        <Anchor to={`/flow/runs/${entry.runId}`}>{words.steps}</Anchor>
      </p>
    </details>
  );
}
