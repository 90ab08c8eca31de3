import type { Qr } from '@/api/generated';
import classes from './QrCode.module.css';

/** The light border that a reader needs, in modules. */
const quietZone = 4;

/** Dark on light in either theme: many phones read nothing else. */
export function QrCode({ qr: { size, path }, label }: { qr: Qr; label: string }) {
  const side = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.code}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M${-quietZone} ${-quietZone}h${side}v${side}h${-side}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
