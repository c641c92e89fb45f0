import {Component, type ComponentChildren} from 'preact';

interface Props<Value> {
  start: () => Value;
  children: (value: Value, keep: (value: Value) => void) => ComponentChildren;
}

/** Keeps something between two renderings, for whoever draws it. Preact's hooks would cost the bundle a kilobyte. */
export class Kept<Value> extends Component<Props<Value>, {value: Value}> {
  override state = {value: this.props.start()};

  override render(): ComponentChildren {
    return this.props.children(this.state.value, (value) => this.setState({value}));
  }
}
