/** Drawn on a 24-unit grid with one stroke, so that they match without an icon package. */
const shapes = {
  alert:
    'M12 8v5M12 16.5v.5M10.3 4.2 2.6 18a2 2 0 0 0 1.7 3h15.4a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z',
  arrowLeft: 'M19 12H5M11 6l-6 6 6 6',
  arrowRight: 'M5 12h14M13 6l6 6-6 6',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  board: 'M4 4h4v16H4zM10 4h4v10H10zM16 4h4v13h-4z',
  building: 'M4 21V5l8-2v18M12 9l8 2v10M2 21h20M7 8h1M7 12h1M7 16h1M16 14h1M16 17h1',
  calendar: 'M4 6h16v15H4zM4 11h16M8 3v4M16 3v4',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  case: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  check: 'M5 12.5 10 17 19 7',
  chevronDown: 'M5 9l7 7 7-7',
  chevronRight: 'M9 5l7 7-7 7',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  coins:
    'M9 4c4 0 6 1.200 6 2.500S13 9 9 9 3 7.800 3 6.500 5 4 9 4zM3 6.500V15c0 1.300 2 2.500 6 2.500M3 11c0 1.200 2 2.300 6 2.300M15 6.500V9M15 11c4 0 6 1.200 6 2.500S19 16 15 16s-6-1.200-6-2.500 2-2.500 6-2.500zM9 13.500V18c0 1.300 2 2.500 6 2.500s6-1.200 6-2.500v-4.500',
  copy: 'M9 9h11v12H9zM5 15V3h11',
  cross: 'M6 6l12 12M18 6 6 18',
  document: 'M6 3h9l4 4v14H6zM14 3v5h5',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  door: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  eyeOff:
    'M3 3l18 18M10 6a9 9 0 0 1 11 6 11 11 0 0 1-3 4M6 7a11 11 0 0 0-3 5 9 9 0 0 0 12 5M10 10a3 3 0 0 0 4 4',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  handshake: 'M2 8l4-2 5 2-3 4c2 1 4 0 5-2l6 6M22 8l-4-2-5 2M6 15l4 4 3-1 3 0 3-2',
  home: 'M3 11 12 4l9 7M6 10v10h12V10',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12 20 3M17 6l3 3',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3 6h18v12H3zM3 7l9 6 9-6',
  microphone:
    'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  mine: 'M3 20 10 7l3 5 2-3 6 11zM8 11l2 1 1.500-1',
  minus: 'M5 12h14',
  moon: 'M20 14A8 8 0 1 1 10 4a6.5 6.5 0 0 0 10 10z',
  pause: 'M9 6v12M15 6v12',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2 20a7 7 0 0 1 14 0M16 4a3.500 3.500 0 0 1 0 7M18 14a7 7 0 0 1 4 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
  pin: 'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  send: 'M21 3 3 11l7 3 3 7z',
  shield: 'M12 3l8 3v5c0 5-3.4 8.4-8 10-4.600-1.600-8-5-8-10V6z',
  star: 'M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.300L12 17.1 6.4 20.200l1.2-6.300L3 9.600l6.3-.8z',
  stop: 'M7 7h10v10H7z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.500M17.5 17.5 19 19M5 19l1.5-1.500M17.5 6.5 19 5',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
