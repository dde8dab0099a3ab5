import { useId, useState, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly openAtFirst?: boolean;
  /** The level of the heading that the summary is, where it is one. */
  readonly heading?: 'h3' | 'h4';
}

/** A summary that opens and closes what stands under it. What is folded is not on the page. */
export function Disclosure({
  summary,
  children,
  className = '',
  openAtFirst = false,
  heading,
}: Props) {
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  const button = (
    <button
      type="button"
      className="ds-summary"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={() => {
        setOpen(!open);
      }}
    >
      <span className="ds-summary-text">{summary}</span>
      <span className={open ? 'ds-turn ds-turned' : 'ds-turn'}>
        <Icon name="chevron" />
      </span>
    </button>
  );
  const Heading = heading;
  return (
    <div className={className}>
      {Heading ? <Heading className="ds-heading">{button}</Heading> : button}
      {open && <div id={id}>{children}</div>}
    </div>
  );
}
