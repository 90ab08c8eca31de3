/** Changes name the version they were made from; the API refuses them when somebody was faster. */
export const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });

/** Make the key once per intent, not per attempt: a repeated send must not create twice. */
export const newIdempotencyKey = () => crypto.randomUUID();

export const idempotent = (key: string) => ({ 'idempotency-key': key });
