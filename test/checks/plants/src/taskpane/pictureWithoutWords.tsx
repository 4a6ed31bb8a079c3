import type { ReactElement } from "react";

export const Picture = (): ReactElement => <img src="icon.png" />;
