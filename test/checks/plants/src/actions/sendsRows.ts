export const send = (rows: string): Promise<unknown> => fetch("https://example.com", { method: "POST", body: rows });
