import {Component} from 'preact';
import type {Host} from '../host.ts';
import {createWords, type Words} from '../words/words.ts';
import {ApprovalScreen, AskedScreen} from './ApprovalScreens.tsx';
import {Buttons} from './Buttons.tsx';
import {ConfirmScreen} from './ConfirmScreen.tsx';
import {createOrderAction, type OrderAction} from './controller.ts';
import {EditScreen} from './EditScreen.tsx';
import {type Form, formOf} from './form.ts';
import {FinishedScreen, RunningScreen} from './RunScreens.tsx';
import type {State} from './state.ts';
import {UnfinishedScreen} from './UnfinishedScreen.tsx';
import {EmptyScreen, FailedScreen, LoadingScreen} from './WaitScreens.tsx';

/** The order action as a whole: one screen at a time in Shopify's modal. */
export class RefundAction extends Component<{host: Host}, State> {
  private readonly action = createOrderAction(this.props.host);
  override state = this.action.state();

  override componentDidMount(): void {
    this.action.subscribe(() => this.setState(this.action.state()));
    if (this.props.host.orderId) void this.action.load();
  }

  override render() {
    const {
      action,
      state,
      props: {host},
    } = this;
    const form = formOf(state, host.hash);
    const order = state.session?.order;
    const words = createWords(host.i18n, order !== undefined && order.currency !== order.shopCurrency);
    return (
      <s-admin-action
        heading={order ? words.t('action.heading', {order: order.name}) : words.t('action.headingPlain')}
        loading={state.screen.name === 'loading' && host.orderId !== null}
      >
        <Screen action={action} state={state} form={form} host={host} words={words} />
        <Buttons action={action} state={state} form={form} host={host} words={words} />
      </s-admin-action>
    );
  }
}

function Screen({
  action,
  state,
  form,
  host,
  words,
}: {
  action: OrderAction;
  state: State;
  form: Form;
  host: Host;
  words: Words;
}) {
  const {screen, session} = state;
  if (!host.orderId) return <EmptyScreen text={words.t('action.empty.noOrder')} words={words} />;
  switch (screen.name) {
    case 'loading':
      return <LoadingScreen screen={screen} words={words} />;
    case 'failed':
      return <FailedScreen problem={screen.problem} words={words} />;
    case 'running':
      return <RunningScreen screen={screen} words={words} />;
    case 'confirm':
      return (
        <ConfirmScreen
          plan={screen.plan}
          estimate={screen.estimate}
          breaches={form.breaches}
          approving={state.from?.kind === 'approval'}
          action={action}
          words={words}
        />
      );
    case 'approval':
      return <ApprovalScreen screen={screen} reason={state.reason} action={action} words={words} />;
    case 'asked':
      return <AskedScreen words={words} />;
    case 'unfinished':
      return session && <UnfinishedScreen session={session} now={host.now()} words={words} />;
    case 'finished':
      return session && <FinishedScreen screen={screen} session={session} words={words} />;
    case 'edit':
    case 'asking':
      if (!session) return null;
      if (session.recipes.length === 0) return <EmptyScreen text={words.t('action.empty.noRecipes')} words={words} />;
      return (
        <EditScreen
          state={state}
          session={session}
          form={form}
          words={words}
          locked={screen.name === 'asking'}
          now={host.now}
          dispatch={action.dispatch}
          decline={(id) => void action.decline(id)}
        />
      );
  }
}
