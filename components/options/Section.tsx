import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page under its heading. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className="op-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p className="op-lead">{lead}</p>}
      {children}
    </section>
  );
}
