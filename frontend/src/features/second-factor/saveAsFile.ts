/** Has the browser keep a text as a file. */
export function saveAsFile(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download begins after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
