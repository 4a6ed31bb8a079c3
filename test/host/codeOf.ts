/** The code with which a request failed, or "none". */
export async function codeOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => "none",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}
