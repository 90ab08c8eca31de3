import classes from './QrDrawing.module.css';

/** The light border that a reader needs, in modules. */
const quietZone = 4;

export interface QrModules {
  /** On each side, without the quiet zone. */
  size: number;
  /** The dark ones as an SVG path, one unit each. */
  path: string;
}

/** Dark on light in either theme and on paper: many phones read nothing else. */
export function QrDrawing({ qr: { size, path }, label }: { qr: QrModules; label: string }) {
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
