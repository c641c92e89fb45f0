import {Component, type ComponentChildren} from 'preact';

/** Changes a part of a piece's state, from what it is by then where that matters. */
export type Change<State> = (part: Partial<State> | ((before: State) => Partial<State>)) => void;

/**
 * A piece with a state of its own. Preact's hooks would cost each bundle a kilobyte.
 * @param begin done once it is shown, and again whenever `since` gives something else; what an outdated one changes is dropped
 */
export function stateful<Props, State extends object>(
  start: (props: Props) => State,
  draw: (props: Props, state: State, change: Change<State>) => ComponentChildren,
  begin: (props: Props, change: Change<State>, state: State) => unknown = () => null,
  since: (props: Props, state: State) => unknown = () => null,
) {
  return class extends Component<Props, State> {
    declare private begun: unknown;

    constructor(props: Props) {
      super(props);
      this.state = start(props);
    }

    override componentDidMount(): void {
      const now = since(this.props, this.state);
      if (now === this.begun) return;
      this.begun = now;
      begin(this.props, (part) => now === this.begun && this.setState(part), this.state);
    }

    override componentDidUpdate(): void {
      this.componentDidMount();
    }

    override render(): ComponentChildren {
      return draw(this.props, this.state, this.setState.bind(this));
    }
  };
}
