/** One order: what was bought, what was paid and refunded, who the customer is, and what extensions offer. */
import {useCallback, useEffect, useState} from 'preact/hooks';
import {loadOrder, type WholeOrder} from './api.ts';
import {BlockCard} from './block-card.tsx';
import {currentCalls, onCalls} from './calls.ts';
import {CustomerCard, RecordedCard} from './order-cards.tsx';
import {LinesCard} from './order-lines.tsx';
import {MoreActions} from './more-actions.tsx';
import {ActionModal} from './action-modal.tsx';
import {Automation} from './flow/automation.tsx';
import {dateTime} from './format.ts';
import {Anchor, Dispute, Failure, Loading, State, useLoaded} from './parts.tsx';
import {PaymentsCard} from './payments-card.tsx';
import {useSession} from './session.ts';
import {Tags} from './tags.tsx';

export function OrderPage({id}: {id: string}) {
  const {words} = useSession();
  const [state, reload] = useLoaded(useCallback(() => loadOrder(id), [id]));
  const order = state.phase === 'failed' ? null : state.value;
  return (
    <div class="page">
      <p class="crumb">
        <Anchor to="/">← {words.back}</Anchor>
      </p>
      {state.phase === 'failed' && <Failure message={state.message} onRetry={reload} />}
      {state.phase === 'loading' && order === null && <Loading />}
      {state.phase === 'ready' && order === null && <p class="empty">{words.notFound}</p>}
      {order && <Order order={order} onChanged={reload} />}
    </div>
  );
}

function Order({order, onChanged}: {order: WholeOrder; onChanged(): void}) {
  const {config, language, words} = useSession();
  const [action, setAction] = useState<string | null>(null);
  const [runs, setRuns] = useState(0);
  const [isAutomating, setAutomating] = useState(false);
  const blocks = config.extensions.filter((extension) => extension.target === 'admin.order-details.block.render');
  const extension = config.extensions.find((one) => one.handle === action);
  // What a block changed shows on the page, as what an action changed does once it is closed.
  useEffect(() => {
    if (action !== null) return undefined;
    let soon: number | undefined;
    const stop = onCalls(() => {
      if (!currentCalls().at(-1)?.document.trimStart().startsWith('mutation')) return;
      window.clearTimeout(soon);
      soon = window.setTimeout(onChanged, 400);
    });
    return () => {
      window.clearTimeout(soon);
      stop();
    };
  }, [action, onChanged]);
  return (
    <>
      <div class="title">
        <h1>{order.name}</h1>
        <State state={order.displayFinancialStatus} />
        <State state={order.displayFulfillmentStatus} />
        {order.returnStatus !== 'NO_RETURN' && (
          <span>
            {words.returns}: <State state={order.returnStatus} />
          </span>
        )}
        {order.cancelledAt !== null && <span class="state bad">{words.cancelled}</span>}
        <Dispute disputes={order.disputes} />
        {order.test && <span class="state neutral">{words.test}</span>}
        <span class="soft">{dateTime(order.createdAt, language)}</span>
        <Tags order={order.id} tags={order.tags} onChanged={onChanged} />
        <MoreActions order={order.id} onOpen={setAction} onAutomation={() => setAutomating(true)} />
      </div>
      <div class="columns">
        <div class="wide">
          <LinesCard order={order} />
          <PaymentsCard order={order} />
          {blocks.map((block) => (
            <BlockCard key={`${block.handle}-${runs}`} extension={block} order={order.id} onOpenAction={setAction} />
          ))}
          <RecordedCard order={order} />
        </div>
        <div class="narrow">
          <CustomerCard order={order} />
        </div>
      </div>
      {isAutomating && <Automation order={order.id} onClosed={() => setAutomating(false)} />}
      {extension && (
        <ActionModal
          key={extension.handle}
          extension={extension}
          order={order.id}
          onClosed={() => {
            setAction(null);
            setRuns((before) => before + 1);
            onChanged();
          }}
        />
      )}
    </>
  );
}
