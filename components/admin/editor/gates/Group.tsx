import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A group of a gate's form under its heading. */
export function Group({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className="op-panel ed-group" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {lead !== undefined && <p className="op-small">{lead}</p>}
      {children}
    </section>
  );
}
