/** What a contact can be used with at once: a number to call, an address to write to. */
export function contactLink(contact: string): string | undefined {
  const text = contact.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return `mailto:${text}`;
  const number = text.replace(/[\s()-]/g, '');
  return /^\+?\d{5,15}$/.test(number) ? `tel:${number}` : undefined;
}
