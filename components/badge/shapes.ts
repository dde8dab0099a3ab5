import type { Badge } from '../../lib/messaging/protocol.ts';

/** The shapes of a badge, on a field of 16 by 16. Each means one thing, so that no standing is told by its colour alone. */
export type ShapeName = Badge['standing'] | 'amber' | 'red' | 'moon';

type Part = readonly [tag: 'path' | 'circle', attributes: Readonly<Record<string, string>>];

const RING = { cx: '8', cy: '8', r: '6' } as const;

/** As few parts as can be: a list has hundreds of each. A line of no length with round ends is a dot. */
const SHAPES: Readonly<Record<ShapeName, readonly Part[]>> = {
  counts: [
    ['circle', { cx: '8', cy: '8', r: '7', class: 'full' }],
    ['path', { d: 'M4.8 8.3 7 10.5l4.2-4.7', class: 'cut' }],
  ],
  edge: [
    ['circle', RING],
    ['path', { d: 'M8 2a6 6 0 0 1 0 12z', class: 'full' }],
  ],
  out: [['circle', RING]],
  unknown: [
    ['circle', { ...RING, 'stroke-dasharray': '2.6 2.1' }],
    ['path', { d: 'M6.4 6.6a1.6 1.6 0 1 1 2.2 1.5c-.4.2-.6.4-.6.9M8 11h0' }],
  ],
  none: [['path', { d: 'M2 8a6 6 0 1 1 12 0A6 6 0 1 1 2 8zM5.5 8h5' }]],
  amber: [['path', { d: 'M8 2 14.6 13.6H1.4zM8 6.4v3.2M8 11.6h0' }]],
  red: [
    ['path', { d: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z', class: 'full' }],
    ['path', { d: 'M8 4.6v4M8 11.2h0', class: 'cut' }],
  ],
  moon: [['path', { d: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z' }]],
};

const SVG = 'http://www.w3.org/2000/svg';

/** Draws a shape in the colour of the text; it is decoration, and says nothing to a screen reader. */
export function drawShape(root: Document, name: ShapeName, className: string): SVGElement {
  const svg = root.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  for (const [tag, attributes] of SHAPES[name]) {
    const part = root.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    svg.append(part);
  }
  return svg;
}
