const reloadedAt = 'reloaded-for-update';
const minute = 60_000;

/** A page open during an update asks for files that are gone; a reload brings the new ones. */
function reloadOnce(event: Event) {
  const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
  if (Date.now() - last < minute) return;
  event.preventDefault();
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  window.location.reload();
}

export function keepUpToDate() {
  window.addEventListener('vite:preloadError', reloadOnce);
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));
  }
}
