import type { ReactElement } from "react";

export const Raw = ({ html }: { readonly html: string }): ReactElement => (
  <div dangerouslySetInnerHTML={{ __html: html }} />
);
