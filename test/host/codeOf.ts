/** The code with which a request failed, or "none". */
export async function codeOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => "none",
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}
