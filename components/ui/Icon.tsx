import type { ReactNode } from 'react';

/** The shapes. Each means one thing, so that no state is told by its colour alone. */
export type IconName =
  | 'met'
  | 'open'
  | 'edge'
  | 'unknown'
  | 'none'
  | 'amber'
  | 'red'
  | 'excepted'
  | 'chevron'
  | 'grip'
  | 'close'
  | 'minus'
  | 'go'
  | 'lock'
  | 'moon';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 } as const;
const round = { ...line, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const SHAPES: Readonly<Record<IconName, ReactNode>> = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3 7 10.5l4.2-4.7" {...round} className="ds-icon-cut" />
    </>
  ),
  open: <circle cx="8" cy="8" r="6" {...line} />,
  edge: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.6 2.1" />
      <path d="M6.4 6.6a1.6 1.6 0 1 1 2.2 1.5c-.4.2-.6.4-.6.9" {...round} strokeWidth={1.4} />
      <circle cx="8" cy="11" r=".9" fill="currentColor" />
    </>
  ),
  none: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M5.5 8h5" {...round} />
    </>
  ),
  amber: (
    <>
      <path d="M8 2 14.6 13.6H1.4z" {...round} />
      <path d="M8 6.4v3.2" {...round} />
      <circle cx="8" cy="11.6" r=".9" fill="currentColor" />
    </>
  ),
  red: (
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" fill="currentColor" />
      <path d="M8 4.6v4" {...round} className="ds-icon-cut" />
      <circle cx="8" cy="11.2" r="1" className="ds-icon-dot" />
    </>
  ),
  excepted: <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" {...round} />,
  chevron: <path d="m4.5 6.2 3.5 3.6 3.5-3.6" {...round} />,
  grip: (
    <>
      {[4, 8, 12].map((y) => (
        <g key={y} fill="currentColor">
          <circle cx="6" cy={y} r="1.2" />
          <circle cx="10" cy={y} r="1.2" />
        </g>
      ))}
    </>
  ),
  close: <path d="m4.2 4.2 7.6 7.6M11.8 4.2l-7.6 7.6" {...round} />,
  minus: <path d="M3.8 8.5h8.4" {...round} />,
  go: (
    <>
      <path d="M3 8h8.2M8 4.6 11.4 8 8 11.4" {...round} />
      <path d="M13.6 3v10" {...round} />
    </>
  ),
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1.6" {...line} strokeWidth={1.4} />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" {...round} strokeWidth={1.4} />
    </>
  ),
  moon: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z" {...round} />,
};

/** A 16 px shape in the colour of the text. With a label it speaks; without one it is decoration. */
export function Icon({
  name,
  label,
  size = 16,
}: {
  name: IconName;
  label?: string;
  size?: number;
}) {
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="ds-icon" viewBox="0 0 16 16" width={size} height={size} {...said}>
      {SHAPES[name]}
    </svg>
  );
}
