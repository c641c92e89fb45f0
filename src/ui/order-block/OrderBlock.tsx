import {tellAgain} from '../../execution/triggers/again.ts';
import {GiftCard} from '../pieces/GiftCard.tsx';
import {stateful} from '../pieces/stateful.ts';
import {createWords, type Words} from '../words/words.ts';
import {Attention} from './Attention.tsx';
import {createOrderBlock, type OrderBlock as Block, type State} from './controller.ts';
import type {BlockHost} from './host.ts';
import {Overview} from './Overview.tsx';
import {summaryText} from './summary-text.ts';

/** The order block as a whole. Shopify cuts it at 300 pixels: what waits for somebody comes first. */
export const OrderBlock = stateful(
  ({host}: {host: BlockHost}) => {
    const block = createOrderBlock(host);
    return {block, shown: block.state()};
  },
  ({host}, {block, shown}) => {
    const {screen} = shown;
    const words = createWords(host.i18n, screen.name === 'ready' && screen.view.explicit);
    return (
      <s-admin-block heading={words.t('block.heading')} collapsedSummary={summaryText(screen, words)}>
        <Content block={block} state={shown} host={host} words={words} />
      </s-admin-block>
    );
  },
  ({host}, change, {block}) => {
    block.subscribe(() => change({shown: block.state()}));
    if (host.orderId) void block.load();
  },
);

function Content({block, state, host, words}: {block: Block; state: State; host: BlockHost; words: Words}) {
  const {screen, notice, busy} = state;
  if (!host.orderId) return <s-text>{words.t('block.noOrder')}</s-text>;
  if (screen.name === 'loading') {
    const text = words.t(screen.waiting ? 'block.waiting' : 'block.loading');
    return (
      <s-stack direction="inline" gap="base" alignItems="center">
        <s-spinner accessibilityLabel={text} />
        <s-text>{text}</s-text>
      </s-stack>
    );
  }
  if (screen.name === 'failed') {
    return (
      <s-banner tone="critical" heading={words.t('block.failed')}>
        <s-stack gap="base">
          <s-text>{words.coded('problem', screen.problem)}</s-text>
          <s-stack direction="inline">
            <s-button loading={busy} onClick={() => void block.load()}>
              {words.t('block.retry')}
            </s-button>
          </s-stack>
        </s-stack>
      </s-banner>
    );
  }
  const {reading, view} = screen;
  return (
    <s-stack gap="base">
      {notice && (
        <s-banner tone="critical" heading={words.t('block.stopped')}>
          <s-text>{words.coded('problem', notice)}</s-text>
        </s-banner>
      )}
      {state.evidenceMissing && (
        <s-banner tone="warning">
          <s-text>{words.t('block.evidenceMissing')}</s-text>
        </s-banner>
      )}
      {state.giftCards.map(({callId, code}) => (
        <GiftCard key={callId} code={code} label={words.t('action.done.codeHeading')} words={words} />
      ))}
      <Attention
        block={block}
        reading={reading}
        view={view}
        titles={state.titles}
        busy={busy}
        host={host}
        words={words}
        perform={block.perform}
      />
      <Overview view={view} words={words} />
      {view.untold && (
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-text color="subdued">{words.t('block.untold')}</s-text>
          <s-button
            variant="tertiary"
            disabled={busy}
            onClick={() =>
              void block.perform((env) => tellAgain(reading.order.id, reading.confirmed.claim, reading.requests, env))
            }
          >
            {words.t('block.tellAgain')}
          </s-button>
        </s-stack>
      )}
      <s-stack direction="inline" gap="small">
        <s-button disabled={busy} onClick={host.openAction}>
          {words.t('block.open')}
        </s-button>
        <s-button variant="tertiary" disabled={busy} onClick={() => void block.load()}>
          {words.t('block.again')}
        </s-button>
      </s-stack>
    </s-stack>
  );
}
