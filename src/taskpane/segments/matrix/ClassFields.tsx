import type { ReactElement } from "react";

import { useWords } from "../../words";
import { NameList } from "../NameList";
import { fewestClasses, mostClasses, type MatrixEdit } from "./editMatrix";
import type { MatrixFieldsProps } from "./MatrixFields";

export interface ClassFieldsProps extends MatrixFieldsProps {
  readonly disabled: boolean;
}

/** The classes of a policy matrix with their names. */
export function ClassFields({ pane, open, wrong, disabled }: ClassFieldsProps): ReactElement {
  const { matrix } = useWords();
  const edit = (change: MatrixEdit): void => pane.edit({ kind: "matrix", edit: change });
  return (
    <NameList
      method="matrix"
      items={open.classes}
      fewest={fewestClasses}
      most={mostClasses}
      words={{
        legend: matrix.classes,
        hint: matrix.classesHint,
        add: matrix.addClass,
        full: matrix.addClassFull,
        nameOf: matrix.className,
        remove: matrix.removeClass,
      }}
      wrong={(place) => wrong(`class/${place}`)}
      disabled={disabled}
      onName={(place, name) => edit({ kind: "className", place, name })}
      onRemove={(place) => edit({ kind: "removeClass", place })}
      onAdd={() => edit({ kind: "addClass" })}
    />
  );
}
