import {
  Component,
  type ComponentChild,
  type ComponentType,
  type FunctionComponent,
  h,
} from "preact";

/** A component that is rendered again only where one of its properties is another. */
export function memo<Props extends object>(inner: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return differs(this.props, next) || differs(next, this.props);
    }

    override render(): ComponentChild {
      return h(inner, this.props);
    }
  };
}

function differs(one: object, other: object): boolean {
  const values = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).some(([name, value]) => !Object.is(value, values.get(name)));
}
