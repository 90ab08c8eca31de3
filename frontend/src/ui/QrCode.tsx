import { useEffect, useState } from 'react';
import { QrDrawing, type QrModules } from './QrDrawing';
import classes from './QrDrawing.module.css';

interface Props {
  text: string;
  /** What the code is for, to those who don't see it. */
  label: string;
}

/** A text as a QR code. What encodes it is fetched with the first one; the place is kept free until then. */
export function QrCode({ text, label }: Props) {
  const [qr, setQr] = useState<QrModules>();
  useEffect(() => {
    let isWanted = true;
    const show = async () => {
      const { encode } = await import('./qr');
      if (isWanted) setQr(encode(text));
    };
    show();
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (!qr) return <div className={classes.code} />;
  return <QrDrawing qr={qr} label={label} />;
}
